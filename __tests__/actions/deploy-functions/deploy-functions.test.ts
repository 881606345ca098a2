import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { planFunctions } from "../../../kit/parts/functions/plan-functions.ts";
import { partDigest } from "../../../kit/release/plan/plan.ts";
import { token } from "../../support/functions-platform.ts";
import { expectSummary } from "../../support/golden-summary.ts";
import { type FunctionsStage, functionsStage, sources } from "../../support/functions-stage.ts";

const open: FunctionsStage<(typeof spec)["inputs"]>[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ platform }) => platform.close()));
});

async function stage(options: { lenient?: boolean } = {}): Promise<FunctionsStage<(typeof spec)["inputs"]>> {
  const made = await functionsStage(spec.inputs, options);
  open.push(made);
  return made;
}

const changing = (asked: readonly string[]): readonly string[] =>
  asked.filter((line) => !line.startsWith("GET"));

test("new functions are bundled, activated by one call, and called for real", async () => {
  const { platform, world, inputs } = await stage();
  const { report, outputs } = await deployFunctions(inputs(), world);
  expect(report.verdict).toBe("pass");
  expect(report.evidence).toEqual([
    "2 of 2 functions are active with the declared verify_jwt",
    "2 of 2 functions have the sources that were sent",
    "2 of 2 functions answer their health request",
  ]);
  expect(outputs.functions).toBe('["hello","world"]');
  expect(changing(platform.asked).filter((line) => line.startsWith("PUT"))).toHaveLength(1);
  expect(
    changing(platform.asked).every((line) => line.startsWith("PUT") || line.includes("bundleOnly=true")),
  ).toBe(true);
  expectSummary("deploy-functions-pass", spec, report);
});

test("what is sent has the parts of Supabase's own client, and only the files that are used", async () => {
  const { platform, world, inputs } = await stage();
  await deployFunctions(inputs(), world);
  const hello = platform.uploads.find(({ slug }) => slug === "hello");
  expect(hello?.names).toEqual([
    "supabase/functions/hello/deno.json",
    "supabase/functions/hello/index.ts",
    "supabase/functions/_shared/version.ts",
  ]);
  expect(hello?.metadata).toEqual({
    entrypoint_path: "supabase/functions/hello/index.ts",
    import_map_path: "supabase/functions/hello/deno.json",
    static_patterns: [],
    verify_jwt: false,
    name: "hello",
  });
});

test("a second run finds nothing to do and changes nothing", async () => {
  const { platform, world, inputs } = await stage();
  await deployFunctions(inputs(), world);
  const before = platform.asked.length;
  const { report } = await deployFunctions(inputs(), world);
  expect(report.reason).toContain("2 of 2 functions are live already");
  expect(changing(platform.asked.slice(before))).toEqual([]);
  expect(world.emitted["work"]).toBe("none");
});

test.each([
  [
    "a folder of its own for each version",
    (path: string, slug: string, v: number) => `file:///tmp/user_fn_ref_${slug}_${v}/source/${path}`,
  ],
  ["a source folder", (path: string) => `source/${path}`],
  ["the tree from its common root", (path: string) => path.replace("supabase/functions/", "")],
])("sources that the platform gives back from %s are recognised", async (_, stored) => {
  const { platform, world, inputs } = await stage();
  platform.stored = stored;
  await deployFunctions(inputs(), world);
  expect((await planFunctions(inputs(), world)).work).toBe("none");
});

test("only the changed function is deployed, and the snapshot holds what it was", async () => {
  const { platform, world, inputs, write } = await stage();
  await deployFunctions(inputs(), world);
  await write({ "supabase/functions/world/index.ts": "Deno.serve(() => new Response());\n" });
  const before = platform.uploads.length;
  await deployFunctions(inputs(), world);
  expect(platform.uploads.slice(before).map(({ slug }) => slug)).toEqual(["world"]);
  const snapshot = JSON.parse(await readFile(world.emitted["snapshot"] ?? "", "utf8")) as {
    functions: Record<string, { was: { source: { files: { path: string; base64: string }[] } } }>;
  };
  expect(Object.keys(snapshot.functions)).toEqual(["world"]);
  const files = snapshot.functions["world"]?.was.source.files ?? [];
  const index = files.find(({ path }) => path === "index.ts")?.base64 ?? "";
  expect(Buffer.from(index, "base64").toString()).toBe(sources["supabase/functions/world/index.ts"]);
});

test("a bundle that fails keeps everything as it was", async () => {
  const { world, inputs, write } = await stage();
  await deployFunctions(inputs(), world);
  const live = (await planFunctions(inputs(), world)).decisions;
  const old = new Map(Object.entries(sources));
  await write({
    "supabase/functions/hello/index.ts": "SYNTAX ERROR\n",
    "supabase/functions/world/index.ts": "export const changed = 1;\n",
  });
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({
    code: "PR421",
    message: expect.stringMatching(
      /^1 of 2 functions could not be bundled, so none was activated: hello .*syntax error/,
    ),
  });
  await write(Object.fromEntries(old));
  const part = await planFunctions(inputs(), world);
  expect(part.work).toBe("none");
  expect(part.decisions).toEqual(live);
});

test("a flip of verify_jwt to false is work, and called a security change", async () => {
  const { world, inputs } = await stage();
  await deployFunctions(inputs({ "verify-jwt": "hello: true\nworld: false" }), world);
  const part = await planFunctions(inputs(), world);
  expect(part.says).toEqual([
    "hello: security change: verify_jwt goes from true to false, so anybody may call it",
  ]);
  expect(part.decisions).toMatchObject({
    functions: {
      hello: { was: { settings: { verifyJwt: true } }, becomes: { settings: { verifyJwt: false } } },
    },
    unchanged: ["world"],
  });
});

test("ten plans in a row have one digest, in whatever order functions are listed", async () => {
  const { world, inputs } = await stage();
  const lists = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? "hello, world" : "world, hello"));
  const parts = await Promise.all(lists.map((functions) => planFunctions(inputs({ functions }), world)));
  expect(new Set(parts.map(partDigest)).size).toBe(1);
});

test("sources that cannot be read back are work, and cannot be undone", async () => {
  const { platform, world, inputs } = await stage();
  await deployFunctions(inputs(), world);
  platform.fault = ({ path }) =>
    path.endsWith("/hello/body") ? { status: 404, json: { message: "not found" } } : undefined;
  const part = await planFunctions(inputs(), world);
  expect(part).toMatchObject({
    work: "some",
    undo: { possible: "no", why: expect.stringContaining("hello") },
  });
  expect(part.unverified[0]).toContain("hello: the live sources cannot be compared");
});

test("a function whose bundle is not there after the activation fails by its name", async () => {
  const { platform, world, inputs } = await stage();
  platform.fault = ({ path }) =>
    path === "/fn/world" && platform.functions.get("world")?.live
      ? { status: 404, json: { code: "NOT_FOUND_FUNCTION_BLOB", message: "no blob" } }
      : undefined;
  const { report } = await deployFunctions(inputs(), world);
  expect(report.verdict).toBe("fail");
  expect(report.reason).toContain("world: GET ?health=1 answered 404 NOT_FOUND_FUNCTION_BLOB");
  expect(report.evidence).toContain("1 of 2 functions answer their health request");
  expectSummary("deploy-functions-fail", spec, report);
});

test.each([
  ["a wrong token", { "supabase-access-token": "sbp_no" }, "PR302", /401: Unauthorized/],
  ["an unknown project", { supabase: "zzzzzzzzzzzzzzzzzzzz" }, "PR303", /knows no project zzzz/],
  [
    "a name without a folder",
    { functions: "hello, wrold" },
    "PR424",
    /wrold: there is no supabase\/functions\/wrold\/index\.ts/,
  ],
])("%s is said, and nothing is changed", async (_, given, code, message) => {
  const { platform, world, inputs } = await stage();
  const failure = await deployFunctions(inputs(given), world).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(JSON.stringify(failure)).not.toContain(token);
  expect(changing(platform.asked)).toEqual([]);
});

test.each([
  ["HTML", { status: 200, body: "<html>login</html>" }, "PR306"],
  ["an error in a 200", { status: 200, json: { error: "quota" } }, "PR306"],
])("%s instead of the list is said", async (_, response, code) => {
  const { platform, world, inputs } = await stage();
  platform.fault = () => response;
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({ code });
  expect(changing(platform.asked)).toEqual([]);
});

test("a function that knows no health request is reachable, which passes unless health is required", async () => {
  const { platform, world, inputs } = await stage();
  platform.fault = ({ path }) =>
    path === "/fn/world" ? { status: 405, json: { error: "method_not_allowed" } } : undefined;
  const { report } = await deployFunctions(inputs(), world);
  expect(report.verdict).toBe("pass");
  expect(report.evidence).toContain("1 of 2 functions answer their health request");
  expect(report.evidence).toContainEqual(
    expect.stringContaining("reachable only: world: GET ?health=1 answered 405"),
  );
});

test.each([
  [
    "a declared request that is answered otherwise",
    { "health-request": "world: POST 401" },
    /world: POST answered 405, expected 401/,
  ],
  [
    "a required health request that is not known",
    { "require-health": "true" },
    /world: GET \?health=1 answered 405/,
  ],
])("%s fails", async (_, given, reason) => {
  const { platform, world, inputs } = await stage();
  platform.fault = ({ path }) => (path === "/fn/world" ? { status: 405, json: {} } : undefined);
  const { report } = await deployFunctions(inputs(given), world);
  expect(report).toMatchObject({ verdict: "fail", reason: expect.stringMatching(reason) });
});

test("OPTIONS proves that a function is reachable, not that it is healthy", async () => {
  const { world, inputs } = await stage();
  const { report } = await deployFunctions(inputs({ "health-request": "hello: OPTIONS 204" }), world);
  expect(report.evidence).toContain("1 of 2 functions answer their health request");
  expect(report.evidence).toContain("reachable only: hello: OPTIONS answered 204");
});

test("sources that come back other than they were sent fail the proof", async () => {
  const { platform, world, inputs } = await stage();
  platform.fault = ({ path, method }) => {
    const other = platform.functions.get("hello")?.live?.files as Map<string, Uint8Array> | undefined;
    if (method === "GET" && path.endsWith("/hello/body")) {
      other?.set("supabase/functions/hello/index.ts", new TextEncoder().encode("export const evil = 1;"));
    }
    return undefined;
  };
  const { report } = await deployFunctions(inputs(), world);
  expect(report).toMatchObject({ verdict: "fail", reason: "hello: index.ts is not what was sent." });
});
