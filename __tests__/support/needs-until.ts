import { type PhaseName, phaseNames } from "../../kit/release/phases.ts";

/** `toJSON(needs)` of a chain whose phases passed up to one that ended so; what comes after it was skipped. */
export function needsUntil(
  phase: PhaseName,
  result: string,
  outputs: Readonly<Record<string, string>> = {},
): string {
  const at = phaseNames.indexOf(phase);
  const jobs = phaseNames.map((name, index) => {
    if (index < at) return [name, { result: "success", outputs: { verdict: "pass", work: "some" } }];
    return [name, index === at ? { result, outputs } : { result: "skipped", outputs: {} }];
  });
  return JSON.stringify(Object.fromEntries(jobs));
}
