import { isDeepStrictEqual } from "node:util";
import { needsUntil } from "../../support/needs-until.ts";
import { type Base, type Step, outputsOf } from "./base.ts";
import { type Fault, sayFault } from "./faults.ts";
import { mayEnd } from "./outcomes.ts";
import { judgeEnd, judgeFound, judgeSaid } from "./judge.ts";
import { actOf, rollingBack, starts } from "./phases.ts";
import { type Done, type Scene, type Stage, inScene } from "./scene.ts";

/** A call of a phase that meets a fault, and what is done where the phase failed. */
export interface Case {
  readonly step: Step;
  readonly call: string;
  readonly fault: Fault;
  readonly next: "again" | "back";
}

/** `unmet`: the process did not come to the call; it polls, so that now and then one has fewer calls. */
export type Came =
  | { readonly how: "unmet" }
  | {
      readonly how: "retried" | "failed";
      readonly outcome?: string;
      readonly problem?: string;
      readonly said?: string;
    };

export function nameOf({ step, call, fault, next }: Case): string {
  return `${step.name}: ${sayFault(fault)} at ${call}, then ${next}`;
}

/** Plays a phase with a fault, and then, where it failed, the same phase again or the rollback. */
export async function play(stage: Stage, base: Base, one: Case): Promise<Came> {
  const { step, call, fault } = one;
  return await inScene(stage, step.world, async (scene) => {
    scene.jobs(starts[step.name].job);
    const done = await scene.act({ ...actOf(step.name, step.given), order: { call, fault } });
    if (!done.hit) return { how: "unmet" };
    const found = await scene.found();
    const isRollback = starts[step.name].job === "rollback";
    const problems = [...judgeSaid(done), ...judgeFound(found, base, scene.vendors(), isRollback)];
    if (problems.length > 0)
      return { how: "failed", problem: `${problems.join("; ")}. It said: ${saidOf(done)}` };
    if (done.code === 0) return { how: "retried", ...problemOf(judgeEnd(step, found, done)) };
    const ended = one.next === "again" ? await again(scene, step) : await back(scene, base, step, done);
    return { how: "failed", said: saidOf(done), ...ended };
  });
}

function problemOf(problems: readonly string[]): { readonly problem?: string } {
  return problems.length === 0 ? {} : { problem: problems.join("; ") };
}

type Ended = { readonly outcome?: string; readonly problem?: string };

/** What is wrong is over: the same phase, on a new runner, comes to what it would have come to. */
async function again(scene: Scene, step: Step): Promise<Ended> {
  const { job } = starts[step.name];
  scene.again(job);
  scene.jobs(job);
  const done = await scene.act(actOf(step.name, step.given));
  if (done.code !== 0) return { problem: `run again it ended with ${done.code}: ${saidOf(done)}` };
  return problemOf(judgeEnd(step, await scene.found(), done).map((problem) => `run again: ${problem}`));
}

/** What is wrong is over: the chain's own rollback ends the release. */
async function back(scene: Scene, base: Base, step: Step, failed: Done): Promise<Ended> {
  const { job } = starts[step.name];
  const left = await scene.found();
  if (job !== "rollback") scene.jobs(job, "failure");
  const outputs = outputsOf(failed);
  const needs = job === "rollback" ? {} : { needs: needsUntil(job, "failure", { ...outputs, attempt: "1" }) };
  const act = actOf(step.name === "rollback of a healthy release" ? step.name : "rollback", step.given, {
    ...rollingBack(step.given),
    ...needs,
  });
  const done = await scene.act(act);
  const outcome = outcomeOf(done);
  const found = await scene.found();
  const told = `${outcome || "no outcome"} (${done.code}): ${saidOf(done)}`;
  if (!mayEnd({ step, base, left, verdict: outputs["verdict"] ?? "error" }).includes(outcome))
    return { outcome, problem: `rolled back it ends ${told}` };
  const { ledger, tables } = left;
  const wanted = outcome === "rolled-back" ? { ...base.old, ledger, tables } : left;
  if (outcome !== "rolled-back" && outcome !== "released" && isDeepStrictEqual(found, left))
    return { outcome };
  if (isDeepStrictEqual(found, wanted)) return { outcome };
  return {
    outcome,
    problem: `it ends ${told}, and there is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`,
  };
}

function outcomeOf(done: Done): string {
  return outputsOf(done)["outcome"] ?? "";
}

function saidOf(done: Done): string {
  return done.errors.join(" ") || done.out.slice(-600);
}
