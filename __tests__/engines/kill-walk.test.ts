import { beforeAll, expect, test } from "@jest/globals";
import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { needsUntil } from "../support/needs-until.ts";
import type { Boundary } from "./kills/door.ts";
import { before, phasesOf } from "./kills/release.ts";
import { type Act, type Met, type Saved, type Scene, startScene } from "./kills/scene.ts";
import { say, walk } from "./kills/walk.ts";

/** `npm run kills` tries every boundary, `npm run engines` a part that changes from day to day. */
const whole = process.env["KILLS"] === "all";
const seed = Number(process.env["KILLS_SEED"] ?? Math.floor(Date.now() / 86_400_000));
const part = { one: whole ? 1 : 6, seed };
const patience = whole ? 900_000 : 180_000;

/** The older release live; the new one's functions live; all of it live. */
interface Stages {
  readonly phases: Awaited<ReturnType<typeof phasesOf>>;
  readonly old: Saved;
  readonly whole: Saved;
  readonly met: { readonly old: Met; readonly functions: Met };
  /** What the jobs have uploaded: of `plan`, which is there in every case, the snapshot. */
  readonly artifacts: string;
  readonly calls: { readonly functions: readonly string[]; readonly rollback: readonly string[] };
}

let stages: Stages;
const failedIn = (attempt: string): string =>
  needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright", attempt });

beforeAll(async () => {
  const saved = await before();
  const phases = await phasesOf(saved);
  const scene = await startScene(saved);
  try {
    for (const one of phases.earlier) await passed(scene, one);
    const [old, oldMet] = [scene.state(), await scene.met()];
    const functions = await passed(scene, phases.functions);
    const artifacts = await mkdtemp(join(tmpdir(), "prism-kills-plan-"));
    await cp(join(functions.temp, "prism-rollout/deploy-functions"), artifacts, { recursive: true });
    const functionsMet = await scene.met();
    await passed(scene, phases.web);
    await passed(scene, phases.purge);
    const all = scene.state();
    const rollback = await passed(scene, phases.rollback(failedIn("1"), artifacts));
    expect(await scene.met()).toEqual(oldMet);
    stages = {
      phases,
      old,
      whole: all,
      met: { old: oldMet, functions: functionsMet },
      artifacts,
      calls: { functions: functions.calls, rollback: rollback.calls },
    };
  } finally {
    await scene.close();
  }
}, patience);

test(
  "deploy-functions killed at any call: what is live is wholly old or new; run again it is new and released, rolled back it is old",
  async () => {
    const endsOf = ({ moment }: Boundary): readonly End[] =>
      moment === "before" ? ["again", "back"] : ["again", "back", "back with what it left"];
    const walked = await walk(stages.calls.functions, endsOf, part, (tried) =>
      inScene(stages.old, async (scene) => {
        scene.jobs("deploy-functions");
        const killed = await scene.act({ ...stages.phases.functions, at: tried.at });
        if (killed.code !== null) return "not reached";
        return tried.end === "again"
          ? await runAgain(scene)
          : await rolledBack(scene, tried.end, killed.temp);
      }),
    );
    say("deploy-functions", walked, seed);
    expect(walked.failures).toEqual([]);
    expect(walked.tried).toBeGreaterThanOrEqual(mostOf(walked.chosen));
  },
  patience,
);

type End = "again" | "back" | "back with what it left";

const half = (left: Met): string => `half of the functions are live: ${JSON.stringify(left.functions)}`;

async function runAgain(scene: Scene): Promise<string> {
  const { phases, met, artifacts } = stages;
  const left = await scene.met();
  if (!isWhole(left)) return half(left);
  scene.again("deploy-functions");
  await passed(scene, phases.functions);
  const found = await scene.met();
  if (!isDeepStrictEqual(found, met.functions)) return notLive(found, met.functions);
  const end = await passed(scene, phases.rollback(needsUntil("observe", "success"), artifacts));
  return ends(end.outputs, "released");
}

/** With what `plan` has uploaded alone, as where the runner is lost, or with what the killed job has. */
async function rolledBack(scene: Scene, how: End, temp: string): Promise<string> {
  const { phases, met, artifacts } = stages;
  const left = await scene.met();
  if (!isWhole(left)) return half(left);
  scene.jobs("deploy-functions", "failure");
  const uploaded = how === "back" ? artifacts : temp;
  const end = await passed(scene, phases.rollback(needsUntil("deploy-functions", "failure"), uploaded));
  const found = await scene.met();
  if (!isDeepStrictEqual(found, met.old)) return notLive(found, met.old);
  return isDeepStrictEqual(left, met.old) ? "held" : ends(end.outputs, "rolled-back");
}

test(
  "rollback killed at any call: run again, functions, web and every page are wholly the old ones",
  async () => {
    const { phases, met, artifacts } = stages;
    const walked = await walk(
      stages.calls.rollback,
      () => ["again"],
      part,
      ({ at }) =>
        inScene(stages.whole, async (scene) => {
          scene.jobs("smoke", "failure");
          const killed = await scene.act({ ...phases.rollback(failedIn("1"), artifacts), at });
          if (killed.code !== null) return "not reached";
          scene.again("smoke");
          scene.jobs("smoke", "failure");
          const end = await passed(scene, phases.rollback(failedIn("2"), artifacts));
          const found = await scene.met();
          return isDeepStrictEqual(found, met.old)
            ? ends(end.outputs, "rolled-back")
            : notLive(found, met.old);
        }),
    );
    say("rollback", walked, seed);
    expect(walked.failures).toEqual([]);
    expect(walked.tried).toBeGreaterThanOrEqual(mostOf(walked.chosen));
  },
  patience,
);

async function inScene<T>(saved: Saved, work: (scene: Scene) => Promise<T>): Promise<T> {
  const scene = await startScene(saved);
  try {
    return await work(scene);
  } finally {
    await scene.close();
  }
}

/** @throws {Error} with what the process said, where it did not end well. */
async function passed(scene: Scene, act: Act): ReturnType<Scene["act"]> {
  const ran = await scene.act(act);
  if (ran.code !== 0)
    throw new Error(`${act.action} ended with ${ran.code}: ${ran.errors.join(" ") || ran.out}`);
  return ran;
}

function isWhole({ functions }: Met): boolean {
  return [stages.met.old, stages.met.functions].some((one) => isDeepStrictEqual(functions, one.functions));
}

function notLive(found: Met, wanted: Met): string {
  return `live is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;
}

function ends(outputs: string, wanted: string): string {
  const said = [...outputs.matchAll(/^outcome<<(\S+)\n(.*)\n\1$/gm)].at(-1)?.[2] ?? "";
  return said === wanted ? "held" : `ends ${said}`;
}

/** A walk that no longer comes to what it chose proves nothing. */
function mostOf(chosen: number): number {
  return Math.max(1, chosen - Math.max(1, Math.floor(chosen / 10)));
}
