import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { smoke } from "../../actions/smoke/smoke.ts";
import { spec } from "../../actions/smoke/spec.ts";
import { readInputs } from "../../kit/action/read-inputs.ts";
import { parseConfig } from "../../kit/config/config.ts";
import { breaks } from "../../rehearsal/release/break-phase.ts";
import { breakPaywall } from "../../rehearsal/release/break-sources.ts";
import { copyApp } from "../../rehearsal/world/app-folder.ts";
import { buildWeb } from "../../rehearsal/world/build-web.ts";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import { target } from "../../rehearsal/world/target.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { specs } from "../../scripts/specs.ts";
import { serveLoopback } from "../support/serve-loopback.ts";
import { testWorld } from "../support/test-world.ts";

let stack: World;

beforeAll(async () => {
  stack = await startWorld({ env: process.env });
}, 60_000);

afterAll(async () => {
  await stack.close();
});

/** The sample's own rollout.yml and suites, on the sample stack with the previous release live. */
async function play(given: Readonly<Record<string, string>>) {
  const text = await readFile(join(stack.repository, "rollout.yml"), "utf8");
  const config = parseConfig(text, "rollout.yml", stack.target, specs);
  const inputs = readInputs("smoke", spec.inputs, (name) => given[name] ?? "", config);
  const world = await testWorld({ root: stack.repository, env: stack.env });
  return await smoke(inputs, world);
}

const origin = (): string => stack.cdn.origin(target.domain);

test("before the first gate the sample's commands pass and its suites can be run", async () => {
  const { outputs, report } = await play({ stage: "before" });
  expect(outputs).toMatchObject({ "commands-verdict": "pass", "playwright-verdict": "pass" });
  expect(report.evidence).toEqual([
    "7 probes are declared",
    "11 Playwright tests in 3 files can be run",
    "3 of 3 commands passed",
  ]);
}, 60_000);

test("the sample's tests that only read pass in a real Chromium on the release before", async () => {
  const { report } = await play({ stage: "staged", "staged-url": origin() });
  expect(report).toMatchObject({ verdict: "pass" });
  expect(report.evidence).toEqual([
    expect.stringMatching(/^2 of 2 probes passed on the staged site/),
    expect.stringMatching(/^5 of 5 Playwright tests passed on the staged site/),
  ]);
}, 60_000);

test("a build whose paywall is up is told by the test that looks for it", async () => {
  const app = join(stack.folder, "with-paywall");
  await copyApp(stack.repository, app, stack.nodeModules);
  await breakPaywall(app);
  const urls = { VITE_SUPABASE_URL: "http://127.0.0.1:9", VITE_SUPABASE_PUBLISHABLE_KEY: "public" };
  const files = await buildWeb(app, { ...stack.env, ...urls }, "with-paywall");
  const site = await serveLoopback((request, response) => {
    const path = `static${new URL(request.url ?? "/", "http://any").pathname}`;
    const found = files[path];
    response.setHeader(
      "content-type",
      path.endsWith(".js") ? "text/javascript" : found ? "text/css" : "text/html",
    );
    response.end(found ?? files["static/index.html"]);
  });
  const { outputs, report } = await play({ stage: "staged", "staged-url": site.url });
  await site.close();
  expect(outputs).toMatchObject({ failed: "playwright" });
  expect(report.reason).toContain("the paywall guard is absent fails");
}, 60_000);

test("its suites and its probes tell the release before from this one", async () => {
  const given = { marker: "previous", commands: "true" };
  const probed = await play(given);
  expect(probed.outputs).toEqual({ failed: "probes", "probes-verdict": "fail", "probes-outcome": "failed" });
  expect(probed.report.reason).toContain(
    "«the response exposes RESULTS_VERSION» its header x-results-version is",
  );
  expect(probed.report.evidence).toContain("1 of 7 probes were not asked");
  const { outputs, report } = await play({ ...given, probes: "[]", playwright: "results.token-guard.spec" });
  expect(outputs).toMatchObject({ failed: "playwright", "playwright-outcome": "failed" });
  expect(report.evidence).toContain("1 of 1 origins serve previous");
  expect(report.reason).toContain("valid token › renders full results fails");
}, 60_000);

test("a rule at the CDN that keeps the page from its project fails the suites", async () => {
  await breaks.smoke(stack);
  const { outputs, report } = await play({ stage: "staged", "staged-url": origin() });
  expect(outputs).toMatchObject({ failed: "playwright" });
  expect(report.reason).toContain("invalid token › shows the unauthorized state fails");
}, 60_000);
