import type { Scope } from "../expressions/evaluate.ts";
import type { Step } from "../read/model.ts";
import type { StepRef } from "./events.ts";
import type { Bench } from "./job-run.ts";
import type { StepLog } from "./log.ts";
import type { Result } from "./result.ts";

/** How a step's work ended. */
export interface Outcome {
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What a step's work is done with. */
export interface Tools {
  readonly env: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly log: StepLog;
  readonly ref: StepRef;
  /** Aborted when this step is to end. */
  readonly stop: AbortSignal;
  /** Runs the steps of a composite action. */
  readonly runSteps: (steps: readonly Step[], bench: Bench) => Promise<void>;
}
