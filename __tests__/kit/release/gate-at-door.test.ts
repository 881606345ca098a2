import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { writeFormat } from "../../../kit/release/formats.ts";
import { gateAtDoor } from "../../../kit/release/gate-at-door.ts";
import type { Gate, Gates } from "../../../kit/release/gates.ts";
import { testWorld } from "../../support/test-world.ts";

const held: Gate = {
  phase: "migrate",
  environment: "production-migrate",
  declared: "reviewers",
  found: ["required_reviewers"],
  reviewers: ["ada"],
  bypass: false,
};

async function door(gates: Gates, allowBypass: boolean, planned?: Gate) {
  const world = await testWorld();
  await writeFile(
    join(world.root, "plan.json"),
    writeFormat({ schema: "prism-rollout/plan@1", gates: planned ? [planned] : [] } as { schema: string }),
  );
  return await gateAtDoor(world, { plan: "plan.json", planDigest: "d", gates, allowBypass }, "migrate");
}

test("a release that takes its own gate away is still held by the plan's", async () => {
  expect(await door({}, true, held)).toEqual({ declared: "reviewers", bypass: false, reviewers: ["ada"] });
  expect(await door({ migrate: "wait-timer" }, true, held)).toMatchObject({ declared: "reviewers" });
});

test("a gate that is declared here holds although the plan has none", async () => {
  expect(await door({ migrate: "reviewers" }, true)).toEqual({
    declared: "reviewers",
    bypass: true,
    reviewers: [],
  });
});

test("a bypass counts only where this phase and the plan allow it", async () => {
  const gates = { migrate: "reviewers" } as const;
  expect(await door(gates, true, { ...held, bypass: true })).toMatchObject({ bypass: true });
  expect(await door(gates, false, { ...held, bypass: true })).toMatchObject({ bypass: false });
  expect(await door(gates, true, held)).toMatchObject({ bypass: false });
});
