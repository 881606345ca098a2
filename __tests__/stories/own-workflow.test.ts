import { expect, test } from "@jest/globals";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import { patience, playCaller } from "./play-caller.ts";

test(
  "the chain as jobs of one's own workflow releases: each environment's secrets are there without a mapping",
  async () => {
    const world = await startWorld({ env: process.env, skip: "checks" });
    try {
      const played = await playCaller(world, "own-workflow.yml");
      expect(played.said.filter((line) => line.startsWith("error"))).toEqual([]);
      expect(played).toMatchObject({
        result: "success",
        outputs: { rollback: { outcome: "released" } },
        approved: ["production-migrate", "production-deploy-functions", "production-deploy-web"],
      });
      expect(await world.live()).toMatchObject({ ledger: "0012" });
    } finally {
      await world.close();
    }
  },
  patience,
);
