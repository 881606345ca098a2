import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** Milliseconds from start to end of a node that gets nothing but PATH. */
function timed(args: readonly string[], cwd: string): number {
  const began = performance.now();
  spawnSync(process.execPath, args, { cwd, env: { PATH: process.env["PATH"] }, stdio: "ignore" });
  return performance.now() - began;
}

/**
 * What a program costs over `node -e 0`, by the best of its runs: others who use the machine only ever add. As
 * many rounds as it takes to see `enough`, and 40 at most.
 */
function costOf(program: string, cwd: string, enough: number): number {
  let [bare, own] = [Infinity, Infinity];
  for (let round = 0; round < 40 && (round < 7 || own - bare > enough); round += 1) {
    bare = Math.min(bare, timed(["-e", "0"], cwd));
    own = Math.min(own, timed([program], cwd));
  }
  return own - bare;
}

test("an action that fails at once costs at most 120 ms more than node itself", () => {
  const folder = mkdtempSync(join(tmpdir(), "prism-rollout-start-"));
  const cost = costOf(join(root, "dist/plan.js"), folder, 120);
  rmSync(folder, { recursive: true });
  expect(cost).toBeLessThanOrEqual(120);
}, 60_000);
