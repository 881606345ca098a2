import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Milliseconds from start to end of a node with these arguments. */
export type Timed = (args: readonly string[]) => number;

/**
 * What a program costs over `node -e 0`, by the best of its runs: others who use the machine only ever add. As many
 * rounds as it takes to see `enough`, from 7 to 80: right behind other work a machine is slow for seconds.
 */
export function startCost(program: string, enough: number, timed: Timed): number {
  let [bare, own] = [Infinity, Infinity];
  for (let round = 0; round < 80 && (round < 7 || own - bare > enough); round += 1) {
    bare = Math.min(bare, timed(["-e", "0"]));
    own = Math.min(own, timed([program]));
  }
  return own - bare;
}

/** The same, measured: in an empty folder, by a node that gets nothing but PATH. */
export function measuredStartCost(program: string, enough: number): number {
  const cwd = mkdtempSync(join(tmpdir(), "prism-start-"));
  const env = { PATH: process.env["PATH"] };
  try {
    return startCost(program, enough, (args) => {
      const began = performance.now();
      spawnSync(process.execPath, args, { cwd, env, stdio: "ignore" });
      return performance.now() - began;
    });
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
