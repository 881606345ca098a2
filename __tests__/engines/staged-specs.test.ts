import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readdir } from "node:fs/promises";
import type { Runtime } from "../../kit/action/runtime.ts";
import { readInputs } from "../../kit/action/read-inputs.ts";
import { parseConfig } from "../../kit/config/config.ts";
import { specs } from "../../scripts/specs.ts";
import { builtSite } from "../support/built-site.ts";
import { config, suiteProject } from "../support/suite-project.ts";
import { vercelWorld } from "../support/vercel-world.ts";

const bypass = "bypass-secret-of-the-project-0123";
const head = `import { expect, test } from "@playwright/test";\n`;
const reads = (text: string): string => `${head}
test("reads", { tag: "@read-only" }, async ({ page, request }) => {
  await page.goto("/");
  await expect(page).toHaveTitle(${JSON.stringify(text)}, { timeout: 2000 });
  expect((await request.get("/")).status()).toBe(200);
});
test("writes", async () => { throw new Error("must not run on the staged site"); });\n`;

let vercel: Awaited<ReturnType<typeof vercelWorld>>;

beforeAll(async () => {
  vercel = await vercelWorld({ bypassSecret: bypass }, { "index.html": "<!doctype html>before" });
});

afterAll(async () => {
  await vercel.vercel.close();
});

/** A repository with suites, as a change of an action's world. */
async function repository(
  files: Readonly<Record<string, string>>,
  section = "playwright: [.]",
  browser = true,
): Promise<Partial<Runtime>> {
  const { world } = await suiteProject(files, { browser });
  const smoke = `smoke: { install: none, install-browsers: none, ${section} }`;
  const parsed = parseConfig(smoke, "rollout.yml", "", specs);
  return {
    root: world.root,
    env: world.env,
    temp: world.temp,
    sections: parsed.sections,
    section: (name, inputs) => readInputs(name, inputs, () => "", parsed),
  };
}

async function site(text: string): Promise<Readonly<Record<string, string>>> {
  const { folder } = await builtSite({ text });
  return { artifact: folder, "protection-bypass": bypass };
}

test("the tests that only read run on the protected staged site, in the user's own configuration", async () => {
  const changes = await repository({ "e2e/a.spec.ts": reads("fit") });
  const { report, world } = await vercel.deploy(await site("fit"), changes);
  expect(report).toMatchObject({ verdict: "pass" });
  expect(report.evidence).toContainEqual(
    expect.stringMatching(/^1 of 1 Playwright tests passed on the staged site/),
  );
  expect((await readdir(world.root)).filter((name) => name.includes("rollout"))).toEqual([]);
}, 60_000);

test("a page, a request and a context made by hand get in, whatever kind of module the configuration is", async () => {
  const byHand = `${head}test("by hand", { tag: "@read-only" }, async ({ browser }) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto("/"); await expect(page).toHaveTitle("kinds", { timeout: 2000 }); });\n`;
  const common = `const { defineConfig } = require("@playwright/test");
    module.exports = defineConfig({ testDir: "e2e", projects: [{ name: "own", use: { storageState: { cookies: [], origins: [] } } }],
      use: { baseURL: process.env.BASE_URL } });\n`;
  const kinds = [
    { "package.json": "{}", "playwright.config.ts": config },
    { "package.json": "{}", "playwright.config.ts": "", "playwright.config.cjs": common },
  ];
  for (const [index, kind] of kinds.entries()) {
    const named =
      index === 0 ? "playwright: [.]" : "playwright: [.], playwright-config: playwright.config.cjs";
    const changes = await repository(
      { ...kind, "e2e/a.spec.ts": reads("kinds"), "e2e/b.spec.ts": byHand },
      named,
    );
    const { report } = await vercel.deploy(await site("kinds"), changes);
    expect(report).toMatchObject({ verdict: "pass" });
    const other = await repository({ "e2e/a.spec.ts": reads("between") });
    await vercel.deploy(await site("between"), other);
  }
}, 90_000);

test("a failing test keeps the staged site from production", async () => {
  const before = vercel.vercel.live();
  const changes = await repository({ "e2e/a.spec.ts": reads("something else") });
  const { outputs, report, world } = await vercel.deploy(await site("unfit"), changes);
  expect(report.verdict).toBe("fail");
  expect(report.reason).toBe(
    "The staged site fails its tests: a.spec.ts › reads fails. Production was not touched.",
  );
  expect(outputs.deployment).toBe(before.deployment);
  expect(vercel.vercel.live()).toEqual(before);
  expect(world.log.lines).toContainEqual(expect.stringMatching(/^error: reads: .*a\.spec\.ts:\d+\)$/s));
  expect(JSON.parse(world.emitted["receipt"] ?? "{}")).toMatchObject({
    component: "web-staged",
    state: "done",
  });
}, 60_000);

test("what keeps the tests from running is no verdict on the site, and production stays as it is", async () => {
  const before = vercel.vercel.live();
  const changes = await repository({ "e2e/a.spec.ts": reads("no browser") }, "playwright: [.]", false);
  const { report } = await vercel.deploy(await site("no browser"), changes);
  expect(report.verdict).toBe("inconclusive");
  expect(report.reason).toMatch(/^The suites could not be run on the staged site: no browser starts: /);
  expect(vercel.vercel.live()).toEqual(before);
}, 60_000);

test("without tests that only read, or told not to look, it is promoted", async () => {
  const writes = `${head}test("writes", async () => { throw new Error("must not run"); });\n`;
  const none = await vercel.deploy(await site("none"), await repository({ "e2e/a.spec.ts": writes }));
  expect(none.report).toMatchObject({ verdict: "pass" });
  expect(none.report.evidence).toContain("0 of 0 Playwright tests ran on the staged site: no-tests");
  const changes = await repository({ "e2e/a.spec.ts": writes }, "playwright: [.], staged-specs: false");
  expect((await vercel.deploy(await site("told"), changes)).report).toMatchObject({ verdict: "pass" });
}, 60_000);
