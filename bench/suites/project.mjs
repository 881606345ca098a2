// A repository with three commands that work, and a suite in a real browser against a site on loopback.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { startBundled } from "../../conformance/support/actions.mjs";
import { timed } from "../release/measure.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const files = 300;
const tests = 12;

const scripts = {
  test: "node --test tests/",
  lint: "prettier --check src",
  typecheck: "tsc --noEmit --strict --skipLibCheck --types node src/*.ts",
};

function sources() {
  const all = {
    "package.json": JSON.stringify({ type: "module", scripts }),
    "playwright.config.ts": `import { defineConfig } from "@playwright/test";
export default defineConfig({ testDir: "e2e", reporter: "line", workers: 1, use: { baseURL: process.env["BASE_URL"] } });\n`,
    "e2e/page.spec.ts": `import { expect, test } from "@playwright/test";
for (let number = 1; number <= ${tests}; number += 1)
  test("page " + number, async ({ page }) => {
    await page.goto("/" + number);
    await expect(page.getByRole("heading")).toHaveText("Page " + number);
  });\n`,
  };
  for (let number = 1; number <= files; number += 1)
    all[`src/part-${number}.ts`] =
      `export const part${number} = (text: string): number => Buffer.byteLength(text) + ${number};\n`;
  for (let number = 1; number <= 4; number += 1)
    all[`tests/part-${number}.test.mjs`] =
      `import test from "node:test";\nimport { pbkdf2Sync } from "node:crypto";\ntest("works", () => void pbkdf2Sync("a", "b", 400_000, 64, "sha512"));\n`;
  return all;
}

/** Gives how long the four take one by one, by name, and how long `smoke` takes with the browser's and these commands, in ms. */
export async function startSuites() {
  const { findBrowser } = await import("../../lib/rehearsal/engines/chromium.js");
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-"));
  const app = join(folder, "app");
  for (const [path, text] of Object.entries(sources())) {
    await mkdir(dirname(join(app, path)), { recursive: true });
    await writeFile(join(app, path), text);
  }
  await mkdir(join(folder, "home"));
  await symlink(join(repository, "node_modules"), join(app, "node_modules"));
  const browser = await findBrowser({ cache: join(repository, ".cache"), app, env: process.env });
  const site = createServer(({ url }, response) => {
    response.setHeader("content-type", "text/html").end(`<!doctype html><h1>Page ${url.slice(1)}</h1>`);
  });
  await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${site.address().port}`;
  const env = {
    PATH: process.env.PATH,
    HOME: join(folder, "home"),
    CI: "1",
    BASE_URL: origin,
    ...browser.env,
  };
  const commands = Object.keys(scripts);
  const shell = (line) => timed(() => started(line, app, env));
  return {
    oneByOne: async () => {
      const took = {};
      for (const name of commands) took[name] = await shell(`npm run ${name}`);
      return { ...took, playwright: await shell("npx playwright test") };
    },
    smoke: (names = commands) => {
      const given = { commands: names.map((name) => `npm run ${name}`).join("\n"), playwright: "." };
      const inputs = { ...given, origins: origin, install: "none", "install-browsers": "none" };
      return timed(() => startBundled("smoke", { folder }, inputs, browser.env));
    },
    close: async () => {
      site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function started(line, cwd, env) {
  const child = spawn("bash", ["-eo", "pipefail", "-c", line], { cwd, env });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => (stdout += data));
  child.stderr.on("data", (data) => (stderr += data));
  return { ended: new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr }))) };
}
