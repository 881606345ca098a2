import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../../../rehearsal/engines/child.ts";
import { findBrowser } from "../../../rehearsal/engines/chromium.ts";
import { unpackChromium } from "../../../rehearsal/engines/chromium-package.ts";
import { listen } from "../../../rehearsal/stand-ins/server.ts";

const root = join(import.meta.dirname, "../../..");
const cache = join(root, ".cache");
const onLinux = process.platform === "linux" && process.arch === "x64" ? test : test.skip;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

onLinux(
  "an unmodified Playwright suite finds the browser and passes",
  async () => {
    const app = join(folder, "app");
    await mkdir(app);
    await symlink(join(root, "node_modules"), join(app, "node_modules"));
    const page = await listen(
      createServer((_, response) => {
        response.setHeader("content-type", "text/html");
        response.end("<title>PRISM</title><script>document.title += ' works'</script>");
      }),
    );
    const config = `export default { use: { baseURL: "${page.url}" }, projects: [{ name: "chromium", use: { browserName: "chromium" } }] };`;
    await writeFile(join(app, "package.json"), `{ "type": "module" }`);
    await writeFile(join(app, "playwright.config.ts"), config);
    await writeFile(
      join(app, "title.spec.ts"),
      `import { expect, test } from "@playwright/test";
     test("title", async ({ page }) => { await page.goto("/"); await expect(page).toHaveTitle("PRISM works"); });`,
    );
    const home = join(folder, "home");
    const browser = await findBrowser({ cache, app, env: { HOME: home } });
    expect(browser.from).toBe("npm");
    const env = { PATH: process.env["PATH"] ?? "", HOME: home, ...browser.env };
    const cli = join(root, "node_modules/@playwright/test/cli.js");
    const suite = startChild({ command: process.execPath, args: [cli, "test"], cwd: app, env });
    const { code } = await suite.ended;
    expect([code, suite.tail()]).toEqual([0, expect.stringContaining("1 passed")]);
    await page.close();
  },
  60_000,
);

onLinux(
  "a browser for somebody's own suites reaches this machine, and no other name",
  async () => {
    const app = join(folder, "alone-app");
    const alone = join(folder, "alone");
    await mkdir(app);
    await symlink(join(root, "node_modules"), join(app, "node_modules"));
    const page = await listen(createServer((_, response) => response.end("here")));
    await writeFile(join(app, "package.json"), `{ "type": "module" }`);
    await writeFile(join(app, "playwright.config.ts"), `export default { use: { baseURL: "${page.url}" } };`);
    await writeFile(
      join(app, "alone.spec.ts"),
      `import { expect, test } from "@playwright/test";
     test("alone", async ({ page }) => {
       await page.goto("/");
       await expect(page.locator("body")).toHaveText("here");
       await expect(page.goto("http://shop.example.com/")).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/);
     });`,
    );
    const browser = await findBrowser({ cache, app, env: { HOME: folder }, alone });
    expect(browser.env["PLAYWRIGHT_BROWSERS_PATH"]).toBe(alone);
    const env = { PATH: process.env["PATH"] ?? "", HOME: folder, ...browser.env };
    const cli = join(root, "node_modules/@playwright/test/cli.js");
    const suite = startChild({ command: process.execPath, args: [cli, "test"], cwd: app, env });
    const { code } = await suite.ended;
    expect([code, suite.tail()]).toEqual([0, expect.stringContaining("1 passed")]);
    const programs = (await readdir(alone, { recursive: true })).filter((file) => /_?shell$/.test(file));
    const texts = await Promise.all(
      programs.filter((file) => !file.endsWith("linux64")).map((file) => readFile(join(alone, file), "utf8")),
    );
    expect(texts.every((text) => text.includes("--host-resolver-rules=MAP * ~NOTFOUND"))).toBe(true);
    await page.close();
  },
  60_000,
);

test("what Playwright installed itself is taken as it is", async () => {
  const browsers = join(folder, "installed");
  const { browsers: list } = JSON.parse(
    await readFile(join(root, "node_modules/playwright-core/browsers.json"), "utf8"),
  ) as { browsers: { name: string; revision: string }[] };
  const revision = list.find(({ name }) => name === "chromium-headless-shell")?.revision;
  await mkdir(join(browsers, `chromium_headless_shell-${revision}`), { recursive: true });
  await writeFile(join(browsers, `chromium_headless_shell-${revision}`, "INSTALLATION_COMPLETE"), "");
  const found = await findBrowser({ cache, app: root, env: { PLAYWRIGHT_BROWSERS_PATH: browsers } });
  expect(found).toEqual({ env: {}, from: "playwright" });
});

test("an app without Playwright is told so", async () => {
  await expect(findBrowser({ cache, app: folder, env: {} })).rejects.toThrow("has no Playwright installed");
});

onLinux("a browser that cannot start is an error with a way out", async () => {
  const broken = join(folder, "broken");
  const version = "0.0.0";
  await mkdir(broken);
  await writeFile(join(broken, "package.json"), JSON.stringify({ version }));
  await mkdir(join(folder, "cache", `chromium-${version}`), { recursive: true });
  await cp(join(broken, "package.json"), join(folder, "cache", `chromium-${version}`, "chromium"));
  await expect(unpackChromium(broken, join(folder, "cache"))).rejects.toMatchObject({
    code: "PR505",
    fix: expect.stringContaining("npx playwright install"),
  });
});
