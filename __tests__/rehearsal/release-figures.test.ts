import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { leaveOutSuites, playCounted } from "../../scripts/performance/play-counted.ts";
import { grownBeyond, nothingGrown } from "../support/golden-figures.ts";

const patience = 120_000;

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: process.env, skip: "checks" });
  leaveOutSuites(world);
}, patience);
afterAll(() => world.close());

test(
  "a healthy release sends its database no more than it did, and its jobs bring no larger artifacts",
  async () => {
    const { outcome, jobs } = await playCounted(world);
    expect(outcome).toBe("released");
    const is = Object.fromEntries(
      jobs.map(({ name, database, downloaded, uploaded }) => [
        name,
        { statements: database.statements, "bytes sent": database.bytes, downloaded, uploaded },
      ]),
    );
    // How many statements a job sends does not hang on the machine; how much of a run's ids and times an artifact keeps does.
    const allowed = { statements: 0.03, "bytes sent": 0.03, downloaded: 0.05, uploaded: 0.1 };
    expect(grownBeyond("release.json", is, allowed)).toEqual(nothingGrown("release.json"));
  },
  patience,
);
