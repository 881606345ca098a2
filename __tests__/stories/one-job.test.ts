import { expect, test } from "@jest/globals";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import { patience, playCaller } from "./play-caller.ts";

test(
  "the chain in one job releases with one approval, and keeps what a later rollback needs",
  async () => {
    const world = await startWorld({ env: process.env, skip: "checks" });
    try {
      const played = await playCaller(world, "one-job.yml");
      expect(played.said.filter((line) => line.startsWith("error"))).toEqual([]);
      expect(played).toMatchObject({ result: "success", approved: ["production"] });
      expect(played.outputs["release"]).toMatchObject({ outcome: "released" });
      expect(await world.live()).toMatchObject({ ledger: "0012" });
      const kept = world.github.state().runs.flatMap(({ artifacts }) => artifacts.map(({ name }) => name));
      expect(kept).toEqual(["rollout-one-job-1"]);
    } finally {
      await world.close();
    }
  },
  patience,
);
