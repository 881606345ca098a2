// What each action costs before its first line of work, over a `node` that does nothing.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { specs } from "../lib/scripts/specs.js";
import { inRounds, median } from "./release/measure.mjs";
import { claim, claimsIn } from "./support/claim.mjs";

const most = 120;
const columns = ["action", "node -e 0", "start to end", "above it", "target"];

export default {
  work: "each action from the bundle, in an empty folder and without an input, until it has said what it lacks (`plan`: that nothing is declared); medians, and medians of differences within a round",
  beside: "node -e 0",
  target: `each action ≤ ${most} ms above it`,
  run: async ({ rounds = 11 } = {}) => {
    const names = specs.map(({ name }) => name);
    const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-start-"));
    try {
      const measured = await inRounds(rounds, () =>
        names.map((name) => ({ name, bare: timed(folder, ["-e", "0"]), own: timed(folder, [stub(name)]) })),
      );
      const rows = names.map((name) =>
        rowOf(
          name,
          measured.map((round) => round.find((one) => one.name === name)),
        ),
      );
      return { columns, rows, claims: claimsIn(rows) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function rowOf(action, pairs) {
  const above = median(pairs.map(({ bare, own }) => own - bare));
  return {
    action,
    "node -e 0": ms(median(pairs.map(({ bare }) => bare))),
    "start to end": ms(median(pairs.map(({ own }) => own))),
    "above it": ms(above),
    target: `≤ ${most} ms`,
    claims: [claim(`${action} until its first line, of ${most} ms above node`, above / most, 1)],
  };
}

function stub(name) {
  return fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));
}

/** By a node that gets nothing but PATH. */
function timed(cwd, args) {
  const began = performance.now();
  const { status, signal } = spawnSync(process.execPath, args, {
    cwd,
    env: { PATH: process.env.PATH },
    stdio: "ignore",
  });
  if (signal !== null || status > 1) throw new Error(`${args[0]} ended with ${signal ?? status}`);
  return performance.now() - began;
}

function ms(time) {
  return `${time.toFixed(0)} ms`;
}
