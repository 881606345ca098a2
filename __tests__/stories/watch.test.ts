import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { verifyStatement } from "../../kit/release/evidence/verify.ts";
import { breakResults } from "../../rehearsal/release/break-results.ts";
import { keptEvidence } from "../../rehearsal/release/kept-evidence.ts";
import { playAttempts } from "../../rehearsal/release/play-attempts.ts";
import { withNewerCommit } from "../../rehearsal/world/newer-commit.ts";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { type Played, errorsOf, patience, playCaller } from "./play-caller.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: process.env, skip: "checks" });
  // Each look would ask for the week before as well, and wait for the minute's quota of log queries.
  const file = join(world.repository, "rollout.yml");
  const rollout = (await readFile(file, "utf8")).replace("\nobserve:\n", "\nobserve:\n  baseline: 0s\n");
  await writeFile(file, rollout);
  world.github.change((state) => void (state.files[world.commit] = { "rollout.yml": rollout }));
}, patience);
afterAll(() => world.close(), patience);

const watch = (of: World): Promise<Played> =>
  playCaller(of, "watch.yml", { inputs: { target: "production" }, attempts: 0 });

const results = ({ result, results: jobs, said }: Played): object => ({
  errors: said.filter((line) => line.startsWith("error")),
  result,
  ...jobs,
});

// One story, in its order: two releases with hardly any users, and what the watch caller makes of them.
test(
  "a trickle leaves a release watched and its run green; the watch caller leaves it so, and ends it once there are enough",
  async () => {
    const released = await playCaller(world, "merge-to-main.yml", { attempts: 5 });
    expect(results(released)).toMatchObject({ errors: [], result: "success" });
    expect(released.outputs["rollout/rollback"]).toMatchObject({ outcome: "watching" });
    expect(released.said.join("\n")).toContain("WATCHING: 0 of 5 attempts failed");

    const open = await watch(world);
    expect(results(open)).toMatchObject({ errors: [], result: "success", observe: "success" });
    expect(open.outputs["rollback"]).toMatchObject({
      outcome: "watching",
      because: "observe has no verdict yet: 0 of 5 attempts failed",
    });

    await playAttempts(world.project, { attempts: 40 });
    const ended = await watch(world);
    expect(results(ended)).toMatchObject({ errors: [], result: "success" });
    expect(ended.outputs["rollback"]).toMatchObject({ outcome: "released" });

    const over = await watch(world);
    expect(results(over)).toMatchObject({
      errors: [],
      result: "success",
      observe: "skipped",
      rollback: "skipped",
    });
  },
  patience,
);

test(
  "one that turns out to fail goes back, by the run of the watch caller alone; its evidence holds, and has every look",
  async () => {
    const before = await world.live();
    const newer = await withNewerCommit(world);
    const released = await playCaller(newer, "promote.yml", {
      inputs: { target: "production" },
      attempts: 5,
    });
    expect(errorsOf(released)).toEqual([]);
    expect(released.outputs["rollout/rollback"]).toMatchObject({ outcome: "watching" });

    await breakResults(world.databaseUrl);
    await playAttempts(world.project, { attempts: 40, failing: 12 });
    const ended = await watch(newer);
    expect(ended.outputs["rollback"]).toMatchObject({ outcome: "rolled-back", because: "observe says fail" });
    expect(ended.results).toMatchObject({ observe: "failure", rollback: "success" });
    expect(await world.live()).toEqual({ ...before, ledger: (await world.live()).ledger });
    const run = world.github.state().runs.at(-1)?.id ?? 0;
    const kept = keptEvidence(world, run);
    const { predicate, problems } = verifyStatement(JSON.parse(kept ?? "null"));
    expect(problems).toEqual([]);
    expect(predicate?.looks.map(({ said }) => said)).toEqual([
      "watching: observe has no verdict yet: 0 of 5 attempts failed",
    ]);
    expect(world.github.state().issues.map(({ title }) => title)).toEqual(["production was rolled back"]);
  },
  patience,
);
