import type { Live } from "../world/live.ts";
import type { ReleaseReport } from "./model.ts";
import { sorted } from "./sorted.ts";

type Earlier = Pick<ReleaseReport, "outcome" | "calls" | "secrets"> & Partial<Pick<ReleaseReport, "phases">>;

/**
 * A played release as one line of JSON, without a line break at its end. `seconds` of a phase is what it worked,
 * without the wait at its gate; `seconds` of the release is all of it. `jobs` are the results of the run and its jobs. `peak` is there when something was undone,
 * `notes` what stands in and was not tried, `earlier` where other releases or attempts came before: their outcomes; then `evidence` is what each phase of theirs
 * has told. `secrets` is what came of looking for these, in each of them. `calls` are how often each API was asked by each phase, of those that came before, too, and of this one last.
 */
export function jsonLine(report: ReleaseReport, earlier: readonly Earlier[] = []): string {
  const { outcome, release, milliseconds, phases, told, before, after, peak } = report;
  const line = JSON.stringify({
    outcome,
    release,
    seconds: rounded(milliseconds),
    phases: phases.map(({ name, result, worked, evidence }) => ({
      name,
      result,
      seconds: rounded(worked),
      evidence,
    })),
    ...(told ? { jobs: told } : {}),
    before: shown(before),
    after: shown(after),
    ...(peak ? { peak: shown(peak) } : {}),
    ...(earlier.length > 0
      ? { earlier: earlier.map((one) => one.outcome), evidence: earlier.map(evidenceOf) }
      : {}),
    ...(report.secrets ? { secrets: [...earlier, report].map(({ secrets }) => secrets) } : {}),
    ...(report.notes.length > 0 ? { notes: report.notes } : {}),
    ...(report.calls ? { calls: [...earlier, report].map(({ calls }) => calls) } : {}),
  });
  // Some readers of lines also break at these.
  return line.replace(
    /[\u0085\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function evidenceOf({ phases: told = [] }: Earlier): Record<string, readonly string[]> {
  return Object.fromEntries(told.map(({ name, evidence }) => [name, evidence]));
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

function shown({ functions, web, served, ledger }: Live): unknown {
  return sorted({ functions, web, served, ledger });
}
