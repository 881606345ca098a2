import { afterAll, expect, test } from "@jest/globals";
import { deployFunctions } from "../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../actions/deploy-functions/spec.ts";
import { functionsStage } from "../support/functions-stage.ts";
import { commit, githubWorld } from "../support/github-world.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const open: (() => Promise<void>)[] = [];
afterAll(async () => void (await Promise.all(open.map((close) => close()))));

const minute = 60_000;

test("300 changed functions under 120 calls a minute take at most 1.15 of the least that the limit allows", async () => {
  const [stage, forge] = await Promise.all([functionsStage(spec.inputs), githubWorld()]);
  open.push(stage.platform.close, forge.standIn.close);
  const slugs = Array.from({ length: 300 }, (_, index) => `fn-${index + 100}`);
  const write = (text: string) =>
    stage.write(Object.fromEntries(slugs.map((slug) => [`supabase/functions/${slug}/index.ts`, text])));
  const clock = virtualClock();
  const http = clock.watching(stage.world.http);
  const deploy = async () => {
    const run = await forge.another();
    const release = `production-20261122-${commit.slice(0, 12)}-${run.context.runId}`;
    const given = { "github-token": "any", target: "production", release, "require-healthy": "false" };
    const world = { ...stage.world, http, clock, context: run.context, github: async () => run.github };
    const began = clock.now();
    const { report } = await deployFunctions(stage.inputs({ functions: slugs.join(","), ...given }), world);
    forge.standIn.runs.finish(Number(run.context.runId), "success");
    expect(report.verdict).toBe("pass");
    return clock.now() - began;
  };
  await write("export const first = 1;\n");
  await deploy();
  await write("export const second = 2;\n");
  stage.platform.limit = { perMinute: 120, now: clock.now };
  const took = await deploy();
  // 120 at once, 120 a minute later, 60 after another one.
  const least = 2 * minute;
  expect(took).toBeGreaterThanOrEqual(least);
  expect(took).toBeLessThanOrEqual(1.15 * least);
  expect(stage.platform.uploads).toHaveLength(600);
}, 60_000);
