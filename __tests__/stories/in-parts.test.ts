import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pointTargetAt } from "../../rehearsal/world/rollout-file.ts";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { type Played, errorsOf, patience, playCaller } from "./play-caller.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: process.env, skip: "commands" });
  await withoutReviewers();
}, patience);
afterAll(() => world.close(), patience);

/** A private repository below Enterprise: GitHub has no reviewers for it, so the target names approvers. */
async function withoutReviewers(): Promise<void> {
  const file = join(world.repository, "rollout.yml");
  const rollout = pointTargetAt(await readFile(file, "utf8"), world.target, { approvers: ["ada", "bob"] });
  await writeFile(file, rollout);
  world.github.change((state) => {
    state.plan = "team";
    state.repository.visibility = "private";
    for (const environment of state.environments) environment.reviewers = [];
    state.files[world.commit] = { "rollout.yml": rollout };
  });
}

const part = (by: string, inputs: Readonly<Record<string, string>>): Promise<Played> =>
  playCaller(world, "promote.yml", { by, inputs: { target: "production", ...inputs } });

/** Who the receipts of a phase say has approved it. */
function approvedBy(phase: string): readonly string[] {
  const own = world.github.state().deployments.filter(({ task }) => task === "rollout-receipt");
  const receipts = own.map(({ payload }) => payload as { phase: string; approvedBy: readonly string[] });
  return [...new Set(receipts.filter((one) => one.phase === phase).flatMap((one) => one.approvedBy))];
}

// One story, in its order: each part passes its gate by who has started it.
test(
  "in parts, each started by an approver who did not begin the part before, and refused to who did",
  async () => {
    const planned = await part("bob", { "through-phase": "plan" });
    expect({ errors: errorsOf(planned), result: planned.result }).toEqual({ errors: [], result: "success" });

    const own = await part("bob", { "from-phase": "migrate", "through-phase": "migrate" });
    expect(own.result).toBe("failure");
    expect(errorsOf(own).join("\n")).toContain("PR217");

    const migrated = await part("ada", { "from-phase": "migrate", "through-phase": "migrate" });
    expect({ errors: errorsOf(migrated), ledger: (await world.live()).ledger }).toEqual({
      errors: [],
      ledger: "0012",
    });
    const functions = { "from-phase": "deploy-functions", "through-phase": "deploy-functions" };
    expect(errorsOf(await part("bob", functions))).toEqual([]);

    const last = await part("ada", { "from-phase": "deploy-web" });
    expect({ errors: errorsOf(last), outcome: last.outputs["rollout/rollback"]?.["outcome"] }).toEqual({
      errors: [],
      outcome: "released",
    });
    expect(["migrate", "deploy-functions", "deploy-web"].map(approvedBy)).toEqual([
      ["ada (started this slice)"],
      ["bob (started this slice)"],
      ["ada (started this slice)"],
    ]);
  },
  patience,
);
