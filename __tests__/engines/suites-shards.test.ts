import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { copyFile, mkdir, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { smoke } from "../../actions/smoke/smoke.ts";
import { childEnv } from "../../kit/ports/exec.ts";
import { serveLoopback } from "../support/serve-loopback.ts";
import { suiteProject } from "../support/suite-project.ts";

let site: Awaited<ReturnType<typeof serveLoopback>>;

beforeAll(async () => {
  site = await serveLoopback((_, response) => response.end("fine"));
});

afterAll(() => site.close());

/** Keeps what it is told beside itself, and says what a runner would obey. */
const reporter = `import { appendFileSync } from "node:fs";
export default class { onBegin(_, suite) { appendFileSync("told.txt", suite.allTests().length + " tests\\n"); }
  onEnd() { console.log("::error::not obeyed"); } }
`;
const config = `import { defineConfig } from "@playwright/test";
if (process.env["DIES"] !== undefined && process.argv.includes("--shard=" + process.env["DIES"])) process.exit(7);
export default defineConfig({ testDir: "e2e", reporter: [["./told.ts"], ["json", { outputFile: "own.json" }]] });
`;
const head = `import { expect, test } from "@playwright/test";\n`;
const files = {
  "told.ts": reporter,
  "playwright.config.ts": config,
  "e2e/a.spec.ts": `${head}test("one", { tag: "@quick" }, async () => {});\n`,
  "e2e/b.spec.ts": `${head}test("two", async ({}, info) => {
  await info.attach("note", { body: "left", contentType: "text/plain" }); expect(process.env["BAD"]).toBeUndefined(); });\n`,
};
const env = (more: string) => ({ "playwright-env": `BASE_URL: "{origin}"\n${more}` });

test("the reporters of the configuration are told, beside ours", async () => {
  const { world, inputs } = await suiteProject(files, { origin: site.url, browser: false });
  const { outputs } = await smoke(inputs(), world);
  expect(outputs).toMatchObject({ "playwright-outcome": "passed" });
  expect(await readFile(join(world.root, "told.txt"), "utf8")).toBe("2 tests\n");
}, 30_000);

test("suites in parts are judged as one: every test counts, what they left is kept, reporters are told once", async () => {
  const { world, inputs } = await suiteProject(files, { origin: site.url, browser: false });
  const bad = await smoke(inputs({ shards: "2", ...env("BAD: 1") }), world);
  expect(bad.report).toMatchObject({ verdict: "fail", reason: "Playwright: b.spec.ts › two fails." });
  expect(await readFile(join(world.root, "told.txt"), "utf8")).toBe("2 tests\n");
  expect(bad.report.evidence).toContainEqual(expect.stringMatching(/^1 of 2 Playwright tests passed/));
  expect(bad.report.evidence).toContain("in the artifact, without secrets: 2 texts");
  const left = join(world.temp, "prism-rollout", "smoke", "production", "1-b-spec-ts-two");
  const note = (await readdir(left)).find((name) => name.startsWith("1-note")) ?? "";
  expect(await readFile(join(left, note), "utf8")).toBe("left");
  expect(await readdir(join(world.temp, "prism-rollout-suites"))).toEqual([]);
}, 60_000);

test("a part that ends without a report keeps the others from passing", async () => {
  const { world, inputs } = await suiteProject(files, { origin: site.url, browser: false });
  const { outputs, report } = await smoke(inputs({ shards: "2", ...env("DIES: 2/2") }), world);
  expect(outputs).toMatchObject({ "playwright-outcome": "infra-error", "playwright-verdict": "error" });
  expect(report.reason).toContain("part 2/2 ended without a report (exit code 7");
}, 60_000);

test("reports that a matrix has made elsewhere are merged and judged, but only all of them", async () => {
  const { world, inputs } = await suiteProject(files, { origin: site.url, browser: false });
  for (const part of ["1", "2"]) {
    const cli = join(world.root, "node_modules", "@playwright", "test", "cli.js");
    const made = { PLAYWRIGHT_BLOB_OUTPUT_FILE: join(world.root, "blobs", part, "report.zip") };
    const args = [cli, "test", `--shard=${part}/2`, "--reporter=blob"];
    await world.exec(process.execPath, args, {
      cwd: world.root,
      env: childEnv(world.env, made),
      quiet: true,
    });
  }
  const whole = await smoke(inputs({ "blob-reports": "blobs", "install-browsers": "exit 1" }), world);
  expect(whole.report).toMatchObject({ verdict: "pass", reason: "Playwright: all 2 tests passed." });
  await mkdir(join(world.root, "half"));
  await copyFile(join(world.root, "blobs", "1", "report.zip"), join(world.root, "half", "report.zip"));
  const cut = await smoke(inputs({ "blob-reports": "half" }), world);
  expect(cut.outputs).toMatchObject({ "playwright-outcome": "infra-error" });
  expect(cut.report.reason).toContain("the blob reports are no whole: part 2 of 2 is missing");
  const none = await smoke(inputs({ "blob-reports": "nowhere" }), world);
  expect(none.outputs).toMatchObject({ "playwright-outcome": "infra-error" });
}, 60_000);

test("tags leave other tests out; retries are tried, and what passes then is flaky", async () => {
  const wavers = `${head}test("wavers", { tag: "@quick" }, async ({}, info) => { expect(info.retry).toBe(1); });\n`;
  const more = { ...files, "e2e/b.spec.ts": wavers };
  const { world, inputs } = await suiteProject(more, { origin: site.url, browser: false });
  const { outputs, report } = await smoke(inputs({ tags: "@quick, @slow", retries: "1" }), world);
  expect(outputs).toMatchObject({ "playwright-outcome": "flaky" });
  expect(report.evidence).toContain("1 of 2 tests passed only when tried again");
  const one = await smoke(
    inputs({ stage: "staged", "staged-url": site.url, "read-only": "@quick", tags: "@slow" }),
    world,
  );
  expect(one.outputs).toMatchObject({ "playwright-outcome": "no-tests" });
}, 60_000);
