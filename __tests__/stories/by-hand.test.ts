import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { Live } from "../../rehearsal/world/live.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { type Played, errorsOf, patience, playCaller } from "./play-caller.ts";

let world: World;
let former: Live;
beforeAll(async () => {
  world = await startWorld({ env: process.env, skip: "checks" });
  former = await world.live();
}, patience);
afterAll(() => world.close(), patience);

const rollback = (what: string): Promise<Played> =>
  playCaller(world, "rollback.yml", {
    inputs: { target: "production", to: "previous", reason: "results are slow", what },
  });

// One story, in its order: a person promotes, tries the way back, takes it, lets the target go on.
test(
  "promoted, tried, taken back and resumed, each by the caller that is shipped for it",
  async () => {
    const promoted = await playCaller(world, "promote.yml", { inputs: { target: "production" } });
    expect({ errors: errorsOf(promoted), result: promoted.result }).toEqual({
      errors: [],
      result: "success",
    });
    expect(promoted.outputs["rollout/rollback"]).toMatchObject({ outcome: "released" });
    const live = await world.live();

    const tried = await rollback("dry-run");
    expect({ errors: errorsOf(tried), result: tried.result }).toEqual({ errors: [], result: "success" });
    expect(await world.live()).toEqual(live);

    const taken = await rollback("roll-back");
    expect({ errors: errorsOf(taken), result: taken.result }).toEqual({ errors: [], result: "success" });
    expect(await world.live()).toEqual({ ...former, ledger: "0012" });

    const refused = await playCaller(world, "promote.yml", { inputs: { target: "production" } });
    expect(refused.result).toBe("failure");
    expect(errorsOf(refused).join("\n")).toContain("PR207");

    const resumed = await rollback("resume");
    expect({ errors: errorsOf(resumed), result: resumed.result }).toEqual({ errors: [], result: "success" });
  },
  patience,
);
