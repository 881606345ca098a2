import { afterAll, afterEach, expect, test } from "@jest/globals";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { Live } from "../../rehearsal/world/live.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { type TakenAway, keepPermissions } from "../support/keep-permissions.ts";
import { type Played, errorsOf, patience, playCaller } from "./play-caller.ts";

const tried: TakenAway[] = [];
const held: TakenAway[] = [];
afterAll(() => keepPermissions(tried, held));

const worlds: World[] = [];
afterEach(async () => void (await Promise.all(worlds.splice(0).map((one) => one.close()))), patience);

/** The whole chain, where one job has one right less than its workflow asks for. */
async function playWithout(
  job: string,
  right: string,
): Promise<{ readonly world: World; readonly before: Live; readonly played: Played }> {
  const world = await startWorld({ env: process.env, skip: "checks" });
  worlds.push(world);
  const before = await world.live();
  const grants = (key: string, asked: Readonly<Record<string, "read" | "write">>) =>
    key.endsWith(`/${job}`)
      ? Object.fromEntries(Object.entries(asked).filter(([name]) => name !== right))
      : asked;
  return { world, before, played: await playCaller(world, "merge-to-main.yml", { grants }) };
}

/** What a chain that one job could not go on with came to: in one message why, and the rollback that says what it means. */
function expectHeld({ results, outputs, ...played }: Played, job: string, why: string): void {
  expect([results[`rollout/${job}`], outputs["rollout/rollback"]?.["outcome"]]).toEqual(["failure", "held"]);
  const said = errorsOf({ results, outputs, ...played });
  const told = said.filter((line) => !line.startsWith("error: Process completed"));
  expect(told).toEqual([expect.stringContaining(why), expect.stringMatching(/^error: Held: /)]);
}

test(
  "a job without contents checks nothing out: the release is held, and nothing that users meet has changed",
  async () => {
    const row = ["the job deploy-functions", "GitHub", "contents: read", "fails"] as const;
    tried.push(row);
    const { world, before, played } = await playWithout("deploy-functions", "contents");
    expectHeld(played, "deploy-functions", "Repository not found: acme/prism");
    expect(played.results["rollout/deploy-web"]).toBe("skipped");
    const { functions, web, served } = await world.live();
    expect({ functions, web, served }).toEqual({
      functions: before.functions,
      web: before.web,
      served: before.served,
    });
    held.push(row);
  },
  2 * patience,
);

test(
  "a job without deployments fails in one message that names the right: the release is held, and its part is as it was",
  async () => {
    const { world, before, played } = await playWithout("deploy-web", "deployments");
    expect(played.results["rollout/deploy-functions"]).toBe("success");
    expectHeld(played, "deploy-web", "Give the job `deployments: write`");
    const { web, served } = await world.live();
    expect({ web, served }).toEqual({ web: before.web, served: before.served });
  },
  2 * patience,
);
