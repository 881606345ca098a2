import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { systemHttp } from "../../../kit/ports/http.ts";
import { writeFormat } from "../../../kit/release/formats.ts";
import { cutAtNext } from "../../support/broken-http.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const breaking = "0014 is allowed to lose data or break the live code";

/** The plan of the release, as an artifact that was downloaded. */
async function keepPlan({ world, release, manifest }: LiveRelease, noRollback?: string): Promise<void> {
  const plan = {
    schema: "prism-rollout/plan@1",
    release,
    target: "production",
    commit: manifest.commit,
    attempt: 1,
    parts: [],
    gates: [],
    ...(noRollback === undefined ? {} : { noRollback }),
  };
  await writeFile(join(world.temp, "plan.json"), writeFormat(plan));
}

async function stage(options?: Parameters<typeof liveRelease>[0]): Promise<LiveRelease> {
  const made = await liveRelease(options);
  open.push(made);
  return made;
}

test("without a record, the plan of the release that the host names counts, also where a person names `last`", async () => {
  const made = await stage({ github: false });
  await keepPlan(made, breaking);
  const now = made.live();
  for (const release of ["last", made.release])
    await expect(made.rollback({ release, reason: "why" })).rejects.toMatchObject({
      code: "PR473",
      message: expect.stringContaining(`${made.release} cannot be rolled back, because ${breaking}`),
    });
  expect(made.live()).toEqual(now);
});

test("where the host names another release than the newest, each plan of the target among the artifacts counts", async () => {
  const made = await stage({ github: false, phases: ["functions"] });
  await keepPlan(made, breaking);
  await expect(made.rollback({ release: "last", reason: "why" })).rejects.toMatchObject({ code: "PR473" });
});

test("a person does not go back blindly: GitHub is down, and no plan says what the migrations break", async () => {
  const made = await stage();
  made.forge.standIn.change(({ faults }) => {
    faults.push({ method: "*", path: "/.*", times: 999, status: 500, json: { message: "unicorn" } });
  });
  const now = made.live();
  for (const given of [{ reason: "why" }, { reason: "why", release: "last" }, { "dry-run": "true" }])
    await expect(made.rollback(given)).rejects.toMatchObject({
      code: "PR475",
      message: expect.stringMatching(/no plan .*Nothing was changed/),
      fix: expect.stringMatching(/`artifacts`.*`github-token`/),
    });
  expect(made.live()).toEqual(now);
  await keepPlan(made);
  const { outputs } = await made.rollback({ reason: "why" });
  expect(outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.before);
});

test("without a record, one that ends before the CDN has forgotten the release goes on with that, run again alone", async () => {
  const made = await stage({ github: false, cdn: true });
  const failed = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
  const cut = cutAtNext(systemHttp, "POST", /purge_cache$/, { method: "PUT", times: 0 });
  const first = await made.rollback({ needs: failed }, { http: cut });
  expect(first.outputs.components).toContain('{"component":"cdn","outcome":"failed"}');
  expect(made.live().web).toEqual(made.before.web);
  const { world } = made;
  await rm(join(world.temp, "prism-rollout", "rollback"), { recursive: true });
  const again = { ...world.context, attempt: 2 };
  const { outputs } = await made.rollback({ needs: failed }, { context: again });
  expect(outputs).toMatchObject({ outcome: "rolled-back", extent: "complete" });
  expect(outputs.components).toContain('{"component":"cdn","outcome":"reverted"}');
  expect(made.live()).toEqual(made.before);
});
