import type { Outcome } from "../outcome.ts";
import type { VerdictWord } from "../../kit/release/verdict.ts";
import type { CallTable } from "../release/count-calls.ts";
import type { Told } from "../release/told-by.ts";
import type { Sought } from "../secrets/seeker.ts";
import type { Live } from "../world/live.ts";
import type { PhaseReport, ReleaseReport } from "./model.ts";
import { sorted } from "./sorted.ts";
import { phaseWhy, whyOf } from "./why.ts";

type Earlier = Pick<ReleaseReport, "outcome" | "calls" | "secrets"> & Partial<Pick<ReleaseReport, "phases">>;

/** What a phase came to. `seconds` is what it worked, without the wait at its gate. */
export interface PhaseLine extends Pick<PhaseReport, "name" | "result" | "evidence"> {
  /** What it said of itself; null where it ended without a word, or was skipped. */
  readonly verdict: VerdictWord | null;
  readonly reason: string | null;
  readonly next: string | null;
  readonly seconds: number;
}

/** The last line of `rehearse --json`; schemas/rehearsal.schema.json is made from it. */
export interface ReleaseLine {
  readonly schema: "prism-rollout/rehearsal@1";
  readonly outcome: Outcome;
  readonly release: string;
  /** The phase that decided it, and what a person is told of it; null where there is nothing to explain. */
  readonly phase: string | null;
  readonly reason: string | null;
  readonly next: string;
  /** All of it, waits included. */
  readonly seconds: number;
  readonly phases: readonly PhaseLine[];
  /** The results of the run and its jobs. */
  readonly jobs?: Told;
  readonly before: Live;
  readonly after: Live;
  /** There when something was undone. */
  readonly peak?: Live;
  /** Where other releases or attempts came before: how they ended, and what each phase of theirs has told. */
  readonly earlier?: readonly Outcome[];
  readonly evidence?: readonly Readonly<Record<string, readonly string[]>>[];
  /** What came of looking for these, in each of them. */
  readonly secrets?: readonly (Sought | undefined)[];
  /** What stands in and was not tried. */
  readonly notes?: readonly string[];
  /** How often each API was asked by each phase, of those that came before, too, and of this one last. */
  readonly calls?: readonly (CallTable | undefined)[];
}

/** A played release as one line of JSON, without a line break at its end. */
export function jsonLine(report: ReleaseReport, earlier: readonly Earlier[] = []): string {
  const { outcome, release, milliseconds, phases, told, before, after, peak, instead } = report;
  const { phase = null, reason = null, next } = whyOf(report);
  const line: ReleaseLine = {
    schema: "prism-rollout/rehearsal@1",
    outcome,
    release,
    phase,
    reason,
    next,
    seconds: rounded(milliseconds),
    phases: phases.map((one) => phaseLine(one, one.name === phase ? instead : undefined)),
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
  };
  return jsonOnOneLine(line);
}

/** JSON without anything at which a reader of lines breaks: some also break at these. */
export function jsonOnOneLine(value: object): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The phase that decided it says what the whole does: of production, where this is none, it would tell what is not here. */
function phaseLine(phase: PhaseReport, instead: ReleaseReport["instead"]): PhaseLine {
  const { name, result, worked, evidence } = phase;
  const { verdict = null, reason = null, next = null } = { ...phaseWhy(phase), ...instead };
  return { name, result, verdict, reason, next, seconds: rounded(worked), evidence };
}

function evidenceOf({ phases: told = [] }: Earlier): Record<string, readonly string[]> {
  return Object.fromEntries(told.map(({ name, evidence }) => [name, evidence]));
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

function shown({ functions, web, served, ledger }: Live): Live {
  return sorted({ functions, web, served, ledger }) as Live;
}
