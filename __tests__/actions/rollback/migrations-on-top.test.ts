import { afterEach, expect, test } from "@jest/globals";
import { openJournal } from "../../../kit/release/record/journal.ts";
import { releasesOf } from "../../../kit/release/record/history.ts";
import { releaseLease } from "../../../kit/release/standing/lease.ts";
import { type Manifest, githubRecord } from "../../../kit/release/record/record.ts";
import { type Live, type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { recordingLog } from "../../support/recording-log.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

interface Stage extends LiveRelease {
  /** What the first, and the second release left live. */
  readonly lives: readonly Live[];
  readonly second: string;
  /** Changed the schema alone. */
  readonly third: string;
  person(): Promise<Parameters<LiveRelease["rollback"]>[1]>;
  said(release: string): Promise<{ readonly state: string; readonly description: string } | undefined>;
}

/** Two releases of functions and web that ended well, and a third of a migration alone. */
async function migrationOnTop(manifest: Partial<Manifest> = {}): Promise<Stage> {
  const made = await liveRelease();
  open.push(made);
  const { forge, release } = made;
  const record = githubRecord(forge.github, "production", made.manifest.commit);
  await record.close(release, "success", "released");
  await releaseLease(forge.github, "production", release);
  forge.standIn.runs.finish(Number(forge.context.runId), "success");
  const first = made.live();
  const second = await made.next("3");
  const third = await made.next("4", manifest, []);
  const journal = await openJournal(record, {
    release: third,
    phase: "migrate",
    attempt: 1,
    approvedBy: [],
    onChange: async () => {},
    log: recordingLog(),
  });
  await journal.change("0014", { before: null, intended: "0014" }, async () => "0014");
  const person = async () => {
    const { github, context } = await forge.another();
    return { context: { ...context, actor: "ada" }, github: async () => github };
  };
  const said = async (id: string) => {
    const all = await releasesOf(forge.github, "production");
    return await all.find((one) => one.manifest.release === id)?.standing();
  };
  return { ...made, lives: [first, made.live()], second, third, person, said };
}

const why = { release: "last", reason: "checkout is broken" };

test("a release of migrations alone on top does not keep the one below it from going back", async () => {
  const made = await migrationOnTop();
  const { outputs } = await made.rollback({ ...why, to: "previous" }, await made.person());
  expect(outputs).toMatchObject({ outcome: "rolled-back", release: made.second });
  expect(made.live()).toEqual(made.lives[0]);
});

test("a migration that breaks the code before it holds also where its release changed nothing else", async () => {
  const breaking = "0014 is allowed to lose data or break the live code";
  const made = await migrationOnTop({ noRollback: breaking });
  for (const given of [
    { ...why, to: "previous" },
    { ...why, to: made.release },
    { ...why, release: made.second },
    { ...why, release: made.third, to: made.release },
    { ...why, "dry-run": "true" },
  ])
    await expect(made.rollback(given, await made.person())).rejects.toMatchObject({
      code: "PR473",
      message: expect.stringContaining(breaking),
    });
  expect(made.live()).toEqual(made.lives[1]);
});

test("what stands as live after a way back is what is live: releases that changed nothing users meet end with it", async () => {
  const made = await migrationOnTop();
  await made.next("5");
  const { outputs } = await made.rollback({ ...why, to: made.release }, await made.person());
  expect(outputs.outcome).toBe("rolled-back");
  expect(await made.said(made.third)).toMatchObject({
    state: "inactive",
    description: expect.stringMatching(/^rolled back: a person says/),
  });
  expect(await githubRecord(made.forge.github, "production", "").live()).toMatchObject({
    release: made.release,
  });
  const again = await made.rollback({ ...why, to: "previous" }, await made.person());
  expect(again.outputs).toMatchObject({ extent: "nothing" });
  expect(made.live()).toEqual(made.lives[0]);
});

test("one that is newer than what went ends as well, and a second click goes no further", async () => {
  const made = await migrationOnTop();
  await made.rollback({ ...why, to: "previous" }, await made.person());
  expect(await made.said(made.third)).toMatchObject({ state: "inactive" });
  const again = await made.rollback({ ...why, to: "previous" }, await made.person());
  expect(again.outputs).toMatchObject({ extent: "nothing" });
  expect(made.live()).toEqual(made.lives[0]);
});
