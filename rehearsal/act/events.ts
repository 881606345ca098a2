import type { JobRef } from "../player/player.ts";

/** What act tells of a run, in the player's words where it has them. */
export type ActEvent =
  | { readonly kind: "job-started"; readonly job: JobRef }
  | { readonly kind: "job-finished"; readonly job: JobRef; readonly result: ActResult }
  /** A step of a composite action that begins, by its id. */
  | { readonly kind: "inner-step-started"; readonly job: JobRef; readonly id: string }
  | { readonly kind: "output"; readonly job: JobRef; readonly name: string; readonly value: string }
  /** What act itself complains of, or a step. */
  | { readonly kind: "error"; readonly message: string };

/** act knows no other: a job that is cancelled or timed out is a failure for it. */
export type ActResult = "success" | "failure" | "skipped";

/**
 * Reads a line of `act --json --verbose`. Undefined for what tells nothing: without `--verbose` a skipped job
 * would be one of these.
 */
export function readActLine(line: string): ActEvent | undefined {
  const said = objectIn(line);
  if (said === undefined) {
    return line.startsWith("Error: ") ? { kind: "error", message: line.slice("Error: ".length) } : undefined;
  }
  const { job: named, step, stage, stepID, command, name, arg, jobResult, msg, raw_output: raw } = said;
  if (typeof named !== "string") return undefined;
  const job = jobOf(named);
  if (isResult(jobResult)) return { kind: "job-finished", job, result: jobResult };
  if (raw === true) return undefined;
  const begins = String(msg).startsWith("⭐ Run ");
  if (begins && step === "Set up job") return { kind: "job-started", job };
  if (begins && stage === "Main" && Array.isArray(stepID) && stepID.length > 1) {
    return { kind: "inner-step-started", job, id: String(stepID.at(-1)) };
  }
  if (command === "error") return { kind: "error", message: `${job.id}: ${String(arg)}` };
  if (command === "set-output" && typeof name === "string") {
    return { kind: "output", job, name, value: String(arg) };
  }
  return undefined;
}

/** act pads what it shows: `workflow/job`, and before it the calling job where there is one. */
function jobOf(named: string): JobRef {
  const parts = named.trim().split("/");
  const [workflow, id = ""] = parts.slice(-2);
  const caller = parts.length > 2 ? parts.slice(0, -2).join("/") : undefined;
  if (caller === undefined || workflow === undefined) return { key: id, id, name: id };
  return { key: `${caller}/${id}`, id, name: `${caller} / ${id}` };
}

function isResult(value: unknown): value is ActResult {
  return value === "success" || value === "failure" || value === "skipped";
}

function objectIn(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
