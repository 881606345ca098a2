import { expect, test } from "@jest/globals";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { optionIn, readTold, writeTold } from "../../../scripts/told.ts";

test("what was told is read as it was written; a file that nobody wrote tells nothing", () => {
  const file = join(mkdtempSync(join(tmpdir(), "prism-told-")), "told.json");
  expect(readTold(file)).toEqual([]);
  expect(readTold(undefined)).toEqual([]);
  const rows = [
    { flags: "--fail smoke", skip: "commands", told: { run: "failure", outcome: "rolled-back" } },
  ];
  writeTold(file, rows);
  expect(readTold(file)).toEqual(rows);
});

test("an option and its value are taken out of the words, wherever they stand", () => {
  expect(optionIn(["a", "--told", "f", "b"], "--told")).toEqual({ value: "f", words: ["a", "b"] });
  expect(optionIn(["a"], "--told")).toEqual({ value: undefined, words: ["a"] });
});
