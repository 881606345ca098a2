import { expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const program = join(import.meta.dirname, "../scripts/fast-temp.mjs");

function printed(env: Readonly<Record<string, string>>): string {
  return execFileSync(process.execPath, [program], { env, encoding: "utf8" });
}

test("says one folder that is there", () => {
  const [folder = "", rest] = printed({}).split("\n");
  expect([existsSync(folder), rest]).toEqual([true, ""]);
});

test("leaves temp folders where somebody wants them", () => {
  expect(printed({ TMPDIR: import.meta.dirname })).toBe(`${import.meta.dirname}\n`);
});
