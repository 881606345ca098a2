// One release each, in a world of its own: the chain as a runner plays it, and the same by the vendors' tools.
import { deepStrictEqual, notDeepStrictEqual } from "node:assert";
import { mkdtemp, mkdir, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { startWorld } from "../../lib/rehearsal/world/start-world.js";
import { packedBytes } from "../../lib/scripts/performance/count-jobs.js";
import { leaveOutSuites, playCounted } from "../../lib/scripts/performance/play-counted.js";
import { timed } from "./measure.mjs";
import { slowWorld } from "./slow-world.mjs";
import { releaseToday } from "./today.mjs";

const probe = fileURLToPath(new URL("probe.cjs", import.meta.url));
/** The ledger's last version before and after the sample's release. */
const [before, after] = ["0007", "0012"];

/** The chain: its jobs, what each process of ours waited for, all of their time in ms, and that of `observe`. */
export async function releaseOurs(ms) {
  return inWorld(ms, async (world, folder) => {
    const probed = join(folder, "probed");
    await mkdir(probed);
    const { outcome, jobs } = await playCounted(world, (port) => ({
      NODE_OPTIONS: `--require=${probe}`,
      PROBE_FOLDER: probed,
      PROBE_DATABASE_PORT: String(port),
    }));
    if (outcome !== "released") throw new Error(`The release that is measured came out as ${outcome}`);
    const files = (await readdir(probed)).toSorted();
    const processes = await Promise.all(
      files.map(async (file) => JSON.parse(await readFile(join(probed, file), "utf8"))),
    );
    const took = jobs.reduce((sum, { own }) => sum + own, 0);
    const observing = jobs.find(({ name }) => name === "observe").own;
    return { jobs, processes, took, observing, calls: summed(jobs.map(({ calls }) => calls)) };
  });
}

/** The same by the vendors' tools: what all steps took, and how often each API was asked. */
export async function releaseTheirs(ms) {
  return inWorld(ms, async (world, folder) => {
    const steps = await releaseToday(world, folder);
    const { supabase, host, cdn } = world;
    const logs = { supabase, [host.name]: host, [cdn.name]: cdn };
    const asked = () => Object.entries(logs).map(([api, { requests }]) => [api, requests.length]);
    const then = Object.fromEntries(asked());
    let took = 0;
    for (const { start } of steps) took += await timed(start);
    const calls = Object.fromEntries(asked().map(([api, count]) => [api, count - then[api]]));
    return { jobs: [...new Set(steps.map(({ job }) => job))], took, calls };
  });
}

/** A release in a new world, which must be live at its end; with it `checkout`, the bytes of the app's sources. */
async function inWorld(ms, release) {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-"));
  const world = await startWorld({ env: process.env });
  leaveOutSuites(world);
  const slow = await slowWorld(world, ms);
  try {
    const [was, checkout] = [await world.live(), packedBytes(world.repository)];
    const done = await release(slow.world, folder);
    const is = await world.live();
    deepStrictEqual([was.ledger, is.ledger], [before, after], "The migrations are not applied");
    notDeepStrictEqual([is.functions, is.served], [was.functions, was.served], "The release is not live");
    return { ...done, checkout };
  } finally {
    await slow.close();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function summed(all) {
  const sums = new Map();
  for (const calls of all)
    for (const [api, count] of Object.entries(calls)) sums.set(api, (sums.get(api) ?? 0) + count);
  return Object.fromEntries(sums);
}
