import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec as functionsSpec } from "../../../actions/deploy-functions/spec.ts";
import { rollback } from "../../../actions/rollback/rollback.ts";
import { spec } from "../../../actions/rollback/spec.ts";
import { loadSnapshot } from "../../../kit/parts/functions/snapshot/snapshot.ts";
import { prepareUndo } from "../../../kit/parts/functions/undo/undo-functions.ts";
import { REF, TOKEN, type TestWorld, startWorld } from "../../rehearsal/stand-ins/supabase/world.ts";
import { type GithubWorld, commit, githubWorld } from "../../support/github-world.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { needsUntil } from "../../support/needs-until.ts";
import { testWorld } from "../../support/test-world.ts";

let backend: TestWorld;
let forge: GithubWorld;
beforeAll(async () => {
  backend = await startWorld();
  forge = await githubWorld();
}, 120_000);
afterAll(async () => {
  await Promise.all([backend?.close(), forge?.standIn.close()]);
});

test("on real Deno: a way back that was cut leaves its bundle waiting, and the next one still ends where it must", async () => {
  const given = {
    target: "production",
    supabase: REF,
    "supabase-access-token": TOKEN,
    "supabase-api-url": backend.supabase.url,
    "functions-url": `${backend.supabase.gatewayUrl}/functions/v1`,
    functions: "hello",
    "verify-jwt": "false",
    "deno-check": "off",
    "require-healthy": "false",
  };
  const world = {
    ...(await testWorld()),
    context: forge.context,
    github: async () => forge.github,
    sections: ["deploy-functions"],
    section: (_: string, declared: Parameters<typeof inputsFrom>[0]) => inputsFrom(declared, given),
  } as Awaited<ReturnType<typeof testWorld>>;
  const release = `production-20261122-${commit.slice(0, 12)}-${forge.context.runId}`;
  const own = { release, "github-token": "any" };
  const deploy = async (text: string, more: Readonly<Record<string, string>> = {}): Promise<void> => {
    const folder = join(world.root, "supabase/functions/hello");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "index.ts"), `Deno.serve(() => new Response(${JSON.stringify(text)}));\n`);
    await deployFunctions(inputsFrom(functionsSpec.inputs, { ...given, ...more }), world);
  };
  await deploy("one");
  await deploy("two", own);
  expect((await backend.call("hello")).text).toBe("two");

  const snapshot = await loadSnapshot(world.emitted["snapshot"] ?? "");
  await prepareUndo(snapshot, inputsFrom(functionsSpec.inputs, given), world);
  expect(Object.keys(backend.supabase.state().parked)).toEqual(["hello"]);

  const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
  const inputs = inputsFrom(spec.inputs, { ...own, target: "production", needs, artifacts: world.temp });
  const { outputs } = await rollback(inputs, world);
  expect(outputs).toMatchObject({ outcome: "rolled-back", components: expect.stringContaining("reverted") });
  expect((await backend.call("hello")).text).toBe("one");
  expect(backend.supabase.state().parked).toEqual({});
}, 120_000);
