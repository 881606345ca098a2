import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { withNewerCommit } from "../../rehearsal/world/newer-commit.ts";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { type Played, errorsOf, patience, playCaller } from "./play-caller.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld({ env: process.env, skip: "commands" });
}, patience);
afterEach(() => world.close(), patience);

const outcome = ({ outputs }: Played) => outputs["rollout/rollback"]?.["outcome"];
const promote = (on: World, inputs: Readonly<Record<string, string>>): Promise<Played> =>
  playCaller(on, "promote.yml", { inputs: { target: "production", ...inputs } });

test(
  "what was held halts the target: a commit on top of it is refused, and released with resume",
  async () => {
    const held = await playCaller(world, "merge-to-main.yml", { expire: "deploy-functions" });
    expect(outcome(held)).toBe("held");
    const hotfix = await withNewerCommit(world);

    const refused = await promote(hotfix, {});
    expect(refused.result).toBe("failure");
    expect(errorsOf(refused).join("\n")).toContain("PR207: production is halted since");

    const resumed = await promote(hotfix, { resume: "the approval was only late" });
    expect({ errors: errorsOf(resumed), outcome: outcome(resumed) }).toEqual({
      errors: [],
      outcome: "released",
    });
    const halts = world.github.state().deployments.filter(({ task }) => task === "rollout-halt");
    expect(halts.map(({ statuses }) => statuses.at(-1)?.description)).toEqual([
      "resumed by bob: the approval was only late",
    ]);
  },
  patience,
);

test(
  "a release that a newer one takes the target from waits on where nobody may cancel it, and is refused once it is approved",
  async () => {
    const { CANCEL_TOKEN: _, ...secrets } = world.secrets;
    let newer: Played | undefined;
    const takes = async (): Promise<void> => {
      newer = await promote({ ...(await withNewerCommit(world)), secrets }, { supersede: "true" });
    };
    const older = await playCaller(world, "merge-to-main.yml", {
      meanwhile: { at: "deploy-functions", does: takes },
    });
    expect(newer && { errors: errorsOf(newer), outcome: outcome(newer) }).toEqual({
      errors: [],
      outcome: "released",
    });
    expect(newer?.said.join("\n")).toContain("was not cancelled");
    expect(older.approved).toContain("production-deploy-functions");
    expect(errorsOf(older).join("\n")).toMatch(/PR205: production-\S+ has taken production since/);
    expect(older.results).toMatchObject({ "rollout/deploy-web": "skipped" });
    expect(outcome(older)).toBe("held");
  },
  patience,
);
