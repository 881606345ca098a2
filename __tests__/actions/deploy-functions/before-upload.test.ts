import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { dirname } from "node:path";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { checkTypes, errorsIn } from "../../../kit/parts/functions/deno/check-types.ts";
import { inspectWanted } from "../../../kit/parts/functions/declared/inspect-wanted.ts";
import { planFunctions } from "../../../kit/parts/functions/plan-functions.ts";
import { installedDeno } from "../../../rehearsal/engines/deno.ts";
import { type FunctionsStage, functionsStage } from "../../support/functions-stage.ts";

let stage: FunctionsStage<typeof spec.inputs>;
beforeEach(async () => {
  stage = await functionsStage(spec.inputs);
});
afterEach(() => stage.platform.close());

const index = "supabase/functions/world/index.ts";
const check = { "deno-check": "auto" };
const withDeno = () => ({
  ...stage.world,
  env: { ...stage.world.env, PATH: `${dirname(installedDeno())}:/usr/bin:/bin` },
});
const writes = () => stage.platform.asked.filter((line) => !line.startsWith("GET"));

test("an error that Deno finds is refused with file and line, in the function's own terms; nothing is staged", async () => {
  await stage.write({
    [index]: `import { version } from "../_shared/version.ts";\nDeno.serve(() => new Response(version.size));\n`,
    "supabase/functions/hello/index.ts": `import { version } from "version";\nexport const n: number = version;\n`,
  });
  await expect(deployFunctions(stage.inputs(check), withDeno())).rejects.toMatchObject({
    code: "PR444",
    message: expect.stringMatching(
      /^Deno finds errors in the functions: (?=.*supabase\/functions\/hello\/index\.ts:2:14: .*\(TS2322\))(?=.*supabase\/functions\/world\/index\.ts:2:\d+: .*\(TS2339\)).* Nothing was changed\.$/,
    ),
  });
  expect(writes()).toEqual([]);
});

test("what no import names is told before anything is sent: in the plan, also of a function that stays, and by a phase alone", async () => {
  await stage.write({ [index]: "const name = Deno.args[0];\nawait import(`./extra/${name}.ts`);\n" });
  const place = `${index}:2 of world: it imports what its text does not name, below ./extra/. Such a file`;
  const isTold = expect.stringMatching(`^${place}`);
  expect((await planFunctions(stage.inputs(), stage.world)).unverified).toContainEqual(isTold);
  await deployFunctions(stage.inputs(), stage.world);
  expect(stage.world.log.lines.filter((line) => line.includes(place))).toHaveLength(1);
  const after = await planFunctions(stage.inputs(), stage.world);
  expect(after).toMatchObject({ work: "none", unverified: [isTold] });
});

test("without Deno that is said; switched off nobody looks", async () => {
  const world = { ...stage.world, env: { PATH: "/usr/bin:/bin" } };
  const { report } = await deployFunctions(stage.inputs(check), world);
  expect(report.verdict).toBe("pass");
  expect(stage.world.log.lines).toContainEqual(expect.stringContaining("there is no Deno on this machine"));
  const inputs = stage.inputs();
  expect(await checkTypes(inputs, await inspectWanted(inputs, stage.world), withDeno())).toEqual([]);
});

test("what Deno could not fetch, and what took too long, is a doubt, not an error", async () => {
  const wanted = await inspectWanted(stage.inputs({ functions: "world" }), stage.world);
  const exec =
    (tail: string, more = {}) =>
    async () => ({ exitCode: 1, tail, ...more });
  const told = (...of: Parameters<typeof exec>) =>
    checkTypes(stage.inputs(check), wanted, { ...withDeno(), exec: exec(...of) });
  expect(
    await told("error: Import 'https://esm.sh/x' failed.\n    at file:///tmp/x/index.ts:1:17\n"),
  ).toEqual(["deno check of world could not be made: Import 'https://esm.sh/x' failed."]);
  await expect(told("TS1 [ERROR]: x\n    at file://host/index.ts:1:1\n")).rejects.toMatchObject({
    code: "PR444",
    message: expect.stringContaining("?: x (TS1)"),
  });
  expect(await told("", { stopped: "time-limit" })).toEqual([
    "deno check of world took longer than 120 s: not told",
  ]);
});

test.each([
  [
    "error: SyntaxError: Expression expected\n  |\n1 | const b = ;\n  |     ~\n    at file:///c/b/index.ts:1:16\n",
    "/c/b/index.ts:1:16: Expression expected",
  ],
  [
    "error: The module's source code could not be parsed: Expected ';' at file:///c/b/index.ts:4:1\n",
    "/c/b/index.ts:4:1: Expected ';'",
  ],
  ["TS2304 [ERROR]: Cannot find name 'EdgeRuntime'.\n", "?: Cannot find name 'EdgeRuntime'. (TS2304)"],
])("%j is told", (tail, said) => {
  expect(errorsIn(tail, (url) => url.replace("file://", ""))).toEqual([said]);
});

test("a function that is too large is refused with its biggest files, in the plan and before the upload", async () => {
  await stage.write({
    [index]: `import data from "./data.json" with { type: "json" };\nimport "./small.ts";\n`,
    "supabase/functions/world/data.json": `"${"x".repeat(6 * 1024 * 1024)}"`,
    "supabase/functions/world/small.ts": `export const s = "${"y".repeat(200_000)}";\n`,
  });
  const refused = {
    code: "PR443",
    message:
      "Supabase bundles at most 5 MB of a function, but world has 6.2 MB in 3 files (the biggest: data.json 6.0 MB, small.ts 0.2 MB, index.ts 0.0 MB). Nothing was changed.",
  };
  await expect(planFunctions(stage.inputs(), stage.world)).rejects.toMatchObject(refused);
  await expect(deployFunctions(stage.inputs(), stage.world)).rejects.toMatchObject(refused);
  expect(writes()).toEqual([]);
  expect((await planFunctions(stage.inputs({ "size-limit": "7" }), stage.world)).work).toBe("some");
  expect((await planFunctions(stage.inputs({ command: "true" }), stage.world)).work).toBe("some");
});

test("a bundle that only the platform finds too large is refused by it, and nothing is activated", async () => {
  stage.platform.fault = ({ method }) =>
    method === "POST" ? { status: 413, json: { message: "request entity too large" } } : undefined;
  await expect(deployFunctions(stage.inputs(), stage.world)).rejects.toMatchObject({
    code: "PR421",
    message: expect.stringContaining("request entity too large"),
  });
  expect([...stage.platform.functions.keys()]).toEqual([]);
});

test.each(["../../etc", "he llo", "2fast", "hello/../world", "hello?x=1", "-rf"])(
  "%j is no function's name: it is refused when inputs are read",
  (slug) => {
    expect(() => stage.inputs({ functions: `hello, ${slug}` })).toThrow(
      expect.objectContaining({
        code: "PR102",
        message: expect.stringContaining(`but ${JSON.stringify(slug)} is none`),
      }),
    );
    expect(stage.platform.asked).toEqual([]);
  },
);
