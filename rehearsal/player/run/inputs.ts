import { asText, type Value } from "../expressions/data.ts";
import type { Scope } from "../expressions/evaluate.ts";
import { fill } from "../expressions/fill.ts";
import { at } from "../expressions/template.ts";
import type { CallJob, InputDeclaration, Workflow } from "../read/model.ts";

/**
 * The inputs of a called workflow, each of its declared type, defaults filled in.
 * @throws {Error} when a value is of another type or a required one is absent.
 */
export function calledInputs(job: CallJob, scope: Scope): Readonly<Record<string, Value>> {
  const inputs: Record<string, Value> = {};
  for (const [name, declaration] of job.workflow.callInputs) {
    const written = at(job.with, name);
    const given = written === undefined ? undefined : fill(written, scope);
    inputs[name] = typed(name, given, declaration, scope);
  }
  return inputs;
}

/**
 * The inputs of a run that `workflow_dispatch` started: what a person gave as text, by the declared types.
 * For any other event there are none.
 * @throws {Error} when one is unknown, of another type, not among its options, or required and absent.
 */
export function dispatchedInputs(
  workflow: Workflow,
  event: string,
  given: Readonly<Record<string, string | number | boolean>>,
): Readonly<Record<string, Value>> {
  if (event !== "workflow_dispatch") return {};
  for (const name of Object.keys(given)) {
    if (!workflow.dispatchInputs.has(name)) throw new Error(`${workflow.path} has no input "${name}".`);
  }
  const inputs: Record<string, Value> = {};
  for (const [name, declaration] of workflow.dispatchInputs) {
    inputs[name] = typed(name, fromText(given[name], declaration), declaration, { contexts: {} });
    if (declaration.type === "choice" && !declaration.options.includes(asText(inputs[name] ?? ""))) {
      throw new Error(`The input "${name}" must be one of ${declaration.options.join(", ")}.`);
    }
  }
  return inputs;
}

function fromText(
  value: string | number | boolean | undefined,
  { type }: InputDeclaration,
): Value | undefined {
  if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
  if (type === "number" && typeof value === "string" && value.trim() !== "") return Number(value);
  return value;
}

function typed(name: string, given: Value | undefined, declaration: InputDeclaration, scope: Scope): Value {
  const { type, required } = declaration;
  if (given === undefined) {
    if (declaration.default !== undefined)
      return typed(name, fill(declaration.default, scope), declaration, scope);
    if (required) throw new Error(`The input "${name}" is required, but not provided.`);
    return type === "boolean" ? false : type === "number" ? 0 : "";
  }
  const fits =
    type === "boolean"
      ? typeof given === "boolean"
      : type === "number"
        ? typeof given === "number" && !Number.isNaN(given)
        : given === null || typeof given !== "object";
  if (!fits) throw new Error(`The input "${name}" must be a ${type}, not "${asText(given)}".`);
  return type === "boolean" || type === "number" ? given : asText(given);
}
