import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readdir } from "node:fs/promises";
import { smoke } from "../../actions/smoke/smoke.ts";
import { serveLoopback } from "../support/serve-loopback.ts";
import { suiteProject } from "../support/suite-project.ts";

type Site = Awaited<ReturnType<typeof serveLoopback>>;
const marker = "0123456789ab-cdefcdefcdef";
let site: Site;
let locked: Site;

beforeAll(async () => {
  const page = `<!doctype html><meta name="rollout-build" content="${marker}"><h1>Results</h1>`;
  site = await serveLoopback((_, response) => response.setHeader("content-type", "text/html").end(page));
  locked = await serveLoopback((_, response) => response.writeHead(401).end("Authentication Required"));
});

afterAll(async () => {
  await site.close();
  await locked.close();
});

const head = `import { expect, test } from "@playwright/test";\n`;
const good = `${head}test("shows results", { tag: "@read-only" }, async ({ page }) => {
  await page.goto("/"); await expect(page.getByRole("heading", { name: "Results" })).toBeVisible(); });\n`;

test("suites that pass on production pass", async () => {
  const { world, inputs } = await suiteProject({ "e2e/a.spec.ts": good }, { origin: site.url });
  const { outputs, report } = await smoke(inputs({ marker }), world);
  expect(outputs).toEqual({ "playwright-verdict": "pass", "playwright-outcome": "passed" });
  expect(report).toMatchObject({ verdict: "pass", reason: "Playwright: all 1 tests passed." });
  expect(report.evidence).toEqual([
    `1 of 1 origins serve ${marker}`,
    expect.stringMatching(/^1 of 1 Playwright tests passed on production in \d+\.\d s$/),
  ]);
}, 30_000);

test("a failing test fails, with a row, its error in plain words, and an annotation at its line", async () => {
  const bad = `${head}test.describe("results", () => {
  test("are renamed", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Insights", { timeout: 300 });
  });
});\n`;
  const { world, inputs } = await suiteProject(
    { "e2e/a.spec.ts": good, "e2e/b.spec.ts": bad },
    { origin: site.url },
  );
  const { outputs, report } = await smoke(inputs(), world);
  expect(outputs).toMatchObject({ failed: "playwright", "playwright-verdict": "fail" });
  expect(report.verdict).toBe("fail");
  expect(report.reason).toBe("Playwright: b.spec.ts › results › are renamed fails.");
  const row = report.tables?.find(({ title }) => title === "Failing tests: 1 of 2")?.rows[0] ?? [];
  expect(row.slice(0, 2)).toEqual(["b.spec.ts", "results › are renamed"]);
  expect(row[2]).toContain('Expected: "Insights"');
  expect(row[2]).not.toContain("\u001B");
  const annotations = world.log.lines.filter((line) => line.startsWith("error: "));
  expect(annotations).toEqual([
    expect.stringMatching(/^error: results › are renamed: .*\(e2e\/b\.spec\.ts:5\)$/s),
  ]);
}, 30_000);

test("the first failing test decides: the others are not begun, unless all are wanted", async () => {
  const three = `${head}for (const name of ["one", "two", "three"]) test(name, async () => { throw new Error(name); });\n`;
  const { world, inputs } = await suiteProject({ "e2e/a.spec.ts": three }, { origin: site.url });
  const first = await smoke(inputs(), world);
  expect(first.report.evidence).toContain("2 of 3 tests were not begun: the verdict was known");
  const all = await smoke(inputs({ "max-failures": "0" }), world);
  expect(all.report.reason).toBe("Playwright: a.spec.ts › one fails and 2 more.");
}, 30_000);

test("a test that passes at the second try is flaky: said, and not failed", async () => {
  const flaky = `${head}test("wavers", async ({}, info) => { expect(info.retry).toBe(1); });\n`;
  const { world, inputs } = await suiteProject({ "e2e/a.spec.ts": flaky }, { origin: site.url });
  const given = { "playwright-env": "BASE_URL: {origin}\nRETRIES: 1" };
  const { outputs, report } = await smoke(inputs(given), world);
  expect(outputs).toMatchObject({ "playwright-outcome": "flaky", "playwright-verdict": "pass" });
  expect(report.evidence).toContain("1 of 1 tests passed only when tried again");
}, 30_000);

test("a configuration that cannot be loaded is an error, before anything as after it", async () => {
  const broken = `throw new Error("no such setting: FOO");`;
  const { world, inputs } = await suiteProject(
    { "playwright.config.ts": broken, "e2e/a.spec.ts": good },
    { origin: site.url },
  );
  for (const stage of ["before", "production"]) {
    const { outputs, report } = await smoke(inputs({ stage }), world);
    expect(outputs).toEqual({ "playwright-verdict": "error", "playwright-outcome": "infra-error" });
    expect(report.verdict).toBe("error");
    expect(report.reason).toContain("no such setting: FOO");
  }
}, 30_000);

test("without a browser nothing is said of production", async () => {
  const { world, inputs } = await suiteProject(
    { "e2e/a.spec.ts": good },
    { origin: site.url, browser: false },
  );
  const { outputs, report } = await smoke(inputs(), world);
  expect(outputs).toMatchObject({ "playwright-outcome": "infra-error", "playwright-verdict": "error" });
  expect(outputs).not.toHaveProperty("failed");
  expect(report.reason).toMatch(/no browser starts: .*Executable doesn't exist/);
}, 30_000);

test("without a browser, a test that needs none and fails has failed", async () => {
  const direct = `${head}test("answers 418", async ({ request }) => { expect((await request.get("/")).status()).toBe(418); });\n`;
  const { world, inputs } = await suiteProject(
    { "e2e/a.spec.ts": good, "e2e/b.spec.ts": direct },
    { origin: site.url, browser: false },
  );
  const all = inputs({ "max-failures": "0" });
  expect((await smoke(all, world)).outputs).toMatchObject({ failed: "playwright" });
}, 30_000);

test("a suite without tests is an error: no file, a filter that fits none, all skipped", async () => {
  const skipped = `${head}test.skip("later", async () => {});\n`;
  const given = [
    [{ "e2e/readme.md": "" }, "."],
    [{ "e2e/a.spec.ts": good }, "a.spec,results.token-guard.spec"],
    [{ "e2e/a.spec.ts": skipped }, "."],
  ] as const;
  for (const [files, playwright] of given) {
    const { world, inputs } = await suiteProject(files, { origin: site.url });
    const { outputs, report } = await smoke(inputs({ playwright }), world);
    expect(outputs).toMatchObject({ "playwright-outcome": "no-tests", "playwright-verdict": "error" });
    expect(report.verdict).toBe("error");
  }
}, 60_000);

test("Playwright that is not installed is said before anything is changed", async () => {
  const { world, inputs } = await suiteProject({ "e2e/a.spec.ts": good }, { origin: site.url });
  const elsewhere = { ...world, root: "/" };
  await expect(smoke(inputs({ stage: "before" }), elsewhere)).rejects.toMatchObject({ code: "PR461" });
});

test("suites that do not end within their time are no verdict on production", async () => {
  const hangs = `${head}test.setTimeout(0); test("waits", async () => { await new Promise(() => setInterval(() => {}, 1000)); });\n`;
  const { world, inputs } = await suiteProject({ "e2e/a.spec.ts": hangs }, { origin: site.url });
  const { outputs, report } = await smoke(inputs({ "playwright-timeout": "2s" }), world);
  expect(outputs).toMatchObject({ "playwright-outcome": "infra-error" });
  expect(report.reason).toMatch(/Timed out waiting 2s/);
}, 40_000);

test("a hanging test is a failed one once its own time is over", async () => {
  const hangs = `${head}test.setTimeout(500); test("waits", async ({ page }) => { await page.goto("/"); await page.waitForSelector("#never"); });\n`;
  const { world, inputs } = await suiteProject({ "e2e/a.spec.ts": hangs }, { origin: site.url });
  expect((await smoke(inputs(), world)).outputs).toMatchObject({ "playwright-outcome": "failed" });
}, 40_000);

test("another marker is stale, a login page is protected: neither is tested", async () => {
  const { world, inputs } = await suiteProject({ "e2e/a.spec.ts": good }, { origin: site.url });
  const quick = { "identity-timeout": "0s", "poll-interval": "10ms" };
  const stale = await smoke(inputs({ ...quick, marker: "ffffffffffff-000000000000" }), world);
  expect(stale.outputs).toEqual({ "playwright-verdict": "error", "playwright-outcome": "stale" });
  const closed = await smoke(inputs({ ...quick, marker, origins: locked.url }), world);
  expect(closed.outputs).toMatchObject({ "playwright-outcome": "protected" });
  const unmarked = await smoke(inputs({ ...quick, origins: locked.url }), world);
  expect(unmarked.outputs).toMatchObject({ "playwright-outcome": "protected" });
}, 30_000);

test("the suites get what is declared and no token of the job", async () => {
  const looks = `${head}test("sees", async () => {
    expect(process.env["GITHUB_TOKEN"]).toBe(undefined);
    expect(process.env["INPUT_HOST-TOKEN"]).toBe(undefined);
    expect(process.env["SUPABASE_URL"]).toBe("https://abc.supabase.co");
    expect(process.env["ACCOUNT"]).toBe("ada=secret");
  });\n`;
  const { world, inputs } = await suiteProject({ "e2e/a.spec.ts": looks }, { origin: site.url });
  const env = { ...world.env, GITHUB_TOKEN: "t0ken", "INPUT_HOST-TOKEN": "t0ken" };
  const given = {
    "playwright-env": "SUPABASE_URL: https://{supabase}.supabase.co",
    "playwright-accounts": "ACCOUNT=ada=secret\n",
    supabase: "abc",
  };
  const { outputs } = await smoke(inputs(given), { ...world, env });
  expect(outputs).toMatchObject({ "playwright-outcome": "passed" });
}, 30_000);

test("before the first gate the suites are listed, not run, and leave nothing behind", async () => {
  const runs = `${head}test("must not run", async () => { throw new Error("ran"); });\n`;
  const { world, inputs } = await suiteProject({ "e2e/a.spec.ts": runs }, { origin: site.url });
  const { report } = await smoke(inputs({ stage: "before" }), world);
  expect(report).toMatchObject({ verdict: "pass", evidence: ["1 Playwright tests in 1 files can be run"] });
  expect((await readdir(world.root)).filter((name) => name.startsWith("test-results"))).toEqual([]);
}, 30_000);
