import type { Value } from "../expressions/data.ts";
import type { Status } from "../expressions/evaluate.ts";
import type { Job, Permissions, Workflow } from "../read/model.ts";
import type { Former } from "./again.ts";
import type { Emit, JobRef } from "./events.ts";
import type { OutputTally } from "./outputs.ts";
import type { JobResult, Result } from "./result.ts";
import type { Stop } from "./stop.ts";
import type { World } from "./world.ts";
import type { PlayTrigger } from "./variables.ts";

/** A play that is under way: what all of its jobs share. */
export interface PlayRun {
  readonly world: World;
  readonly event: PlayTrigger;
  readonly github: Readonly<Record<string, Value>>;
  readonly emit: Emit;
  /** Aborted when the run is cancelled. */
  readonly cancelled: AbortSignal;
  /** Aborted when it is cancelled by force. */
  readonly forced: AbortSignal;
  /** What stands from the attempt before. */
  readonly former: Former;
  readonly tally: OutputTally;
  /** The jobs that are on a runner, by key. */
  readonly stops: Map<string, Stop>;
}

/** One use of a workflow: the one that was played, or one that a job calls. */
export interface Frame {
  readonly workflow: Workflow;
  /** The caller's job, for the names of the jobs in here. */
  readonly caller: JobRef | undefined;
  readonly inputs: Readonly<Record<string, Value>>;
  readonly secrets: Secrets;
  /** What jobs that ask for nothing get, and the most that others can. */
  readonly permissions: Permissions;
  /** The concurrency groups that the callers hold, in lower case. */
  readonly groups: readonly string[];
}

/** Secrets as one workflow sees them. */
export interface Secrets {
  readonly values: Readonly<Record<string, string>>;
  /** Which secrets of an environment get through: all, or those that the caller mapped by name. */
  readonly through: "all" | ReadonlySet<string>;
}

/** A job whose needs have ended. */
export interface ReadyJob<J extends Job = Job> {
  readonly job: J;
  readonly ref: JobRef;
  readonly frame: Frame;
  readonly play: PlayRun;
  /** The `needs` context. */
  readonly needs: Readonly<Record<string, Value>>;
  /** The results of all jobs that came before it, however far back. */
  readonly ancestors: readonly Result[];
}

/** What the status functions answer in a job's condition: they look at all ancestors, not only at `needs`. */
export function jobStatus({ ancestors, play }: ReadyJob, cancelled = play.cancelled.aborted): Status {
  return {
    cancelled,
    success: !cancelled && ancestors.every((result) => result === "success"),
    failure: ancestors.includes("failure"),
  };
}

/** The contexts that a job's own keys may use: its condition, its environment, its `with`. */
export function jobContexts({ play, frame, needs }: ReadyJob): Readonly<Record<string, Value>> {
  return { github: play.github, needs, vars: play.world.vars, inputs: frame.inputs };
}

/** The result of a job that never had a runner. */
export function withoutRunner(ready: ReadyJob, result: Result, because: string | undefined): JobResult {
  const { key, id, name } = ready.ref;
  const rest = {
    outputs: {},
    environment: undefined,
    environmentUrl: undefined,
    waited: 0,
    worked: 0,
    jobs: [],
  };
  return { key, id, name, result, outcome: result, because, ...rest };
}
