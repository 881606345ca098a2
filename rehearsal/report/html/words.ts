import type { Outcome } from "../../outcome.ts";
import type { PhaseReport } from "../model.ts";

/** An outcome as a heading. */
export const outcomeTitles: Readonly<Record<Outcome, string>> = {
  released: "Released",
  watching: "Watching",
  held: "Held",
  "rolled-back": "Rolled back",
  "partly-rolled-back": "Partly rolled back",
  stopped: "Stopped",
};

/** What an outcome means, in one sentence. */
export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  released: "The release is live and has proven itself.",
  watching: "The release is live; the verdict is still open.",
  held: "The chain stopped. Nothing was undone; a person decides.",
  "rolled-back": "What was activated has been undone.",
  "partly-rolled-back": "Not everything that was activated could be undone.",
  stopped: "The chain stopped before anything was changed.",
};

/** A phase's result as a person says it. */
export function resultWord(result: PhaseReport["result"]): string {
  const words = { success: "succeeded", failure: "failed", cancelled: "cancelled", skipped: "not run" };
  return words[result];
}
