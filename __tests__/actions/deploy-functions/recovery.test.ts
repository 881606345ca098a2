import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { planFunctions } from "../../../kit/parts/functions/plan-functions.ts";
import { cutAfter } from "../../support/broken-http.ts";
import type { FakeClock } from "../../support/fake-clock.ts";
import { token } from "../../support/functions-platform.ts";
import { type FunctionsStage, functionsStage, sources } from "../../support/functions-stage.ts";
import { planFile } from "../../support/plan-file.ts";

type Stage = FunctionsStage<(typeof spec)["inputs"]>;

const open: Stage[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ platform }) => platform.close()));
});

async function stage(options: { lenient?: boolean } = {}): Promise<Stage> {
  const made = await functionsStage(spec.inputs, options);
  open.push(made);
  return made;
}

test("a limit on the rate is waited for as long as the platform says", async () => {
  const { platform, world, inputs } = await stage();
  let refusals = 0;
  platform.fault = ({ method }) => {
    if (method !== "POST" || refusals >= 2) return undefined;
    refusals += 1;
    return { status: 429, json: { message: "Too many requests" }, headers: { "retry-after": "7" } };
  };
  const { report } = await deployFunctions(inputs(), world);
  expect(report.verdict).toBe("pass");
  expect((world.clock as FakeClock).slept.filter((ms) => ms === 7000)).toHaveLength(2);
});

test("a bundle whose answer is lost is looked up, not sent again", async () => {
  const { platform, world, inputs, write } = await stage();
  await deployFunctions(inputs(), world);
  await write({ "supabase/functions/_shared/version.ts": `export const version = "2";\n` });
  const sent = platform.uploads.length;
  platform.listsStaged = true;
  platform.lose = ({ query }) => query.get("slug") === "world";
  const { report } = await deployFunctions(inputs(), world);
  expect(report.verdict).toBe("pass");
  expect(platform.uploads.slice(sent).filter(({ slug }) => slug === "world")).toHaveLength(1);
});

test("what the list says of it besides its number is of the live one: neither its sum nor its paths are activated", async () => {
  const { platform, world, inputs, write } = await stage({ lenient: false });
  platform.stored = (path, slug, version) => `file:///tmp/${slug}_${version}/source/${path}`;
  await deployFunctions(inputs(), world);
  await write({
    "supabase/functions/world/deno.json": `{ "imports": {} }\n`,
    "supabase/functions/world/index.ts": "export const world = 2;\n",
  });
  platform.listsStaged = true;
  platform.lose = ({ query }) => query.get("slug") === "world";
  expect((await deployFunctions(inputs(), world)).report.verdict).toBe("pass");
  const { row, live } = platform.functions.get("world") ?? {};
  expect(live?.version).toBe(2);
  expect(row).toMatchObject({
    entrypoint_path: expect.stringContaining("world_2/"),
    import_map: true,
    import_map_path: expect.stringContaining("world_2/"),
  });
  expect((await planFunctions(inputs(), world)).work).toBe("none");
});

test("a bundle whose answer is lost and that no list shows makes room for itself where the platform takes no second one", async () => {
  const { platform, world, inputs } = await stage({ lenient: false });
  let lost = 0;
  platform.lose = () => (lost += 1) <= 1;
  expect((await deployFunctions(inputs(), world)).report.verdict).toBe("pass");
  expect([...platform.functions.values()].filter(({ staged }) => staged)).toEqual([]);
});

test("a bundle whose answer is lost and that no list shows is sent once more", async () => {
  const { platform, world, inputs } = await stage();
  let lost = 0;
  platform.lose = () => (lost += 1) <= 1;
  expect((await deployFunctions(inputs(), world)).report.verdict).toBe("pass");
  expect(platform.uploads).toHaveLength(3);
});

test("a bundle that cannot be told to have arrived activates nothing", async () => {
  const { platform, world, inputs } = await stage();
  platform.fault = ({ method }) => (method === "POST" ? { status: 502, body: "bad gateway" } : undefined);
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({ code: "PR421" });
  expect(platform.asked.filter((line) => line.startsWith("PUT"))).toEqual([]);
});

test("a failed bundle leaves the others not active, and the next deployment makes room for itself", async () => {
  const { platform, world, inputs, write } = await stage({ lenient: false });
  await deployFunctions(inputs(), world);
  await write({
    "supabase/functions/hello/index.ts": "SYNTAX ERROR\n",
    "supabase/functions/world/index.ts": "export const changed = 1;\n",
  });
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({ code: "PR421" });
  expect(platform.functions.get("world")?.live?.version).toBe(1);
  expect(world.log.lines).toContainEqual(
    expect.stringContaining("world: the new bundle waits on the platform"),
  );
  await write({
    "supabase/functions/hello/index.ts": "export const mended = 1;\n",
    "supabase/functions/world/index.ts": "export const mended = 1;\n",
  });
  const { report } = await deployFunctions(inputs(), world);
  expect(report.verdict).toBe("pass");
  expect(report.evidence).toContain("2 of 2 functions have the sources that were sent");
  expect([...platform.functions.values()].filter(({ staged }) => staged)).toEqual([]);
});

test("when the wanted bundle fails after room was made for it, the old sources are put back", async () => {
  const { platform, world, inputs, write } = await stage({ lenient: false });
  await deployFunctions(inputs(), world);
  const before = platform.functions.get("world")?.live?.files;
  await write({
    "supabase/functions/hello/index.ts": "SYNTAX ERROR\n",
    "supabase/functions/world/index.ts": "export const abandoned = 1;\n",
  });
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({ code: "PR421" });
  await write({ "supabase/functions/hello/index.ts": sources["supabase/functions/hello/index.ts"] });
  await write({ "supabase/functions/world/index.ts": "SYNTAX ERROR\n" });
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({ code: "PR421" });
  expect(platform.functions.get("world")?.live?.files).toEqual(before);
  expect(JSON.parse(world.emitted["receipt"] ?? "{}")).toMatchObject({ state: "failed" });
});

test("a new function beside a bundle that fails is not live afterwards", async () => {
  const { platform, world, inputs, write } = await stage({ lenient: false });
  await write({ "supabase/functions/hello/index.ts": "SYNTAX ERROR\n" });
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({ code: "PR421" });
  expect([...platform.functions.values()].filter(({ live }) => live)).toEqual([]);
});

test("a re-run after a failed proof finds its own work done, proves it, and completes its receipt", async () => {
  const made = await stage();
  const { platform, world, inputs } = made;
  const given = await planFile(world, await planFunctions(inputs(), world));
  platform.fault = ({ path }) =>
    path.startsWith("/fn/") && platform.functions.get("hello")?.live
      ? { status: 503, json: { code: "BOOT_ERROR" } }
      : undefined;
  expect((await deployFunctions(inputs(given), world)).report.verdict).toBe("fail");
  platform.fault = () => undefined;
  const sent = platform.uploads.length;
  const again = await deployFunctions(inputs(given), world);
  expect(again.report.verdict).toBe("pass");
  expect(again.outputs.functions).toBe('["hello","world"]');
  expect(platform.uploads).toHaveLength(sent);
  expect(JSON.parse(world.emitted["receipt"] ?? "{}")).toMatchObject({
    seq: 2,
    state: "done",
    component: "functions",
  });
});

test("what was changed by others since the approval is refused, and nothing is changed", async () => {
  const made = await stage();
  const { platform, world, inputs, write } = made;
  const given = await planFile(world, await planFunctions(inputs(), world));
  await write({ "supabase/functions/world/index.ts": "export const other = 1;\n" });
  await expect(deployFunctions(inputs(given), world)).rejects.toMatchObject({
    code: "PR202",
    message: expect.stringContaining("functions.world.becomes.digest"),
  });
  expect(platform.uploads).toEqual([]);
});

test("the receipt is written before the activation and completed with what is live after it", async () => {
  const { platform, world, inputs } = await stage();
  let receipt = "";
  platform.fault = ({ method }) => {
    if (method === "PUT") receipt = world.emitted["receipt"] ?? "";
    return undefined;
  };
  await deployFunctions(inputs(), world);
  expect(JSON.parse(receipt)).toMatchObject({ state: "intended", before: { hello: null, world: null } });
  const done = JSON.parse(world.emitted["receipt"] ?? "{}") as {
    state: string;
    intended: unknown;
    after: unknown;
  };
  expect(done.state).toBe("done");
  expect(done.after).toEqual(done.intended);
});

test("the user's own command gets its declared environment only, and is held to the declared settings", async () => {
  const { platform, world, inputs } = await stage();
  const script = `
    const out = Object.fromEntries(Object.entries(process.env).filter(([k]) => /SUPABASE|SECRET/.test(k)));
    require("node:fs").writeFileSync("seen.json", JSON.stringify(out));`;
  await writeFile(join(world.root, "deploy.cjs"), script);
  const command = {
    command: "node deploy.cjs",
    "command-env": '{ "SUPABASE_PROJECT_REF": "{supabase}" }',
    "command-token": "SUPABASE_ACCESS_TOKEN",
  };
  const { report } = await deployFunctions(inputs(command), {
    ...world,
    env: { ...world.env, SECRET_OF_THE_JOB: "x" },
  });
  expect(JSON.parse(await readFile(join(world.root, "seen.json"), "utf8"))).toEqual({
    SUPABASE_ACCESS_TOKEN: token,
    SUPABASE_PROJECT_REF: "abcdefghijklmnopqrst",
  });
  expect(report.verdict).toBe("fail");
  expect(report.reason).toContain("hello is not live; world is not live");
  expect(platform.uploads).toEqual([]);
});

test("a command that fails is an error with its last line", async () => {
  const { world, inputs } = await stage();
  await expect(
    deployFunctions(inputs({ command: "echo no such function >&2; exit 3" }), world),
  ).rejects.toMatchObject({
    code: "PR441",
    message: expect.stringContaining("ended with status 3: no such function"),
  });
  expect(JSON.parse(world.emitted["receipt"] ?? "{}")).toMatchObject({ state: "failed" });
});

test("a run that was cut after it had bundled a new function leaves nothing in the way of the next one", async () => {
  const { platform, world, inputs } = await stage({ lenient: false });
  const cut = { ...world, http: cutAfter(world.http, "POST", /deploy$/) };
  await expect(deployFunctions(inputs({ functions: "hello" }), cut)).rejects.toMatchObject({ code: "PR301" });
  expect(platform.functions.get("hello")).toMatchObject({ live: undefined, staged: { version: 1 } });
  const { report } = await deployFunctions(inputs({ functions: "hello" }), world);
  expect(report.verdict).toBe("pass");
});

test("a new function that somebody else has deployed meanwhile is not taken away", async () => {
  const { platform, world, inputs } = await stage({ lenient: false });
  await deployFunctions(inputs({ functions: "hello" }), world);
  const theirs = platform.functions.get("world");
  expect(theirs).toBeUndefined();
  platform.fault = ({ method, query }) => {
    if (method !== "POST" || query.get("slug") !== "world") return undefined;
    const hello = platform.functions.get("hello");
    if (hello)
      platform.functions.set("world", { ...hello, row: { ...hello.row, slug: "world", id: "theirs" } });
    return { status: 409, json: { message: "deployment already exists" } };
  };
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({ code: "PR442" });
  expect(platform.functions.get("world")?.row["id"]).toBe("theirs");
});
