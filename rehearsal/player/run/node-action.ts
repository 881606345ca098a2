import type { Action, NodeRuns, Step } from "../read/model.ts";
import { holds } from "../expressions/evaluate.ts";
import { createStepLog } from "./log.ts";
import { type Bench, githubOf, type JobRun, type Post, scopeOf, statusOf } from "./job-run.ts";
import { createStepFiles } from "./step-files.ts";
import { runStepProcess } from "./step-process.ts";
import type { Outcome, Tools } from "./tools.ts";

/** A JavaScript action with the inputs of one step, by lower-case name. */
export interface NodeUse {
  readonly action: Action;
  readonly runs: NodeRuns;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Runs an action's `main` as a child process. Its `post`, if it has one, is left for the end of the job. */
export async function runNodeAction(step: Step, use: NodeUse, bench: Bench, tools: Tools): Promise<Outcome> {
  const { run } = bench;
  const files = await createStepFiles(run);
  const inputs = inputVariables(use.inputs);
  const github = {
    ...githubOf(bench),
    action: step.id ?? `__${use.action.name}`,
    action_repository: use.action.repository.name,
    action_ref: use.action.repository.ref,
  };
  const { node, nodeOptions = [] } = run.world;
  const command = { program: node, cwd: run.folders.workspace, github };
  const state: Record<string, string> = {};
  if (use.runs.post !== undefined) {
    const post = { ...command, args: [...nodeOptions, use.runs.post], env: inputs };
    run.posts.push({
      ref: tools.ref,
      bench,
      env: tools.env,
      condition: use.runs.postCondition,
      command: post,
      state,
    });
  }
  let passed = false;
  let outputs: Record<string, string> = {};
  try {
    passed = await runStepProcess(
      { ...command, args: [...nodeOptions, use.runs.main], env: inputs },
      run,
      files,
      tools,
    );
  } finally {
    const told = await files.collect(tools.log, tools.ref);
    outputs = told.outputs;
    Object.assign(state, told.state);
  }
  return { result: passed ? "success" : "failure", outputs };
}

/** Runs what actions left for the end, the last one first. A failure fails the job. */
export async function runPosts(run: JobRun, job: Bench): Promise<void> {
  for (const post of run.posts.toReversed()) {
    if (run.stop.killed.aborted) return;
    await runPost(post, run, job);
  }
}

async function runPost(post: Post, run: JobRun, job: Bench): Promise<void> {
  const ref = { ...post.ref, name: `Post ${post.ref.name}` };
  const log = createStepLog(run.ref, ref, run.masks, run.emit);
  const scope = scopeOf(post.bench, post.env, statusOf(job));
  if (!holds(post.condition, scope)) return;
  const started = run.world.clock.now();
  run.emit({ kind: "step-started", job: run.ref, step: ref });
  let passed = false;
  try {
    const files = await createStepFiles(run);
    const states = Object.entries(post.state).map(([name, value]) => [`STATE_${name}`, value]);
    const env = { ...post.command.env, ...Object.fromEntries(states) };
    const tools = { env: post.env, log, stop: run.stop.killed };
    passed = await runStepProcess({ ...post.command, env }, run, files, tools);
    await files.collect(log, ref);
  } catch (error) {
    passed = false;
    log.annotate("error", error instanceof Error ? error.message : String(error));
  }
  if (!passed) job.failed = true;
  const outcome = passed ? "success" : "failure";
  const worked = run.world.clock.now() - started;
  const ended = { outcome, conclusion: outcome, outputs: {}, worked } as const;
  run.emit({ kind: "step-finished", job: run.ref, step: ref, ...ended });
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
      value,
    ]),
  );
}
