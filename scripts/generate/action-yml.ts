import { stringify } from "yaml";
import type { Input } from "../../kit/action/input.ts";
import { commonOutputs } from "../../kit/action/shared-outputs.ts";
import type { Spec } from "../../kit/action/spec.ts";

const header = "# Generated from spec.ts by `npm run generate`. Do not edit.\n";

/** The `action.yml` of one action. Defaults stand in the text only: GitHub could not tell them from `with:`. */
export function actionYml(spec: Spec): string {
  const inputs = entries(spec.inputs, (input, name) => ({
    description: describeInput(name, input),
    required: input.required && input.secret,
  }));
  const outputs = entries({ ...spec.outputs, ...commonOutputs }, (description) => ({ description }));
  const document = {
    name: `prism-rollout ${spec.title}`,
    description: spec.description,
    inputs,
    outputs,
    runs: { using: "node24", main: `../../dist/${spec.name}.js` },
  };
  return header + stringify(document, { lineWidth: 0 });
}

/** What an input takes, as a sentence of its own: «One of `a`, `b`.», «True or false.», «A list.» */
function kindWords(kind: string): string {
  if (kind === "text") return "";
  if (/^`[^`]+`(?: or `[^`]+`)+$/.test(kind)) return `One of ${kind.split(" or ").join(", ")}.`;
  const named = /^(?:`|true\b)/.test(kind);
  return named ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}.` : `A ${kind}.`;
}

/** One line that says everything that is declared of an input. */
function describeInput(name: string, input: Input<unknown>): string {
  const rest = [
    kindWords(input.kind),
    input.fallback === undefined || input.fallback === "" ? "" : `Default: \`${input.fallback}\`.`,
    input.required && !input.secret ? `Required, here or as \`${name}\` in rollout.yml.` : "",
  ];
  return [input.description, ...rest].filter((part) => part !== "").join(" ");
}

function entries<From, To>(
  from: Readonly<Record<string, From>>,
  make: (value: From, name: string) => To,
): object {
  return Object.fromEntries(Object.entries(from).map(([name, value]) => [name, make(value, name)]));
}
