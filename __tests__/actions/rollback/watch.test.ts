import { afterEach, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findWatched } from "../../../actions/plan/find-watched.ts";
import { spec as planSpec } from "../../../actions/plan/spec.ts";
import type { Statement } from "../../../kit/release/evidence/statement.ts";
import { verifyStatement } from "../../../kit/release/evidence/verify.ts";
import { refuseHalted } from "../../../kit/release/standing/halt.ts";
import { releasesOf } from "../../../kit/release/record/history.ts";
import { takeLease } from "../../../kit/release/standing/lease.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const day = 86_400_000;
const looked = (verdict: string, failed: string, attempts: string, result = "success"): string =>
  JSON.stringify({ observe: { result, outputs: { verdict, failed, attempts } } });
const tooFew = looked("inconclusive", "0", "5");

/** A release that has ended as watched, and a run of the watch caller. */
async function stage(options?: Parameters<typeof liveRelease>[0]) {
  const made = await liveRelease(options);
  open.push(made);
  const { forge, release, world } = made;
  const counted = { verdict: "inconclusive", failed: "0", attempts: "2" };
  await made.rollback({ needs: needsUntil("observe", "success", counted) });
  forge.standIn.runs.finish(Number(forge.context.runId), "success");
  const run = await forge.another();
  const at = { context: run.context, github: async () => run.github };
  const statuses = async (id = release) => {
    const all = await releasesOf(run.github, "production");
    const own = all.find(({ manifest }) => manifest.release === id);
    return (await own?.statuses())?.map(({ state, description }) => `${state}: ${description}`) ?? [];
  };
  return {
    ...made,
    run,
    statuses,
    watch: (needs: string, given = {}) => made.rollback({ watch: "true", needs, ...given }, at),
    find: async () => {
      const asked = { target: "production", "find-watched": "true", "github-token": "any" };
      return await findWatched(inputsFrom(planSpec.inputs, asked), { ...world, ...at });
    },
    /** Another run that holds the target now. */
    held: async (id = "another release") => {
      const { github, context } = await forge.another();
      const { runId, runUrl } = context;
      const lease = { schema: "prism-rollout/lease@1", release: id, runId, runUrl } as const;
      await takeLease(github, context, "production", lease);
    },
  };
}

test("what is watched is found by the record: its commit, and since when", async () => {
  const made = await stage();
  const { outputs, report } = await made.find();
  expect(outputs).toMatchObject({
    "watched-release": made.release,
    "watched-commit": made.manifest.commit,
    "watched-since": expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
  expect(report.verdict).toBe("pass");
});

test("a look with too few attempts leaves it watched, and says what it counted; one that sees nothing new writes nothing", async () => {
  const made = await stage();
  const now = made.live();
  const asked = made.vercel.requests.length;
  const { outputs, report } = await made.watch(tooFew);
  expect(outputs).toMatchObject({
    outcome: "watching",
    because: "observe has no verdict yet: 0 of 5 attempts failed",
  });
  expect(report).toMatchObject({ verdict: "pass", next: expect.stringContaining("To end it now") });
  await made.watch(tooFew);
  await made.watch(looked("error", "0", "0", "failure"));
  expect((await made.statuses()).slice(0, 2)).toEqual([
    "success: watching: observe has no verdict yet: 0 of 5 attempts failed",
    "success: watching: observe has no verdict yet: 0 of 2 attempts failed",
  ]);
  expect(made.live()).toEqual(now);
  expect(made.vercel.requests).toHaveLength(asked);
  expect((await made.find()).outputs["watched-release"]).toBe(made.release);
  await made.held();
});

test("one that passes is released, and gives the target back; its evidence holds every look", async () => {
  const made = await stage();
  await made.watch(tooFew);
  const { outputs, report } = await made.watch(looked("pass", "0", "40"));
  expect(outputs.outcome).toBe("released");
  expect(report).toMatchObject({ verdict: "pass", next: "Nothing to do." });
  expect((await made.statuses())[0]).toBe("success: released: every phase passed");
  const file = join(made.world.temp, "prism-rollout/rollback/evidence.json");
  const statement = JSON.parse(await readFile(file, "utf8")) as Statement;
  expect(verifyStatement(statement).problems).toEqual([]);
  expect(statement.predicate.looks.map(({ at, said }) => [typeof at, said])).toEqual([
    ["string", "watching: observe has no verdict yet: 0 of 2 attempts failed"],
    ["string", "watching: observe has no verdict yet: 0 of 5 attempts failed"],
  ]);
  expect((await made.find()).report.reason).toContain("is live, and its verdict is not open");
  await made.held();
});

test("one that fails goes back, with what its own run has uploaded", async () => {
  const made = await stage();
  const { outputs } = await made.watch(looked("fail", "9", "12", "failure"));
  expect(outputs).toMatchObject({ outcome: "rolled-back", because: "observe says fail" });
  expect(made.live()).toEqual(made.before);
  expect((await made.statuses())[0]).toBe("inactive: rolled back: observe says fail");
  expect((await made.find()).outputs["watched-release"]).toBe("");
  await expect(refuseHalted(made.run.github, "production", made.run.context.sha)).rejects.toMatchObject({
    code: "PR207",
  });
});

test("while another run has the target, nothing is looked for and nothing is decided, and both are green", async () => {
  const made = await stage();
  await made.held();
  const before = await made.statuses();
  const found = await made.find();
  expect(found.outputs["watched-release"]).toBe("");
  expect(found.report).toMatchObject({
    verdict: "pass",
    reason: expect.stringContaining("is changing production"),
  });
  const { outputs, report } = await made.watch(looked("fail", "9", "12", "failure"));
  expect(outputs.outcome).toBeUndefined();
  expect(report).toMatchObject({ verdict: "pass", next: "Nothing to do." });
  expect(report.reason).toContain("production is held by another release");
  expect(await made.statuses()).toEqual(before);
});

test("a release that has activated something since is what is live: the older one is looked at no more, whatever this look says", async () => {
  const made = await stage();
  const newer = await made.next("3");
  const now = made.live();
  expect((await made.find()).report.reason).toContain(`${newer} is live`);
  const { outputs, report } = await made.watch(looked("fail", "9", "12", "failure"));
  expect(outputs.outcome).toBeUndefined();
  expect(report.reason).toContain(`${made.release} is watched no more: ${newer} is live`);
  expect(made.live()).toEqual(now);
  // The lease of this look was given back.
  await made.held();
});

test("the end of the newer release ends the watched one as superseded; where the newer one went back, it is watched on", async () => {
  const [kept, gone] = [await stage(), await stage()];
  for (const [made, ending] of [
    [kept, needsUntil("observe", "success", { verdict: "pass" })],
    [gone, needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" })],
  ] as const) {
    const newer = await made.next("3");
    const record = githubRecord(made.run.github, "production", made.manifest.commit);
    await record.close(newer, "failure", "held, and run again");
    await made.rollback({ needs: ending, release: newer }, { context: made.run.context });
    const [last] = await made.statuses();
    if (made === kept) expect(last).toBe(`success: superseded by ${newer}`);
    else expect(last).toMatch(/^success: watching: /);
    expect((await made.find()).outputs["watched-release"]).toBe(made === kept ? "" : made.release);
  }
});

test("past its limit a person decides: held and told once, live, not to blame, and nobody looks any more", async () => {
  const made = await stage();
  const now = made.live();
  await made.clock.sleep(8 * day);
  const { outputs, report } = await made.watch(tooFew);
  expect(outputs).toMatchObject({
    outcome: "held",
    because: "observe has no verdict yet: 0 of 5 attempts failed, and it was watched for 7 days",
  });
  expect(report).toMatchObject({
    verdict: "inconclusive",
    next: expect.stringContaining(
      "is live, and nobody looks at it any more; the target takes other releases",
    ),
  });
  expect((await made.statuses())[0]).toMatch(/^success: held: observe has no verdict yet/);
  expect(made.live()).toEqual(now);
  expect((await made.find()).outputs["watched-release"]).toBe("");
  await refuseHalted(made.run.github, "production", made.run.context.sha);
  await made.held();
});

test("a look that does not say whose, or by what, is refused before anything is taken", async () => {
  const made = await stage();
  await expect(made.watch(tooFew, { release: "last" })).rejects.toMatchObject({ code: "PR102" });
  await expect(made.watch(tooFew, { "github-token": "" })).rejects.toMatchObject({ code: "PR104" });
  await made.held();
});
