import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { htmlReport } from "../../../rehearsal/report/html.ts";
import { shots } from "../../../scripts/screenshots/shots.ts";
import { releasedRelease, rolledBackRelease } from "../../support/invented-releases.ts";

const root = resolve(import.meta.dirname, "../../..");

/** Width and height of a PNG, in its own pixels. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test("one command takes every picture of the docs, as large as its screen and small enough to load", () => {
  const folder = mkdtempSync(join(tmpdir(), "prism-shots-"));
  const page = (name: string, text: string): string => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, text);
    return file;
  };
  const released = page("released", htmlReport([releasedRelease]));
  const back = page("rolled-back", htmlReport([rolledBackRelease]));
  const args = ["lib/scripts/screenshots.js", "--out", folder, "--released", released, "--rolled-back", back];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  for (const { file, width, height, scale, clip } of shots) {
    const [wide, high] = sizeOf(readFileSync(join(folder, file)));
    if (clip === undefined) expect([wide, high]).toEqual([width * scale, height * scale]);
    expect(wide).toBeLessThanOrEqual(width * scale);
    expect(high).toBeGreaterThan(500);
  }
}, 120_000);

test("the docs have each of them, none larger than 150 KB", () => {
  for (const { file } of shots) {
    const image = readFileSync(join(root, "docs/images", file));
    sizeOf(image);
    expect(image.length).toBeLessThan(150_000);
  }
});
