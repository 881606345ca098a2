import { expect, test } from "@jest/globals";
import type { SavedBench } from "../../scripts/generate/performance-page.ts";
import { readmeWithBeside } from "../../scripts/generate/readme-beside.ts";

const readme =
  "Mine.\n\n<!-- begin beside: generated from bench/results by `npm run generate` -->\nold\n<!-- end beside -->\n\nMine too.\n";

const bench = (rows: readonly (readonly string[])[]): SavedBench => ({
  work: "w",
  beside: "b",
  target: "t",
  met: true,
  date: "2026-11-29",
  machine: "2 cores",
  load: "none",
  claims: [],
  columns: ["work", "runner", "took"],
  rows,
});

const web = bench([
  ["20 of 2000 files", "vercel deploy, then promote", "4.53 s"],
  ["", "prism-rollout", "1.29 s"],
  ["", "prism-rollout, with its record", "2.16 s"],
  ["nothing changed", "prism-rollout, with its record", "0.10 s"],
]);

test("a figure is that of the row it is about, also where the row above says its work", () => {
  const page = readmeWithBeside(new Map([["web", web]]), readme);
  expect(page).toContain("| 4.53 s (`vercel deploy`, `vercel promote`) | 2.16 s |");
  expect(page).not.toContain("old");
  expect(page).toMatch(/^Mine\.\n[\s\S]*\nMine too\.\n$/);
  expect(readmeWithBeside(new Map([["web", web]]), page)).toBe(page);
});

test("a bench that is not kept has no row; one that has lost its row is told", () => {
  expect(readmeWithBeside(new Map(), readme)).not.toContain("measured");
  expect(() => readmeWithBeside(new Map([["web", bench([["20 of 2000", "curl", "1 s"]])]]), readme)).toThrow(
    "No row of a bench tells took of vercel deploy, then promote",
  );
});

test("a README without the markers stays as it is", () => {
  expect(readmeWithBeside(new Map([["web", web]]), "Mine.\n")).toBe("Mine.\n");
});
