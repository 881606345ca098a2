import { asText } from "../expressions/data.ts";
import type { Scope } from "../expressions/evaluate.ts";
import { fill } from "../expressions/fill.ts";
import { at, type Template } from "../expressions/template.ts";
import type { Concurrency } from "./result.ts";

/** Evaluates `concurrency`: a group's name, or a mapping. Undefined where the file says nothing. */
export function concurrencyOf(template: Template | undefined, scope: Scope): Concurrency | undefined {
  if (template === undefined) return undefined;
  const group = asText(fill(template.kind === "map" ? at(template, "group") : template, scope));
  if (group === "") return undefined;
  return {
    group,
    cancelInProgress: fill(at(template, "cancel-in-progress"), scope) === true,
    queue: fill(at(template, "queue"), scope) === "max" ? "max" : "single",
  };
}
