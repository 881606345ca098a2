import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "@jest/globals";
import { refuseHalted, resume } from "../../../kit/release/standing/halt.ts";
import { openJournal } from "../../../kit/release/record/journal.ts";
import { releaseLease } from "../../../kit/release/standing/lease.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { releasesOf } from "../../../kit/release/record/history.ts";
import { zipOf } from "../../../rehearsal/stand-ins/github/zip-of.ts";
import { type Live, type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";
import { recordingLog } from "../../support/recording-log.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

interface Row extends LiveRelease {
  /** The releases by their ids, and what was live after each. */
  readonly ids: readonly string[];
  readonly lives: readonly Live[];
  person(): Promise<Parameters<LiveRelease["rollback"]>[1]>;
  said(release: string): Promise<string>;
}

/** Three releases that ended well, each with functions and web of its own. */
async function inARow(): Promise<Row> {
  const made = await liveRelease();
  open.push(made);
  const { forge, release } = made;
  const record = githubRecord(forge.github, "production", made.manifest.commit);
  await record.close(release, "success", "released");
  await releaseLease(forge.github, "production", release);
  forge.standIn.runs.finish(Number(forge.context.runId), "success");
  const lives = [made.live()];
  const ids = [release];
  for (const version of ["3", "4"]) {
    ids.push(await made.next(version));
    lives.push(made.live());
  }
  const person = async () => {
    const { github, context } = await forge.another();
    return { context: { ...context, actor: "ada" }, github: async () => github };
  };
  const said = async (id: string): Promise<string> => {
    const all = await releasesOf(forge.github, "production");
    return (await all.find(({ manifest }) => manifest.release === id)?.standing())?.state ?? "unknown";
  };
  return { ...made, ids, lives, person, said };
}

const why = { release: "last", reason: "checkout is broken" };

test("`to: previous` brings back what was live before the newest release", async () => {
  const made = await inARow();
  const { outputs, report } = await made.rollback({ ...why, to: "previous" }, await made.person());
  expect(outputs).toMatchObject({ outcome: "rolled-back", release: made.ids[2] });
  expect(made.live()).toEqual(made.lives[1]);
  expect(report.evidence).toContain("what was live before is known by 2 receipts of the record");
});

test("a second click goes no further than the first: only a release that is named goes, too", async () => {
  const made = await inARow();
  await made.rollback({ ...why, to: "previous" }, await made.person());
  await resume(made.forge.github, "production", { actor: "ada" }, "mended");
  const again = await made.rollback({ ...why, to: "previous" }, await made.person());
  expect(again.outputs).toMatchObject({ outcome: "rolled-back", extent: "nothing", release: made.ids[2] });
  expect(made.live()).toEqual(made.lives[1]);
  // Nothing was brought back, so nothing is halted anew.
  await refuseHalted(made.forge.github, "production", made.manifest.commit);
  const { report } = await made.rollback(
    { release: "last", to: "previous", "dry-run": "true" },
    await made.person(),
  );
  expect(report.reason).toBe(`${made.ids[2]} is rolled back already.`);
  await made.rollback({ ...why, release: made.ids[1] ?? "" }, await made.person());
  expect(made.live()).toEqual(made.lives[0]);
});

test("`to` an earlier release goes past all that came since; each of them is rolled back, and halts the target", async () => {
  const made = await inARow();
  const [first = "", second = "", third = ""] = made.ids;
  const { outputs } = await made.rollback({ ...why, to: first }, await made.person());
  expect(outputs).toMatchObject({
    outcome: "rolled-back",
    because: `a person says: checkout is broken; back to ${first}, past ${second}`,
  });
  expect(made.live()).toEqual(made.lives[0]);
  expect([await made.said(first), await made.said(second), await made.said(third)]).toEqual([
    "success",
    "inactive",
    "inactive",
  ]);
  await expect(refuseHalted(made.forge.github, "production", made.manifest.commit)).rejects.toMatchObject({
    code: "PR207",
  });
  const again = await made.rollback({ ...why, to: first }, await made.person());
  expect(again.outputs).toMatchObject({
    outcome: "stopped",
    because: expect.stringContaining(`${first} is what is live by the record`),
  });
  expect(made.live()).toEqual(made.lives[0]);
  const relative = await made.rollback(
    { ...why, to: "previous", "restore-auto-assign": "true" },
    await made.person(),
  );
  expect(relative.outputs).toMatchObject({ release: third, extent: "nothing" });
  expect(made.live()).toEqual(made.lives[0]);
  expect(made.vercel.state().projects[0]?.autoAssignCustomDomains).toBe(true);
});

test("what a run of each passed release has uploaded is found: the rollback's own job has none of it", async () => {
  const made = await inARow();
  for (const id of made.ids.slice(1)) {
    const run = id.split("-").at(-1) ?? "";
    const file = `${made.world.temp}/run-${run}/prism-rollout/deploy-functions/snapshot.json`;
    const zip = zipOf({ "snapshot.json": await readFile(file, "utf8") });
    made.forge.standIn.runs.artifact(Number(run), "rollout-deploy-functions-1", zip);
  }
  const { outputs } = await made.rollback(
    { ...why, to: made.ids[0] ?? "", artifacts: "" },
    await made.person(),
  );
  expect(outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.lives[0]);
});

test("a newest release that was cut before its web went live does not hide the one below it", async () => {
  const made = await inARow();
  await made.next("5", {}, ["functions"]);
  // Its receipt is in the record; the domains were never moved.
  const { forge, manifest } = made;
  const cut = (await releasesOf(forge.github, "production"))[0]?.manifest.release ?? "";
  const journal = await openJournal(githubRecord(forge.github, "production", manifest.commit), {
    release: cut,
    phase: "deploy-web",
    attempt: 1,
    approvedBy: [],
    onChange: async () => {},
    log: recordingLog(),
  });
  const before = { deployment: Object.values(made.live().web)[0] ?? null, marker: null };
  const work = journal.change("web", { before, intended: { deployment: "dpl_never", marker: null } }, () =>
    Promise.reject(new Error("cut")),
  );
  await expect(work).rejects.toThrow("cut");
  const { outputs } = await made.rollback({ ...why, to: made.ids[0] ?? "" }, await made.person());
  expect(outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.lives[0]);
});

test("a dry run says the same of an earlier release, and changes nothing", async () => {
  const made = await inARow();
  const { report } = await made.rollback(
    { to: made.ids[0] ?? "", release: "last", "dry-run": "true" },
    await made.person(),
  );
  expect(report).toMatchObject({ verdict: "pass", reason: `${made.ids[2]} could be rolled back now.` });
  expect(made.live()).toEqual(made.lives[2]);
});

test("no way back leads past a migration that breaks the code before it, whose ever it is", async () => {
  const made = await inARow();
  const breaking = "0014 is allowed to lose data or break the live code";
  const held = await made.next("5", { noRollback: breaking }, []);
  const { forge, manifest } = made;
  const journal = await openJournal(githubRecord(forge.github, "production", manifest.commit), {
    release: held,
    phase: "migrate",
    attempt: 1,
    approvedBy: [],
    onChange: async () => {},
    log: recordingLog(),
  });
  await journal.change("0014", { before: null, intended: "0014" }, async () => "0014");
  // It was held there, and another release was made on top.
  await githubRecord(forge.github, "production", manifest.commit).close(held, "failure", "held: why");
  const last = await made.next("6");
  const now = made.live();
  for (const given of [
    { ...why, to: "previous" },
    { ...why, to: made.ids[0] ?? "" },
    { ...why, "dry-run": "true" },
  ])
    await expect(made.rollback(given, await made.person())).rejects.toMatchObject({
      code: "PR473",
      message: expect.stringContaining(`${breaking} (${held})`),
      fix: expect.stringContaining("Mend it on top"),
    });
  const needs = needsUntil("smoke", "failure", { verdict: "fail" });
  const { outputs } = await made.rollback({ needs, release: last }, await made.person());
  expect(outputs).toMatchObject({ outcome: "held", because: expect.stringContaining(breaking) });
  expect(made.live()).toEqual(now);
});

test("only a release that was live and healthy is gone back to", async () => {
  const made = await inARow();
  const [, second = "", third = ""] = made.ids;
  const to = async (id: string, more = {}) => made.rollback({ ...why, to: id, ...more }, await made.person());
  await expect(to("production-20260101-000000000000-1")).rejects.toMatchObject({ code: "PR471" });
  await expect(to(second.replace("production", "staging"))).rejects.toMatchObject({ code: "PR472" });
  await expect(to(third, { release: second })).rejects.toMatchObject({
    code: "PR474",
    message: expect.stringContaining("it is newer than what is live"),
  });
  await made.rollback({ ...why, to: "previous" }, await made.person());
  await expect(to(third)).rejects.toMatchObject({ code: "PR474" });
  await expect(made.rollback({ needs: "{}", to: second })).rejects.toMatchObject({ code: "PR102" });
  await expect(to(second, { "github-token": "" })).rejects.toMatchObject({ code: "PR104" });
});

test("where somebody else had deployed between two releases, nobody guesses what was wanted", async () => {
  const made = await inARow();
  await made.deployWeb("hotfix");
  await made.deployFunctions("hotfix");
  await made.next("5");
  const now = made.live();
  const { outputs, report } = await made.rollback({ ...why, to: made.ids[2] ?? "" }, await made.person());
  expect(outputs.outcome).toBe("partly-rolled-back");
  expect(report.tables?.[0]?.rows.map((row) => row[2])).toEqual([
    expect.stringContaining("somebody else had deployed"),
    expect.stringContaining("somebody else had deployed"),
  ]);
  expect(made.live()).toEqual(now);
});

test("where GitHub does not answer, a way past several releases is refused, not guessed", async () => {
  const made = await inARow();
  const now = made.live();
  made.forge.standIn.change(({ faults }) => {
    faults.push({ method: "*", path: "/.*", times: 999, status: 500, json: { message: "unicorn" } });
  });
  await expect(made.rollback({ ...why, to: made.ids[0] ?? "" }, await made.person())).rejects.toMatchObject({
    code: "PR305",
  });
  expect(made.live()).toEqual(now);
});
