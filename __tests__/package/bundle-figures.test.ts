import { expect, test } from "@jest/globals";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { archiveBytes } from "../../scripts/performance/archive-bytes.ts";
import { grown } from "../../scripts/performance/grown.ts";
import { startModules } from "../../scripts/performance/start-modules.ts";
import { grownBeyond, nothingGrown } from "../support/golden-figures.ts";

const root = resolve(import.meta.dirname, "../..");

test("a figure has grown that is beyond what passes, or that nobody knew; one that is less has not", () => {
  const was = { plan: { files: 10, bytes: 1000 }, gone: { files: 1 } };
  const allowed = { bytes: 0.02 };
  expect(grown(was, { plan: { files: 9, bytes: 1020 } }, allowed)).toEqual([]);
  expect(grown(was, { plan: { files: 11, bytes: 1021 }, late: { files: 1 } }, allowed)).toEqual([
    "plan: files grew from 10 to 11, 10 % more where 0.0 % pass",
    "plan: bytes grew from 1000 to 1021, 2.1 % more where 2.0 % pass",
    "late: files is 1, and was not known before",
  ]);
});

test("what a runner downloads of the suite keeps its size, and each action loads no more before its first line of work", async () => {
  const actions = readdirSync(join(root, "actions")).sort();
  const loaded = await Promise.all(actions.map((action) => startModules(join(root, "dist"), action)));
  const started = Object.fromEntries(actions.map((action, index) => [action, { ...loaded[index] }]));
  const is = { archive: { bytes: archiveBytes(root) }, ...started };
  const allowed = { files: 0.1, modules: 0.03, bytes: 0.03 };
  expect(grownBeyond("bundle.json", is, allowed)).toEqual(nothingGrown("bundle.json"));
}, 60_000);
