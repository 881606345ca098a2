import { setMaxListeners } from "node:events";
import { mkdir } from "node:fs/promises";
import type { Workflow } from "../read/model.ts";
import { defaultPermissions } from "../read/permissions.ts";
import { type Again, formerOf } from "./again.ts";
import { outputsOf } from "./call.ts";
import { concurrencyOf } from "./concurrency.ts";
import type { Emit, PlayEvent } from "./events.ts";
import { dispatchedInputs } from "./inputs.ts";
import { createTally, githubOutputLimits } from "./outputs.ts";
import type { Frame, PlayRun } from "./play-run.ts";
import { type PlayResult, allJobs, resultOf } from "./result.ts";
import { runJobs } from "./schedule.ts";
import { upperKeys } from "./secrets.ts";
import type { Stop } from "./stop.ts";
import { githubContext, type PlayTrigger } from "./variables.ts";
import type { World } from "./world.ts";

/** What is to be played. */
export interface PlayRequest {
  readonly workflow: Workflow;
  readonly event: PlayTrigger;
  /** What a person gave to `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, string | number | boolean>>;
  readonly world: World;
  /** The attempt before, where the run is run again; `world.runAttempt` says which attempt this is. */
  readonly again?: Again | undefined;
  /** Told of everything, in order, at once; never before `play` has returned. What it throws is not caught. */
  readonly onEvent?: (event: PlayEvent) => void;
}

/** A play under way. */
export interface Play {
  /** Resolves when every job has ended. Rejects when the inputs are wrong, before any job. */
  readonly finished: Promise<PlayResult>;
  /** Cancels the run as a person does: jobs and steps whose own condition still holds (`always()`) go on. */
  cancel(): void;
  /** Cancels it by force: `always()` does not help. */
  forceCancel(): void;
  /** Loses the runner of a job: it fails at once, without outputs, post steps or folders. False when it has none. */
  loseRunner(job: string): boolean;
}

/** Plays a workflow as GitHub would. */
export function play(request: PlayRequest): Play {
  const cancelled = new AbortController();
  const forced = new AbortController();
  const stops = new Map<string, Stop>();
  setMaxListeners(0, cancelled.signal, forced.signal); // every job that runs listens
  const finished = playToEnd(request, { cancelled: cancelled.signal, forced: forced.signal, stops });
  return {
    finished,
    cancel: () => cancelled.abort(),
    forceCancel() {
      cancelled.abort();
      forced.abort();
    },
    loseRunner(job) {
      const stop = stops.get(job);
      stop?.kill("lost");
      return stop !== undefined;
    },
  };
}

async function playToEnd(
  { workflow, event, inputs = {}, world, again, onEvent }: PlayRequest,
  control: Pick<PlayRun, "cancelled" | "forced" | "stops">,
): Promise<PlayResult> {
  const { clock } = world;
  const started = clock.now();
  const emit: Emit = (one) => onEvent?.({ at: clock.now(), ...one });
  await mkdir(world.temp, { recursive: true });
  const former = formerOf(workflow.jobs, again);
  const handedOn = allJobs([...former.kept.values()]).map(({ outputs }) => outputs);
  const tally = createTally(world.outputLimits ?? githubOutputLimits, handedOn);
  const github = githubContext(world, workflow, event);
  const run: PlayRun = { world, event, emit, github, former, tally, ...control };
  const typed = dispatchedInputs(workflow, event.name, inputs);
  const contexts = { github: run.github, inputs: typed, vars: world.vars };
  const concurrency = concurrencyOf(workflow.concurrency, { contexts });
  const frame: Frame = {
    workflow,
    caller: undefined,
    inputs: typed,
    secrets: { values: upperKeys(world.secrets), through: "all" },
    permissions: workflow.permissions ?? defaultPermissions,
    groups: concurrency ? [concurrency.group.toLowerCase()] : [],
  };
  const jobs = await runJobs(frame, run);
  const result = resultOf(jobs);
  emit({ kind: "run-finished", result });
  return {
    result,
    jobs,
    outputs: outputsOf(frame, jobs, run),
    concurrency,
    milliseconds: clock.now() - started,
  };
}
