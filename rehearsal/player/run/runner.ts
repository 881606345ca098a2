import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Value } from "../expressions/data.ts";
import { holds } from "../expressions/evaluate.ts";
import { fillText, fillTexts } from "../expressions/fill.ts";
import type { StepsJob } from "../read/model.ts";
import type { Passage } from "./gate.ts";
import { type Bench, type Folders, type JobRun, scopeOf } from "./job-run.ts";
import { createMasks } from "./masks.ts";
import { runPosts } from "./node-action.ts";
import { jobOutputs } from "./outputs.ts";
import { jobContexts, jobStatus, type ReadyJob } from "./play-run.ts";
import { readLocalAction } from "../read/local-action.ts";
import type { JobResult, Result } from "./result.ts";
import { jobSecrets } from "./secrets.ts";
import { killGroup } from "./spawn.ts";
import { runSteps } from "./steps.ts";
import { createStop, type Stop } from "./stop.ts";
import { jobContext, runnerContext } from "./variables.ts";
import type { Answer } from "./world.ts";

/** A gate that was passed. */
type Passed = Passage & { readonly answer: Extract<Answer, { approved: true }> };

/** Runs a job on a runner of its own: fresh folders, which are gone when it ends, as are all its processes. */
export async function runOnRunner(ready: ReadyJob<StepsJob>, passed: Passed): Promise<JobResult> {
  const { play, ref } = ready;
  const { clock } = play.world;
  const started = clock.now();
  play.emit({ kind: "job-started", job: ref });
  const over = new AbortController();
  const stop = createStop(play.world, over.signal);
  const unwatch = watchForStops(ready, stop, over.signal);
  const folders = await createFolders(ready);
  const run = createJobRun(ready, passed, folders, stop);
  try {
    const ended = await runToEnd(run);
    const { key, id, name } = ref;
    const { environment, waited } = passed;
    return { key, id, name, ...ended, environment, waited, worked: clock.now() - started, jobs: [] };
  } finally {
    over.abort();
    unwatch();
    for (const [pid, release] of run.groups) {
      killGroup(pid);
      release();
    }
    await rm(folders.root, { recursive: true, force: true });
  }
}

/** Ends the job when the run is cancelled and the job's condition does not say otherwise, or when its time is over. */
function watchForStops(ready: ReadyJob<StepsJob>, stop: Stop, over: AbortSignal): () => void {
  const { play, job, ref } = ready;
  const { clock, patience } = play.world;
  const scope = { contexts: jobContexts(ready) };
  const cancel = (): void => {
    if (!holds(job.condition.expression, { ...scope, status: jobStatus(ready) })) stop.ask("cancelled");
  };
  const force = (): void => stop.kill("killed");
  play.cancelled.addEventListener("abort", cancel);
  play.forced.addEventListener("abort", force);
  play.stops.set(ref.key, stop);
  if (play.cancelled.aborted) cancel();
  const minutes = Number(fillText(job.timeoutMinutes, scope)) || 360;
  clock.sleep(minutes * patience.minute, over).then(
    () => stop.ask("timed-out"),
    () => {},
  );
  stop.killed.addEventListener("abort", () => play.stops.delete(ref.key), { once: true });
  return () => {
    play.cancelled.removeEventListener("abort", cancel);
    play.forced.removeEventListener("abort", force);
    play.stops.delete(ref.key);
  };
}

async function createFolders({ play, ref }: ReadyJob): Promise<Folders> {
  const { world } = play;
  const root = join(world.temp, `${world.runId}-${world.runAttempt}`, ref.key.replaceAll("/", "."));
  const name = world.repository.split("/").at(-1) ?? "repository";
  const folders = {
    root,
    workspace: join(root, "work", name, name),
    temp: join(root, "work", "_temp"),
    files: join(root, "work", "_files"),
  };
  await rm(root, { recursive: true, force: true });
  for (const folder of [folders.workspace, folders.temp, folders.files])
    await mkdir(folder, { recursive: true });
  await writeFile(join(folders.files, "event.json"), JSON.stringify(play.event.payload));
  return folders;
}

function createJobRun(ready: ReadyJob<StepsJob>, passed: Passed, folders: Folders, stop: Stop): JobRun {
  const { play, frame, ref, job } = ready;
  const { world } = play;
  const permissions = job.permissions ?? frame.permissions;
  const token = world.tokenFor(ref.key, permissions);
  const secrets = { ...jobSecrets(frame.secrets, passed.answer.secrets), GITHUB_TOKEN: token };
  const groups: JobRun["groups"] = new Map();
  let number = 0;
  stop.killed.addEventListener("abort", () => [...groups.keys()].forEach(killGroup), { once: true });
  const contexts: Record<string, Value> = {
    ...jobContexts(ready),
    vars: { ...world.vars, ...passed.answer.vars },
    github: { ...play.github, token, job: ref.id, workspace: folders.workspace },
    secrets,
    job: jobContext(frame.workflow),
    runner: runnerContext(folders),
    strategy: {},
    matrix: {},
  };
  return {
    world,
    workflow: frame.workflow,
    job,
    ref,
    folders,
    stop,
    masks: createMasks(Object.values(secrets)),
    emit: play.emit,
    tally: play.tally,
    contexts,
    setEnv: new Map(),
    paths: [],
    posts: [],
    groups,
    readLocal: (uses) => readLocalAction(join(folders.workspace, uses), frame.workflow.home, world),
    next: () => (number += 1),
  };
}

type Ended = Pick<JobResult, "result" | "outcome" | "outputs" | "environmentUrl" | "because">;

async function runToEnd(run: JobRun): Promise<Ended> {
  const bench = createBench(run);
  await runSteps(run.job.steps, bench);
  await runPosts(run, bench);
  const reason = run.stop.reason();
  if (run.stop.killed.aborted) {
    const result = reason === "lost" ? "failure" : "cancelled";
    const because = reason === "lost" ? "the runner was lost" : "it was ended by force";
    return { result, outcome: result, outputs: {}, environmentUrl: undefined, because };
  }
  const scope = scopeOf(bench, { ...bench.env, ...Object.fromEntries(run.setEnv) });
  const { outputs, problem } = jobOutputs(run, scope);
  const result: Result = reason !== undefined ? "cancelled" : bench.failed || problem ? "failure" : "success";
  const url = fillText(run.job.environment?.url, scope);
  const because = problem ?? (reason === "timed-out" ? "its time was over" : reason);
  return {
    result,
    outcome: result,
    outputs,
    environmentUrl: url === "" || run.masks.holds(url) ? undefined : url,
    because,
  };
}

function createBench(run: JobRun): Bench {
  const scope = { contexts: run.contexts };
  return {
    run,
    outer: undefined,
    depth: 0,
    home: run.workflow.home,
    records: new Map(),
    env: { ...fillTexts(run.workflow.env, scope), ...fillTexts(run.job.env, scope) },
    contexts: {},
    asked: run.stop.asked,
    failed: false,
  };
}
