import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { htmlReport } from "../../../rehearsal/report/html.ts";
import { openBrowser } from "../../../scripts/screenshots/open-browser.ts";
import {
  heldRelease,
  rejectedRelease,
  releasedRelease,
  rolledBackRelease,
} from "../../support/invented-releases.ts";
import { drawing } from "./invented-drawing.ts";

const calls = { plan: { "github GET /repos/:owner/:repo": 2, "supabase GET /v1/projects/:ref": 3 } };
const path = `/repos/prism-rollout/prism/deployments/12/statuses/${"a-very-long-name".repeat(8)}`;
const asked = [429, 200, 404].map((status) => ({
  phase: "plan",
  vendor: "github",
  method: "POST",
  path,
  status,
  at: releasedRelease.startedAt,
  milliseconds: 3,
}));
const released = { ...releasedRelease, drawing, calls, asked };
const reports = {
  released: [released],
  "rolled back": [rolledBackRelease],
  held: [heldRelease],
  stopped: [rejectedRelease],
  "all of them on one page": [released, rolledBackRelease, heldRelease, rejectedRelease],
};
const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What has the focus: its place in the page, and whether that is seen. */
interface Focused {
  readonly place: number;
  readonly name: string;
  readonly seen: boolean;
}

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "prism-report-"));
  browser = await openBrowser(resolve(import.meta.dirname, "../../.."));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(name: keyof typeof reports): Promise<Page> {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, htmlReport(reports[name]));
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** What axe finds wrong, a line each. Evaluated past the page's own policy, which lets no script run. */
async function violations(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ["violations"] })`,
  );
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test.each(Object.keys(reports) as (keyof typeof reports)[])(
  "%s: axe finds nothing, light and dark, wide and on a phone, folded and not; nothing needs scrolling sideways",
  async (name) => {
    const page = await opened(name);
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    for (const viewport of [wide, phone]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        expect({ name, viewport, colorScheme, found: await violations(page) }).toMatchObject({ found: [] });
      }
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(viewport.width);
    }
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    expect(await violations(page)).toEqual([]);
    await page.close();
  },
  120_000,
);

test("axe would find what is wrong", async () => {
  const page = await opened("held");
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  await page.evaluate("document.querySelector('.meaning').style.color = '#eee'");
  await page.emulateMedia({ colorScheme: "light" });
  expect((await violations(page)).join()).toMatch(/^color-contrast: /);
  await page.close();
});

test("by keyboard: the skip link first, then each link and fold in the page's order, seen, and no trap", async () => {
  const page = await opened("rolled back");
  const order: string[] = [];
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate<Focused | null>(`(() => {
      const one = document.activeElement;
      if (one === document.body) return null;
      const place = [...document.querySelectorAll("*")].indexOf(one);
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return { place, name: one.localName, seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
    })()`);
    if (at === null) break;
    expect(at).toMatchObject({ seen: true });
    order.push(`${String(at.place).padStart(6, "0")} ${at.name}`);
  }
  expect(order[0]).toMatch(/ a$/);
  expect(order).toEqual([...order].sort());
  expect(order.filter((one) => one.endsWith("summary")).length).toBeGreaterThan(10);
  expect(order.length).toBeLessThan(200);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("report");
  await page.close();
});

test("a fold opens by keyboard", async () => {
  const page = await opened("released");
  const fold = page.locator("details.report").first();
  await fold.locator("> summary").focus();
  await page.keyboard.press("Enter");
  expect(await fold.getAttribute("open")).toBe("");
  await page.close();
});

test("on paper: black on white, what was folded is there, logs and what only jumps are not", async () => {
  const page = await opened("released");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
  expect(await page.locator("details.report .told").first().isVisible()).toBe(true);
  expect(await page.locator("details.log pre").first().isVisible()).toBe(false);
  expect(await page.locator("nav.contents").first().isVisible()).toBe(false);
  await page.close();
});
