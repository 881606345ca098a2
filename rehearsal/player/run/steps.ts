import type { Clock } from "../../../kit/ports/clock.ts";
import { asText } from "../expressions/data.ts";
import { holds, type Scope } from "../expressions/evaluate.ts";
import { fill, fillText, fillTexts } from "../expressions/fill.ts";
import type { Step } from "../read/model.ts";
import { workspaceHash } from "./hash-files.ts";
import { type Bench, scopeOf, statusOf } from "./job-run.ts";
import { createStepLog, type StepLog } from "./log.ts";
import type { Masks } from "./masks.ts";
import type { StepRef } from "./events.ts";
import type { Result } from "./result.ts";
import type { Outcome } from "./tools.ts";
import { doWork } from "./work.ts";

/** Runs steps one after the other, each if its condition holds. What fails is remembered in the bench. */
export async function runSteps(steps: readonly Step[], bench: Bench): Promise<void> {
  for (const step of steps) {
    if (bench.run.stop.killed.aborted) return;
    await runStep(step, bench);
  }
}

async function runStep(step: Step, bench: Bench): Promise<void> {
  const { run } = bench;
  const ref = refOf(step, bench);
  const log = createStepLog(run.ref, ref, run.masks, run.emit);
  const started = run.world.clock.now();
  const finish = (outcome: Result, outputs: Readonly<Record<string, string>>, forgiven = false): void => {
    const conclusion = forgiven && outcome === "failure" ? "success" : outcome;
    if (step.id !== undefined) bench.records.set(step.id, { outputs, outcome, conclusion });
    if (conclusion === "failure") bench.failed = true;
    run.emit({
      kind: "step-finished",
      job: run.ref,
      step: ref,
      outcome,
      conclusion,
      outputs: Object.fromEntries(Object.entries(outputs).filter(([, value]) => !run.masks.holds(value))),
      worked: run.world.clock.now() - started,
    });
  };
  try {
    const env = envOf(step, bench);
    const scope = scopeWithHash(bench, env);
    if (!holds(step.condition.expression, { ...scope, status: statusOf(bench) }))
      return finish("skipped", {});
    run.emit({ kind: "step-started", job: run.ref, step: named(step, ref, scope, run.masks) });
    const outcome = await timed(step, bench, env, log);
    finish(outcome.result, outcome.outputs, fill(step.continueOnError, scope) === true);
  } catch (error) {
    log.annotate("error", error instanceof Error ? error.message : String(error));
    finish("failure", {});
  }
}

/** The environment of a step: its bench's, what earlier steps added, and its own `env`. */
function envOf(step: Step, bench: Bench): Readonly<Record<string, string>> {
  const before = { ...bench.env, ...Object.fromEntries(bench.run.setEnv) };
  return { ...before, ...fillTexts(step.env, scopeWithHash(bench, before)) };
}

function scopeWithHash(bench: Bench, env: Readonly<Record<string, string>>): Scope {
  return { ...scopeOf(bench, env), hashFiles: workspaceHash(bench.run.folders.workspace) };
}

/** Does a step's work under its time limit, and ends it when the job is to end and the step's condition agrees. */
async function timed(
  step: Step,
  bench: Bench,
  env: Readonly<Record<string, string>>,
  log: StepLog,
): Promise<Outcome> {
  const { world } = bench.run;
  const scope = scopeWithHash(bench, env);
  const over = new AbortController();
  const stop = new AbortController();
  const minutes = Number(fillText(step.timeoutMinutes, scope));
  const tooLong = timeLimit(minutes * world.patience.minute, world.clock, over.signal);
  const cancelled = cancelledBy(bench, over.signal, () =>
    holds(step.condition.expression, { ...scope, status: statusOf(bench) }),
  );
  for (const signal of [tooLong, cancelled])
    signal.addEventListener("abort", () => stop.abort(), { once: true });
  try {
    const outcome = await doWork(step, bench, {
      env,
      scope,
      log,
      stop: stop.signal,
      ref: refOf(step, bench),
      runSteps,
    });
    if (cancelled.aborted && !tooLong.aborted) return { ...outcome, result: "cancelled" };
    if (!tooLong.aborted) return outcome;
    log.annotate("error", `The step has timed out after ${minutes} minutes.`);
    return { ...outcome, result: "failure" };
  } finally {
    over.abort();
  }
}

/** A signal that is aborted when the time is over; never, when there is no limit. */
function timeLimit(ms: number, clock: Clock, over: AbortSignal): AbortSignal {
  const limit = new AbortController();
  if (ms > 0) {
    clock.sleep(ms, over).then(
      () => limit.abort(),
      () => {},
    );
  }
  return limit.signal;
}

/** A signal that is aborted when the job is to end, unless the step goes on; when nothing goes on, at once. */
function cancelledBy(bench: Bench, over: AbortSignal, goesOn: () => boolean): AbortSignal {
  const cancelled = new AbortController();
  const { killed } = bench.run.stop;
  const options = { once: true, signal: over };
  bench.asked.addEventListener("abort", () => (killed.aborted || !goesOn()) && cancelled.abort(), options);
  killed.addEventListener("abort", () => cancelled.abort(), options);
  return cancelled.signal;
}

function refOf(step: Step, bench: Bench): StepRef {
  const { does } = step;
  const written = step.name?.kind === "value" ? asText(step.name.value) : undefined;
  const name = written ?? (does.kind === "run" ? `Run ${firstLine(does.script)}` : `Run ${does.uses}`);
  return { key: step.key, name, depth: bench.depth };
}

function named(step: Step, ref: StepRef, scope: Scope, masks: Masks): StepRef {
  if (step.name?.kind !== "expression") return ref;
  return { ...ref, name: masks.hide(fillText(step.name, scope)) };
}

function firstLine(script: Step["name"]): string {
  const text =
    script?.kind === "value" ? String(script.value) : script?.kind === "expression" ? script.expression : "";
  return text.trim().split("\n")[0] ?? "";
}
