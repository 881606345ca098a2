import { objectOf, type Value } from "../expressions/data.ts";
import type { Scope, Status } from "../expressions/evaluate.ts";
import type { Action, Repository, StepsJob, Workflow } from "../read/model.ts";
import type { Emit, JobRef, StepRef } from "./events.ts";
import type { Masks } from "./masks.ts";
import type { OutputTally } from "./outputs.ts";
import type { Stop } from "./stop.ts";
import type { World } from "./world.ts";
import type { Result } from "./result.ts";

/** The folders of one job; all are gone when it ends. */
export interface Folders {
  readonly root: string;
  readonly workspace: string;
  readonly temp: string;
  readonly files: string;
}

/** A job on its runner: what its steps share, and what they change for the steps after them. */
export interface JobRun {
  readonly world: World;
  readonly workflow: Workflow;
  readonly job: StepsJob;
  readonly ref: JobRef;
  readonly folders: Folders;
  readonly stop: Stop;
  readonly masks: Masks;
  readonly emit: Emit;
  readonly tally: OutputTally;
  /** The contexts that stay the same for all steps. */
  readonly contexts: Readonly<Record<string, Value>>;
  /** Set through GITHUB_ENV and GITHUB_PATH. */
  readonly setEnv: Map<string, string>;
  readonly paths: string[];
  readonly posts: Post[];
  /** Process groups that were started, each with what tells of its end. */
  readonly groups: Map<number, () => void>;
  /** Reads an action of the workspace, for `uses: ./path`. */
  readonly readLocal: (path: string) => Promise<Action>;
  /** A number for files that must not meet. */
  readonly next: () => number;
}

/** What an action's `post` left to do. `state` is filled when its `main` has ended. */
export interface Post {
  readonly ref: StepRef;
  readonly bench: Bench;
  readonly env: Readonly<Record<string, string>>;
  readonly condition: string;
  readonly command: StepCommand;
  readonly state: Readonly<Record<string, string>>;
}

/** A process of a step. */
export interface StepCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** What this kind of step adds: inputs, state. */
  readonly env: Readonly<Record<string, string>>;
  /** What the `github` context says for this step. */
  readonly github: Readonly<Record<string, Value>>;
}

/** What the `steps` context knows of one step. */
export interface StepRecord {
  readonly outputs: Readonly<Record<string, string>>;
  readonly outcome: Result;
  readonly conclusion: Result;
}

/** Where steps run: the job itself, or a composite action within it. */
export interface Bench {
  readonly run: JobRun;
  /** The bench of the step that uses the composite action. */
  readonly outer: Bench | undefined;
  readonly depth: number;
  /** The repository whose file says these steps. */
  readonly home: Repository;
  readonly records: Map<string, StepRecord>;
  readonly env: Readonly<Record<string, string>>;
  /** Contexts that this bench has beside the job's, such as a composite action's inputs. */
  readonly contexts: Readonly<Record<string, Value>>;
  /** Aborted when the steps are to be asked whether they go on. */
  readonly asked: AbortSignal;
  failed: boolean;
}

/** What success(), failure() and cancelled() answer to the next step. */
export function statusOf(bench: Bench): Status {
  const cancelled = bench.run.stop.asked.aborted;
  return { cancelled, success: !bench.failed && !cancelled, failure: bench.failed };
}

/** What the expressions of a bench see, with the `env` of one step. */
export function scopeOf(bench: Bench, env: Readonly<Record<string, string>>, status?: Status): Scope {
  const { run } = bench;
  const job = { ...objectOf(run.contexts["job"]), status: stateOf(outermost(bench)) };
  const action = bench.outer ? { github: { ...githubOf(bench), action_status: stateOf(bench) } } : {};
  const steps = Object.fromEntries([...bench.records].map(([id, record]) => [id, { ...record }]));
  return {
    contexts: { ...run.contexts, job, steps, env, ...bench.contexts, ...action },
    status,
    hashFiles: undefined,
  };
}

/** The job's own bench. */
function outermost(bench: Bench): Bench {
  return bench.outer ? outermost(bench.outer) : bench;
}

function stateOf({ run, failed }: Bench): Result {
  if (run.stop.asked.aborted) return "cancelled";
  return failed ? "failure" : "success";
}

/** The `github` context at a bench. */
export function githubOf(bench: Bench): Readonly<Record<string, Value>> {
  return { ...objectOf(bench.run.contexts["github"]), ...objectOf(bench.contexts["github"]) };
}
