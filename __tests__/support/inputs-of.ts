import { type ValuesOf, type Inputs } from "../../kit/action/spec.ts";
import { readInputs } from "../../kit/action/read-inputs.ts";

/** An action's typed inputs as `with:` gives them; what is not given has its default. */
export function inputsFrom<I extends Inputs>(
  declared: I,
  given: Readonly<Record<string, string>> = {},
): ValuesOf<I> {
  const empty = { lookup: () => undefined, targets: [], sections: [], issues: [] };
  return readInputs<I>("test", declared, (name) => given[name] ?? "", empty);
}
