import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "@jest/globals";
import { halt, refuseHalted } from "../../../kit/release/standing/halt.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";
import { zipOf } from "../../../rehearsal/stand-ins/github/zip-of.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A release whose run has ended, and another run, in which a person asks for a rollback. */
async function ended(
  options?: Parameters<typeof liveRelease>[0],
): Promise<LiveRelease & { person: () => Promise<Parameters<LiveRelease["rollback"]>[1]> }> {
  const made = await liveRelease(options);
  open.push(made);
  const { forge } = made;
  forge.standIn.runs.finish(Number(forge.context.runId), "success");
  const person = async () => {
    const { github, context } = await forge.another();
    return { context: { ...context, actor: "ada" }, github: async () => github };
  };
  return { ...made, person };
}

const byPerson = { release: "last", reason: "checkout is broken" };

test("a person rolls the last release back, and the record says who and why", async () => {
  const made = await ended();
  const { outputs } = await made.rollback(byPerson, await made.person());
  expect(made.live()).toEqual(made.before);
  expect(outputs).toMatchObject({
    outcome: "rolled-back",
    because: "a person says: checkout is broken",
    release: made.release,
  });
  const rollbacks = made.forge.standIn
    .state()
    .deployments.flatMap(({ payload }) => payload as { phase?: string; approvedBy?: string[] })
    .filter(({ phase }) => phase === "rollback");
  expect(rollbacks.map(({ approvedBy }) => approvedBy)).toEqual([["ada"], ["ada"]]);
});

test("once more finds everything as it was, and writes no receipt", async () => {
  const made = await ended();
  await made.rollback(byPerson, await made.person());
  const count = made.forge.standIn.state().deployments.length;
  const again = await made.rollback({ ...byPerson, release: made.release }, await made.person());
  expect(JSON.parse(again.outputs.components ?? "")).toEqual([
    { component: "web", outcome: "already" },
    { component: "hello", outcome: "already" },
    { component: "world", outcome: "already" },
  ]);
  expect(again.outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.before);
  // The lease of this run, and nothing else.
  expect(made.forge.standIn.state().deployments).toHaveLength(count + 1);
  const unnamed = await made.rollback(byPerson, await made.person());
  expect(unnamed.outputs).toMatchObject({ release: made.release, extent: "nothing" });
});

test("of two at once, one goes back and the other is told who does", async () => {
  const made = await ended();
  const people = [await made.person(), await made.person()];
  const results = await Promise.allSettled(people.map((person) => made.rollback(byPerson, person)));
  const refused = results.flatMap((result) =>
    result.status === "rejected" ? [result.reason as object] : [],
  );
  expect(refused).toEqual([
    expect.objectContaining({
      code: "PR204",
      message: expect.stringContaining(`production is held by rollback of ${made.release} in run`),
    }),
  ]);
  expect(made.live()).toEqual(made.before);
});

test("while the release's own run goes on, a person is told to end it first", async () => {
  const made = await liveRelease();
  open.push(made);
  const now = made.live();
  const { github, context } = await made.forge.another();
  await expect(made.rollback(byPerson, { context, github: async () => github })).rejects.toMatchObject({
    code: "PR204",
    fix: expect.stringContaining("cancel its run"),
  });
  expect(made.live()).toEqual(now);
  expect(made.world.emitted["outcome"]).toBe("held");
});

test("a release that the record does not know, an empty record and another target's are refused by name", async () => {
  const made = await ended({ github: false });
  const person = await made.person();
  const given = { "github-token": "any", reason: "why" };
  await expect(made.rollback({ ...given, release: "last" }, person)).rejects.toMatchObject({
    code: "PR471",
    message: "The record of production has no release that is live: it is empty. Nothing was changed.",
  });
  await expect(made.rollback(given, person)).rejects.toMatchObject({
    code: "PR471",
    message: expect.stringContaining(`knows no release ${made.release}`),
  });
  const other = made.release.replace("production", "staging");
  await expect(made.rollback({ ...given, release: other }, person)).rejects.toMatchObject({
    code: "PR472",
    message: expect.stringContaining("is a release of staging, not of production"),
  });
});

test("without a record at all, the host knows what was live before, and the snapshot knows the functions", async () => {
  const made = await ended({ github: false });
  const { outputs, report } = await made.rollback({ release: "last", reason: "why" });
  expect(outputs).toMatchObject({ outcome: "rolled-back", release: made.release });
  expect(report.evidence).toContainEqual(
    expect.stringMatching(
      /known without the record: the web by the host's own deployments, functions by the snapshot/,
    ),
  );
  expect(made.live()).toEqual(made.before);
});

test("nobody rolls back without saying why", async () => {
  const made = await ended();
  await expect(made.rollback({ release: "last" })).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringContaining("reason: required"),
  });
});

test("a dry run by a person says what would go back, and changes nothing", async () => {
  const made = await ended();
  const now = made.live();
  const { report } = await made.rollback({ release: "last", "dry-run": "true" }, await made.person());
  expect(report).toMatchObject({ verdict: "pass", reason: `${made.release} could be rolled back now.` });
  expect(made.live()).toEqual(now);
  const { report: without } = await made.rollback(
    { "dry-run": "true", artifacts: "nowhere" },
    await made.person(),
  );
  expect(without).toMatchObject({
    verdict: "fail",
    reason: expect.stringContaining("could not be rolled back"),
  });
});

test("a halted target is resumed by a person with a reason", async () => {
  const made = await ended();
  const { github } = made.forge;
  const { commit, release } = made.manifest;
  const at = "2026-11-22T12:00:00.000Z";
  await halt(github, "production", {
    schema: "prism-rollout/halt@1",
    release,
    commit,
    reason: "smoke says fail",
    at,
  });
  const { report } = await made.rollback({ resume: "the test was wrong" }, await made.person());
  expect(report.reason).toBe("ada has resumed production: the test was wrong.");
  expect(report.evidence).toEqual([
    "1 of 1 halts of production are lifted",
    `${release} had ended because smoke says fail`,
  ]);
  await refuseHalted(github, "production", commit);
});

test("a rollback that is due, in a chain whose needs cannot be read, is a person's to decide", async () => {
  const made = await liveRelease();
  open.push(made);
  const { outputs } = await made.rollback({ needs: needsUntil("smoke", "failure").slice(0, 50) });
  expect(outputs).toMatchObject({ outcome: "held", because: "how the chain ended is not known" });
});

test("the snapshot comes from the artifacts of the release's own run, where the job has none", async () => {
  const made = await ended();
  const snapshot = await readFile(made.world.emitted["snapshot"] ?? "", "utf8");
  const { standIn, context } = made.forge;
  const run = Number(context.runId);
  standIn.runs.artifact(run, "rollout-build", zipOf({ "artifact.json": "{}" }));
  standIn.runs.artifact(run, "rollout-plan", Buffer.from("cut"));
  standIn.runs.artifact(run, "rollout-deploy-functions-1", zipOf({ "snapshot.json": snapshot }));
  const { outputs } = await made.rollback({ ...byPerson, artifacts: "" }, await made.person());
  expect(outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.before);
  expect(made.world.log.lines).toContain("warning: The artifact rollout-plan is not a whole zip archive.");
});

test("a release on top of which a newer one has gone live is not pulled away from under it", async () => {
  const made = await ended();
  const release = await made.next("3");
  const now = made.live();
  const { outputs } = await made.rollback({ ...byPerson, release: made.release }, await made.person());
  expect(outputs).toMatchObject({
    outcome: "held",
    because: expect.stringContaining(
      `${release} has gone live since, on top of it: roll that one back first`,
    ),
  });
  expect(made.live()).toEqual(now);
  expect(await made.standing()).toMatchObject({ state: "in_progress" });
  // What is tried says the same.
  const tried = await made.rollback({ release: made.release, "dry-run": "true" }, await made.person());
  expect(tried.report).toMatchObject({
    verdict: "fail",
    reason: expect.stringContaining(`could not be rolled back now: ${release} has gone live since`),
    next: expect.stringContaining("Name another release"),
  });
});
