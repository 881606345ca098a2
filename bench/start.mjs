// What each action costs before its first line of work, over a `node` that does nothing.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { specs } from "../lib/scripts/specs.js";
import { inRounds, median } from "./release/measure.mjs";
import { claim, claimsIn } from "./support/claim.mjs";

const most = 120;
const columns = ["action", "node -e 0", "to its first word", "above it", "target"];

export default {
  work: "each action from the bundle, in an empty folder and without an input, until its first word; medians, and medians of differences within a round",
  beside: "node -e 0",
  target: `each action ≤ ${most} ms above it`,
  run: async ({ rounds = 11 } = {}) => {
    const names = specs.map(({ name }) => name);
    const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-start-"));
    try {
      const measured = await inRounds(rounds, async () => {
        const round = [];
        for (const name of names) {
          const bare = await timed(folder, ["-e", "0"]);
          round.push({ name, bare, own: await timed(folder, [stub(name)]) });
        }
        return round;
      });
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
    "to its first word": ms(median(pairs.map(({ own }) => own))),
    "above it": ms(above),
    target: `≤ ${most} ms`,
    claims: [claim(`${action} until its first line, of ${most} ms above node`, above / most, 1)],
  };
}

function stub(name) {
  return fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));
}

/** Until its first word, or its end where it says none; by a node that gets nothing but PATH. */
async function timed(cwd, args) {
  const began = performance.now();
  const stdio = ["ignore", "pipe", "ignore"];
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: process.env.PATH },
    stdio,
    detached: true,
  });
  const ended = once(child, "close");
  await Promise.race([once(child.stdout, "data"), ended]);
  const took = performance.now() - began;
  child.stdout.resume();
  // What `build` begins then (npm) is of no interest, and is ended with it.
  if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, "SIGKILL");
  await ended;
  return took;
}

function ms(time) {
  return `${time.toFixed(0)} ms`;
}
