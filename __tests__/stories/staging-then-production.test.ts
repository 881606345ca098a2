import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseDocument } from "yaml";
import { breaks } from "../../rehearsal/release/break-phase.ts";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { patience, playCaller } from "./play-caller.ts";

const caller = "staging-then-production.yml";

test(
  "a merge goes to staging at once and to production gate by gate, each with its own secrets, artifacts and record; what is built with the same values is built once",
  async () => {
    const world = await startWorld({ env: process.env, staging: true, skip: "checks" });
    try {
      await sameValues(world);
      const before = { staging: await world.staging?.live(), production: await world.live() };
      const played = await playCaller(world, caller);
      expect(played.said.filter((line) => line.startsWith("error"))).toEqual([]);
      expect(played).toMatchObject({
        result: "success",
        outputs: {
          "staging/rollback": { outcome: "released" },
          "production/rollback": { outcome: "released" },
        },
        approved: ["production-migrate", "production-deploy-functions", "production-deploy-web"],
      });
      const after = { staging: await world.staging?.live(), production: await world.live() };
      expect([after.staging?.ledger, after.production.ledger]).toEqual(["0012", "0012"]);
      expect(after.staging?.web).not.toEqual(before.staging?.web);
      expect(after.production.web).not.toEqual(before.production.web);
      const site = played.outputs["staging/build"]?.["marker"];
      expect(played.outputs["production/build"]).toMatchObject({
        marker: site,
        evidence: expect.stringMatching(/is the one that was built in run \d+ for staging/),
      });
      expect(artifactsOf(world)).toEqual(
        expect.arrayContaining([
          "rollout-build-production",
          "rollout-build-staging",
          "rollout-plan-production",
          "rollout-plan-staging",
        ]),
      );
    } finally {
      await world.close();
    }
  },
  patience,
);

test(
  "what fails on staging never reaches a gate of production",
  async () => {
    const world = await startWorld({ env: process.env, staging: true, skip: "checks" });
    try {
      const production = await world.live();
      await breaks.migrate({ ...world, databaseUrl: world.staging?.databaseUrl ?? "" });
      const played = await playCaller(world, caller);
      expect(played).toMatchObject({ result: "failure", results: { production: "skipped" }, approved: [] });
      expect(await world.live()).toEqual(production);
    } finally {
      await world.close();
    }
  },
  patience,
);

function artifactsOf(world: World): readonly string[] {
  return world.github
    .state()
    .runs.flatMap(({ artifacts }) => artifacts)
    .map(({ name }) => name);
}

/** Both targets are built with what staging is built with. */
async function sameValues({ repository }: World): Promise<void> {
  const file = join(repository, "rollout.yml");
  const config = parseDocument(await readFile(file, "utf8"));
  config.setIn(["targets", "production", "build"], config.getIn(["targets", "staging", "build"]));
  await writeFile(file, config.toString({ lineWidth: 0 }));
}
