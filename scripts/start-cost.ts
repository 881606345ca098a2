import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Milliseconds from start to end of a node with these arguments. */
export type Timed = (args: readonly string[]) => number;

/** What a program costs over `node -e 0`, and what it may cost, in ms. */
export interface StartCost {
  readonly cost: number;
  readonly most: number;
}

/**
 * By the best of its runs: others who use the machine only ever add. As many rounds as it takes to see that it costs no
 * more than it may, from 7 to 80. It may cost 120 ms, or five times what node itself takes where that is more: the
 * same files take longer to load on a slower machine.
 */
export function startCost(program: string, timed: Timed): StartCost {
  let [bare, own] = [Infinity, Infinity];
  const most = (): number => Math.max(120, 5 * bare);
  for (let round = 0; round < 80 && (round < 7 || own - bare > most()); round += 1) {
    bare = Math.min(bare, timed(["-e", "0"]));
    own = Math.min(own, timed([program]));
  }
  return { cost: own - bare, most: most() };
}

/** The same, measured: in an empty folder, by a node that gets nothing but PATH. */
export function measuredStartCost(program: string): StartCost {
  const cwd = mkdtempSync(join(tmpdir(), "prism-start-"));
  const env = { PATH: process.env["PATH"] };
  try {
    return startCost(program, (args) => {
      const began = performance.now();
      spawnSync(process.execPath, args, { cwd, env, stdio: "ignore" });
      return performance.now() - began;
    });
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
