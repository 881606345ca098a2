import { expect, test } from "@jest/globals";
import { playRelease } from "../../rehearsal/release/play-release.ts";
import { allJobs } from "../../rehearsal/player/player.ts";
import { witness } from "../../rehearsal/release/witness.ts";
import { heldToDescription } from "../rehearsal/stand-ins/github/description/held-to-description.ts";
import { startWorld } from "../../rehearsal/world/start-world.ts";

test("an app in a folder of a monorepo is released: every path starts at working-directory; GitHub is asked and answers as it describes itself", async () => {
  const github = heldToDescription();
  const world = await startWorld({
    env: process.env,
    workingDirectory: "apps/prism",
    onExchange: github.tell,
  });
  try {
    const before = await world.live();
    const log: string[] = [];
    const people = witness(world, []);
    const { result, jobs } = await playRelease(world, {
      caller: "examples/workflows/merge-to-main.yml",
      approve: "all",
      onEvent: (event) => {
        people.event(event);
        if (event.kind === "annotation") log.push(event.message);
      },
    });
    await people.end();
    const failed = allJobs(jobs).filter((job) => job.result === "failure");
    expect({ result, failed: failed.map(({ id }) => id), log: result === "success" ? [] : log }).toEqual({
      result: "success",
      failed: [],
      log: [],
    });
    const after = await world.live();
    expect(before.ledger).toBe("0007");
    expect(after.ledger).toBe("0012");
    expect(after.web).not.toBe(before.web);
    expect(after.served).not.toEqual(before.served);
    expect(Object.keys(after.functions)).toEqual(Object.keys(before.functions));
    expect(github.count()).toBeGreaterThan(50);
    expect(github.problems()).toEqual([]);
  } finally {
    await world.close();
  }
}, 120_000);
