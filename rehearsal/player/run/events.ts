import type { JobResult, Result } from "./result.ts";

/** A job as it is named: `key` is unique (`rollout/migrate`), `name` is what GitHub shows (`rollout / migrate`). */
export interface JobRef {
  readonly key: string;
  readonly id: string;
  readonly name: string;
}

/** A step of a job. `depth` is 0 for the job's own steps, more inside a composite action. */
export interface StepRef {
  readonly key: string;
  readonly name: string;
  readonly depth: number;
}

export type Level = "error" | "warning" | "notice";

/** What happens during a play, in order. `at` is in ms since 1970; all texts are masked. */
export type PlayEvent = { readonly at: number } & (
  | {
      readonly kind: "job-queued";
      readonly job: JobRef;
      readonly needs: readonly string[];
      /** True for a job that only calls a workflow. */
      readonly calls?: boolean;
    }
  | {
      readonly kind: "job-waiting";
      readonly job: JobRef;
      readonly environment: string;
      readonly deployment: boolean;
    }
  | {
      readonly kind: "gate-answered";
      readonly job: JobRef;
      readonly environment: string;
      readonly answer: "approved" | "rejected" | "expired" | "cancelled";
      readonly by: string | undefined;
      /** How long the job stood there. */
      readonly waited: number;
    }
  | { readonly kind: "job-started"; readonly job: JobRef; readonly calls?: boolean }
  | { readonly kind: "step-started"; readonly job: JobRef; readonly step: StepRef }
  | {
      readonly kind: "log";
      readonly job: JobRef;
      readonly step: StepRef;
      readonly stream: "stdout" | "stderr" | "runner" | "debug";
      readonly line: string;
    }
  | {
      readonly kind: "group";
      readonly job: JobRef;
      readonly step: StepRef;
      readonly title: string | undefined;
    }
  | {
      readonly kind: "annotation";
      readonly job: JobRef;
      readonly step: StepRef | undefined;
      readonly level: Level;
      readonly message: string;
      readonly properties: Readonly<Record<string, string>>;
    }
  | { readonly kind: "summary"; readonly job: JobRef; readonly step: StepRef; readonly markdown: string }
  | {
      readonly kind: "step-finished";
      readonly job: JobRef;
      readonly step: StepRef;
      readonly outcome: Result;
      readonly conclusion: Result;
      /** Those that hold nothing secret. */
      readonly outputs: Readonly<Record<string, string>>;
      readonly worked: number;
    }
  | { readonly kind: "job-finished"; readonly job: JobRef; readonly result: JobResult }
  | { readonly kind: "run-finished"; readonly result: Result }
);

type WithoutTime<T> = T extends unknown ? Omit<T, "at"> : never;

/** Tells an event; the time is added. */
export type Emit = (event: WithoutTime<PlayEvent>) => void;
