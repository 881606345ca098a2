import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { liveExec } from "../../../../kit/ports/live-exec.ts";
import { lastLines, runCommand } from "../../../../kit/parts/web/run-command.ts";

test("the last lines of a command are quoted, without their colours", () => {
  const tail = Array.from({ length: 20 }, (_, at) => `\u001B[31mline ${at}\u001B[0m`).join("\n");
  expect(lastLines(`${tail}\n\n`, 3)).toBe("line 17\nline 18\nline 19");
});

test("npm says its reason first and its usage behind it: the reason is quoted", () => {
  const usage = Array.from({ length: 90 }, (_, at) => `npm error   --option-${at}`);
  const tail = [
    "npm error code EUSAGE",
    "npm error",
    "npm error The `npm ci` command can only install with an existing package-lock.json",
    ...usage,
    "npm error A complete log of this run can be found in: /home/a/.npm/_logs/debug-0.log",
  ].join("\n");
  expect(lastLines(tail).split("\n").slice(0, 2)).toEqual([
    "npm error code EUSAGE",
    "npm error The `npm ci` command can only install with an existing package-lock.json",
  ]);
  expect(lastLines(tail)).not.toContain("complete log");
});

test("of npm itself, whose usage is longer than many a log, the reason is kept", async () => {
  const root = mkdtempSync(join(tmpdir(), "prism-npm-ci-"));
  writeFileSync(join(root, "package.json"), "{}");
  const world = { exec: liveExec(() => undefined), root, signal: new AbortController().signal };
  const env = { PATH: process.env["PATH"] ?? "", HOME: root };
  const { exitCode, tail } = await runCommand(world, "npm ci", env);
  expect(exitCode).not.toBe(0);
  expect(lastLines(tail)).toMatch(
    /^npm error code EUSAGE\nnpm error The `npm ci` command can only install with /,
  );
});

test("what a script printed stands before what npm adds to it", () => {
  const own = Array.from({ length: 20 }, (_, at) => `vite ${at}`);
  const npm = ["npm error Lifecycle script `build` failed with error:", "npm error code 1"];
  expect(lastLines([...own, ...npm].join("\n"), 6).split("\n")).toEqual([...own.slice(-4), ...npm]);
});

test("a command that printed nothing is quoted with nothing", () => {
  expect(lastLines("")).toBe("");
});
