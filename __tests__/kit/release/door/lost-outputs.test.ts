import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { sha256 } from "../../../../kit/release/canonical.ts";
import type { PhaseInputs } from "../../../../kit/release/enter-phase.ts";
import { writeFormat } from "../../../../kit/release/formats.ts";
import { changesOf } from "../../../../kit/release/record/history.ts";
import { partDigest } from "../../../../kit/release/plan/plan.ts";
import { stampText } from "../../../../kit/release/plan/plan-stamp.ts";
import { type Candidate, candidate, partOf } from "../../../support/at-the-door.ts";
import { type GithubWorld, githubWorld } from "../../../support/github-world.ts";
import { planOf } from "../../../support/planned-release.ts";

let forge: GithubWorld;
beforeEach(async () => {
  forge = await githubWorld();
});
afterEach(() => forge.standIn.close());

/** What plan's outputs and artifact hand to the door of `migrate`. */
async function handed(
  own: Candidate,
  declared: "none" | "reviewers" = "none",
): Promise<Partial<PhaseInputs>> {
  const part = partOf("migrate");
  const { gates } = planOf([]);
  const made = planOf([part], {
    release: own.release,
    gates: gates.map((gate) => ({ ...gate, declared })),
  });
  const text = writeFormat(made);
  await writeFile(join(own.world.root, "plan.json"), text);
  const planStamp = stampText({ at: Date.now(), attempt: 1, sha256: sha256(text) });
  return { plan: "plan.json", planDigest: partDigest(part), planStamp, environment: "production-migrate" };
}

test("a release whose id was lost on the way is still that release: superseded as such, recorded as such", async () => {
  const own = await candidate(forge);
  const given = { ...(await handed(own)), release: undefined };
  const entered = await own.enter("migrate", given);
  expect(entered?.release).toBe(own.release);
  await entered?.journal.change("0008", { before: null, intended: null }, async () => null);
  expect(await changesOf(forge.github, "production", own.release)).toHaveLength(1);

  const older = await candidate(forge);
  const lost = { ...(await handed(older)), release: undefined };
  const newer = await candidate(forge);
  forge.standIn.runs.finish(Number(own.context.runId), "success");
  await newer.close("success", "released");
  await expect(older.enter("migrate", lost)).rejects.toMatchObject({ code: "PR205" });
});

test.each(["plan", "planDigest", "planStamp", "environment", "githubToken"] as const)(
  "behind a gate nothing begins where %s is lost",
  async (lost) => {
    const own = await candidate(forge);
    const given = { ...(await handed(own, "reviewers")), gates: { migrate: "reviewers" } as const };
    forge.standIn.change(({ runs }) =>
      runs
        .find(({ id }) => String(id) === own.context.runId)
        ?.approvals.push({
          state: "approved",
          comment: "",
          login: "ada",
          environments: ["production-migrate"],
          at: 0,
        }),
    );
    const entering = own.enter("migrate", { ...given, [lost]: undefined });
    if (lost === "plan") expect(await entering).toMatchObject({ release: own.release });
    else await expect(entering).rejects.toMatchObject({ code: expect.stringMatching(/^PR2(02|03|10)$/) });
  },
);
