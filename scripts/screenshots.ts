import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Browser, Page } from "@playwright/test";
import { openBrowser } from "./screenshots/open-browser.ts";
import { playReport } from "./screenshots/play-report.ts";
import { smaller } from "./screenshots/smaller.ts";
import { type Shot, shots } from "./screenshots/shots.ts";

/**
 * `npm run screenshots [-- --out DIR] [-- --released FILE --rolled-back FILE]`: plays a release that goes well and one
 * that is undone, and takes the pictures of their reports that the docs show. With files, these reports are taken
 * instead of playing any.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));

const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(root, "docs/images") },
    released: { type: "string" },
    "rolled-back": { type: "string" },
  },
});

const temp = mkdtempSync(join(tmpdir(), "prism-screenshots-"));
try {
  const reports = { released: await reportOf("released"), "rolled-back": await reportOf("rolled-back") };
  mkdirSync(values.out, { recursive: true });
  const browser = await openBrowser(root);
  try {
    for (const shot of shots) {
      const image = smaller(await take(browser, shot, reports[shot.of]));
      writeFileSync(join(values.out, shot.file), image);
      console.log(`${shot.file}  ${Math.round(image.length / 1000)} KB`);
    }
  } finally {
    await browser.close();
  }
} finally {
  rmSync(temp, { recursive: true, force: true });
}

/** The path of a report that was given, or of one that is played for it. */
async function reportOf(outcome: Shot["of"]): Promise<string> {
  const given = values[outcome];
  if (given !== undefined) return resolve(given);
  const path = join(temp, `${outcome}.html`);
  writeFileSync(path, await playReport(outcome, (line) => console.log(line.trimEnd())));
  return path;
}

async function take(browser: Browser, shot: Shot, report: string): Promise<Buffer> {
  const { width, height, scale, scheme, clip } = shot;
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  await page.goto(pathToFileURL(report).href);
  const area = clip === undefined ? {} : { fullPage: true, clip: await between(page, clip) };
  const image = await page.screenshot({ ...area, animations: "disabled" });
  await page.close();
  return image;
}

/** From the beginning of one element to the end of another. */
async function between(
  page: Page,
  { from, to }: NonNullable<Shot["clip"]>,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const [first, last] = [
    await page.locator(from).first().boundingBox(),
    await page.locator(to).first().boundingBox(),
  ];
  if (first === null || last === null) throw new Error(`the report has no ${from} or no ${to}`);
  const margin = 16;
  const y = first.y - margin;
  const x = first.x - margin;
  return { x, y, width: first.width + 2 * margin, height: last.y + last.height + margin - y };
}
