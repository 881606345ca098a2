import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { functionsPart, inspectFunctions } from "../../../kit/parts/functions/plan-functions.ts";
import { rememberedOf } from "../../../kit/parts/functions/live/remembered.ts";
import { loadSnapshot } from "../../../kit/parts/functions/snapshot/snapshot.ts";
import { type FunctionsStage, functionsStage } from "../../support/functions-stage.ts";
import { type GithubWorld, commit, githubWorld } from "../../support/github-world.ts";

let stage: FunctionsStage<(typeof spec)["inputs"]>;
let forge: GithubWorld;
beforeEach(async () => {
  [stage, forge] = await Promise.all([functionsStage(spec.inputs), githubWorld()]);
});
afterEach(async () => {
  await Promise.all([stage.platform.close(), forge.standIn.close()]);
});

const names = (n: number): readonly string[] => Array.from({ length: n }, (_, index) => `fn-${index + 100}`);
const pathOf = (slug: string): string => `supabase/functions/${slug}/index.ts`;

async function write(slugs: readonly string[], text: string): Promise<void> {
  await stage.write(Object.fromEntries(slugs.map((slug) => [pathOf(slug), `export const ${text};\n`])));
}

/** A run of its own, with the record. */
async function deploy(slugs: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const run = await forge.another();
  const asked = stage.platform.asked.length;
  const recorded = {
    "github-token": "any",
    target: "production",
    release: `production-20261122-${commit.slice(0, 12)}-${run.context.runId}`,
    "require-healthy": "false",
  };
  const world = { ...stage.world, context: run.context, github: async () => run.github };
  const { report } = await deployFunctions(
    stage.inputs({ functions: slugs.join(","), ...recorded, ...more }),
    world,
  );
  forge.standIn.runs.finish(Number(run.context.runId), "success");
  const calls = stage.platform.asked.slice(asked).filter((line) => !line.includes("/fn/"));
  return { report, calls, bodies: calls.filter((line) => line.endsWith("/body")) };
}

test("none of 50 has changed: the platform is asked once, since the record knows each live bundle", async () => {
  const slugs = names(50);
  await write(slugs, "first = 1");
  await deploy(slugs);
  const { report, calls } = await deploy(slugs);
  expect(report.reason).toContain("50 of 50 functions are live already");
  expect(calls).toHaveLength(1);
});

test("of 50, only those that have changed are read, and one that somebody else has deployed is no other", async () => {
  const slugs = names(50);
  await write(slugs, "first = 1");
  await deploy(slugs);
  await write(["fn-101", "fn-102"], "second = 2");
  const theirs = stage.platform.functions.get("fn-103");
  const files = new Map([[pathOf("fn-103"), Buffer.from("export const theirs = 1;\n")]]);
  if (theirs?.live) theirs.live = { ...theirs.live, version: 2, files };
  Object.assign(theirs ?? {}, { row: { ...theirs?.row, version: 2, ezbr_sha256: "theirs" } });
  const { report, bodies } = await deploy(slugs);
  expect(report.reason).toBe("3 of 3 functions are live and answer.");
  expect([...new Set(bodies)].sort()).toEqual(
    ["fn-101", "fn-102", "fn-103"].map((slug) => expect.stringContaining(`/${slug}/body`)),
  );
});

test("with and without a record the plan is the same", async () => {
  const slugs = names(12);
  await write(slugs, "first = 1");
  await deploy(slugs);
  await write(["fn-101"], "second = 2");
  const inputs = stage.inputs({ functions: slugs.join(",") });
  const plan = async (githubToken: string | undefined) => {
    const world = { ...stage.world, github: async () => forge.github };
    const of = { functions: slugs, target: "production", githubToken };
    const asked = stage.platform.asked.length;
    const part = functionsPart(
      await inspectFunctions(inputs, world, { remembered: rememberedOf(of, world) }),
    );
    return { part, calls: stage.platform.asked.length - asked };
  };
  const [asking, knowing] = [await plan(undefined), await plan("any")];
  expect(knowing.part).toEqual(asking.part);
  expect([asking.calls, knowing.calls]).toEqual([13, 2]);
});

test("a platform that does not tell a bundle's sum is asked for all sources", async () => {
  const slugs = names(10);
  await write(slugs, "first = 1");
  stage.platform.fault = ({ method }) => {
    for (const one of stage.platform.functions.values()) delete one.row["ezbr_sha256"];
    return method === "none" ? { status: 500 } : undefined;
  };
  await deploy(slugs);
  expect((await deploy(slugs)).bodies).toHaveLength(10);
});

test("more functions than can be read back in a minute are proven by the bundles that were built of them", async () => {
  const slugs = names(41);
  await write(slugs, "first = 1");
  const { report, bodies } = await deploy(slugs);
  expect(report.evidence).toEqual([
    "41 of 41 functions are active with the declared verify_jwt",
    "41 of 41 functions have the sources that were sent",
    "41 of 41 by the sum of the bundle that was built of them: too many to read back",
    "41 of 41 functions answer their health request",
  ]);
  expect(bodies).toEqual([]);
});

test("sources that are not those of the bundle that is live are no snapshot: a bundle may be waiting", async () => {
  const slugs = names(10);
  await write(slugs, "first = 1");
  await deploy(slugs);
  await write(["fn-101"], "second = 2");
  let given = 0;
  const body = `--b\r\nContent-Disposition: form-data; name="file"; filename="index.ts"\r\nSupabase-Path: ${pathOf("fn-101")}\r\n\r\nexport const second = 2;\n\r\n--b--\r\n`;
  stage.platform.fault = ({ path, headers }) => {
    if (!path.endsWith("/fn-101/body") || headers.accept !== "multipart/form-data") return undefined;
    given += 1;
    return given > 1
      ? undefined
      : { status: 200, body, headers: { "content-type": 'multipart/form-data; boundary="b"' } };
  };
  await deploy(slugs);
  const { functions } = await loadSnapshot(stage.world.emitted["snapshot"] ?? "");
  expect(functions["fn-101"]?.was).toMatchObject({ source: null, eszip: expect.any(String) });
  expect(functions["fn-101"]?.was?.state.digest).toMatch(/^[0-9a-f]{64}$/);
});
