import type { Clock } from "../../../kit/ports/clock.ts";
import type { Value } from "../expressions/data.ts";
import type { Permissions } from "../read/model.ts";
import type { JobRef } from "./events.ts";
import type { OutputLimits } from "./outputs.ts";
import type { BuiltinShape, Sources } from "../read/reading.ts";

/** What a play meets: the repository that it runs for, the machine, and who answers at gates. */
export interface World extends Sources {
  /** The repository that the caller workflow belongs to: `OWNER/NAME`. */
  readonly repository: string;
  readonly sha: string;
  /** Such as `refs/heads/main`. */
  readonly ref: string;
  readonly actor: string;
  /** Who started this attempt; the actor, unless somebody else has run it again. */
  readonly triggeringActor?: string;
  readonly runId: number;
  readonly runNumber: number;
  readonly runAttempt: number;
  readonly urls: { readonly server: string; readonly api: string };
  /** The repository's secrets and variables; an environment's come from the gatekeeper. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  /** The machine's environment: all that a step sees beside what a runner adds. PATH and HOME at least. */
  readonly env: Readonly<Record<string, string>>;
  /** The node that runs actions. */
  readonly node: string;
  /** Options for it. */
  readonly nodeOptions?: readonly string[];
  /** A folder for runners' work; every job gets a fresh one in it, removed when the job ends. */
  readonly temp: string;
  readonly builtins: ReadonlyMap<string, Builtin>;
  readonly gatekeeper: Gatekeeper;
  /** Makes the GITHUB_TOKEN of a job. */
  readonly tokenFor: (job: string, permissions: Permissions) => string;
  readonly clock: Clock;
  readonly patience: Patience;
  /** GitHub's own, unless a test has less. */
  readonly outputLimits?: OutputLimits;
  /** Told of every line as a process has said it, before anything of it is hidden or obeyed. */
  readonly onSaid?: ((job: JobRef, line: string) => void) | undefined;
  /** Told of every process group that is started, and, by what it returns, of its end. */
  readonly onSpawn: (pid: number) => () => void;
}

/** How long the player waits before it insists, in ms. */
export interface Patience {
  /** Between SIGINT and SIGTERM: 7.5 s on GitHub. */
  readonly interrupt: number;
  /** Between SIGTERM and SIGKILL: 2.5 s on GitHub. */
  readonly terminate: number;
  /** Between the cancelling of a job and its hard end: 5 min on GitHub. */
  readonly cancel: number;
  /** How long one minute of `timeout-minutes` lasts: 60 000, unless a test is in a hurry. */
  readonly minute: number;
}

/** GitHub's own durations. */
export const githubPatience: Patience = { interrupt: 7500, terminate: 2500, cancel: 300_000, minute: 60_000 };

/** A job that stands before an environment. `signal` is aborted when the job is cancelled meanwhile. */
export interface Arrival {
  readonly environment: string;
  /** The job's key, such as `rollout/migrate`. */
  readonly job: string;
  readonly deployment: boolean;
  readonly signal: AbortSignal;
}

/** What became of an arrival. Secrets and variables are the environment's. */
export type Answer =
  | {
      readonly approved: true;
      readonly secrets: Readonly<Record<string, string>>;
      readonly vars: Readonly<Record<string, string>>;
      /** Who approved; absent where nobody had to. */
      readonly by?: string;
    }
  | { readonly approved: false; readonly how: "rejected" | "expired" | "cancelled"; readonly by?: string };

/** Answers for the environments. Jobs that become ready together arrive together. */
export interface Gatekeeper {
  arrive(arrival: Arrival): Promise<Answer>;
}

/** A third-party action that the player stands in for. What `run` throws fails the step. */
export interface Builtin extends BuiltinShape {
  /** @returns the step's outputs. */
  run(step: BuiltinStep): Promise<Readonly<Record<string, string>>>;
}

/** What a built-in gets. */
export interface BuiltinStep {
  readonly inputs: Readonly<Record<string, string>>;
  /** Where the job works, and the runner's own temp folder. */
  readonly workspace: string;
  readonly temp: string;
  readonly github: Readonly<Record<string, Value>>;
  readonly job: string;
  readonly log: (line: string) => void;
  readonly warn: (message: string) => void;
  readonly signal: AbortSignal;
}
