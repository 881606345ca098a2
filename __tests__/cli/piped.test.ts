import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const cli = resolve(import.meta.dirname, "../../lib/cli/prism-rollout.js");

test("whoever has read enough closes the pipe, and no stack is told for it", () => {
  const { stderr } = spawnSync("bash", ["-c", '"$0" "$1" judge --help | true', process.execPath, cli]);
  expect(stderr.toString()).toBe("");
});
