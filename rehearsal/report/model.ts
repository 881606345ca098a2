import type { Events } from "../../kit/parts/observe/drawing/events.ts";
import type { Path } from "../../kit/parts/observe/drawing/path.ts";
import type { Outcome } from "../outcome.ts";
import type { AskedCall, CallTable } from "../release/count-calls.ts";
import type { Told } from "../release/told-by.ts";
import type { Sought } from "../secrets/seeker.ts";
import type { Live } from "../world/live.ts";

/** One phase of a played release. Times are ms since 1970, durations ms. */
export interface PhaseReport {
  /** The job's id in rollout.yml: build, plan, migrate … */
  readonly name: string;
  readonly result: "success" | "failure" | "cancelled" | "skipped";
  /** Why it ended so, where a step does not tell (a gate's answer, a timeout). */
  readonly because: string | undefined;
  /** When it became ready, and when it ended; undefined for a phase that was skipped. */
  readonly readyAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly waited: number;
  readonly worked: number;
  /** The environment that it waited at, and who answered there how. */
  readonly gate:
    { readonly environment: string; readonly answer: string; readonly by: string | undefined } | undefined;
  /** «x of n …» lines. */
  readonly evidence: readonly string[];
  /** Error and warning annotations. */
  readonly annotations: readonly {
    readonly level: "error" | "warning" | "notice";
    readonly message: string;
  }[];
  /** The job summary, Markdown as the action wrote it. */
  readonly summary: string;
  /** The job's log, a line each, as a person would read it. */
  readonly log: readonly string[];
}

/** What `observe` has counted, to be drawn. */
export interface Drawing {
  readonly path?: Path;
  readonly events?: Events;
}

/** One played release, as it is told on the terminal, in JSON and in the HTML report. */
export interface ReleaseReport {
  readonly outcome: Outcome;
  readonly release: string;
  readonly commit: string;
  readonly target: string;
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly phases: readonly PhaseReport[];
  /** What the run says of itself, for whoever compares it with another engine's. */
  readonly told?: Told;
  readonly before: Live;
  readonly after: Live;
  /** What was live just before an undo; undefined where nothing was undone. */
  readonly peak: Live | undefined;
  /** What the stand-ins were asked, by phase. */
  readonly calls?: CallTable;
  /** Each of these calls, in the order in which they were asked. */
  readonly asked?: readonly AskedCall[];
  /** What was stubbed or not exercised in this rehearsal, one sentence each. */
  readonly notes: readonly string[];
  readonly drawing?: Drawing | undefined;
  /** What came of looking for secrets in all that it left. */
  readonly secrets?: Sought;
  /** What is true where it was played, in place of the phases' own words, which are of production. */
  readonly instead?: { readonly reason?: string; readonly next?: string } | undefined;
  /** The release's evidence, as its rollback job has uploaded it. */
  readonly evidence?: string | undefined;
}
