import { type PhaseName, phaseNames } from "../phases.ts";
import { jsonIn } from "../../ports/parse-json.ts";
import { isObject } from "../../ports/json-object.ts";

/** What the workflow knows of a job that this one needs. `result` is GitHub's word, whatever it may be. */
export interface Need {
  readonly result: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The phases' jobs, by the phase's name. One that is not there was not in the workflow, or is not known. */
export type Needs = Readonly<Partial<Record<PhaseName, Need>>>;

/**
 * Reads `toJSON(needs)`, or in one job `toJSON(steps)`. It comes from jobs that may have been cut anywhere, so whatever does not fit is left
 * out: an output that is no text, a job without a result, a text that is no JSON (undefined then).
 */
export function readNeeds(text: string): Needs | undefined {
  const json = jsonIn(text);
  if (!isObject(json)) return undefined;
  const known = phaseNames.flatMap((phase) => {
    const need = needOf(json[phase]);
    return need === undefined ? [] : [[phase, need] as const];
  });
  return Object.fromEntries(known);
}

function needOf(json: unknown): Need | undefined {
  if (!isObject(json)) return undefined;
  // A step of a composite action has an outcome where a job has a result.
  const result = json["result"] ?? json["outcome"];
  if (typeof result !== "string") return undefined;
  const outputs = isObject(json["outputs"]) ? Object.entries(json["outputs"]) : [];
  const texts = outputs.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return { result, outputs: Object.fromEntries(texts) };
}
