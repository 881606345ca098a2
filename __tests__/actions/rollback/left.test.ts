import { afterEach, expect, test } from "@jest/globals";
import { spec } from "../../../actions/rollback/spec.ts";
import { changesOf } from "../../../kit/release/record/history.ts";
import { openJournal } from "../../../kit/release/record/journal.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { expectSummary } from "../../support/golden-summary.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";
import { recordingLog } from "../../support/recording-log.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function stage(options?: Parameters<typeof liveRelease>[0]): Promise<LiveRelease> {
  const made = await liveRelease(options);
  open.push(made);
  return made;
}

const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
const autoAssign = ({ vercel }: LiveRelease): boolean | undefined =>
  vercel.state().projects[0]?.autoAssignCustomDomains;

test("the host's pin stays, and is said loudly with its undo", async () => {
  const made = await stage();
  expect(autoAssign(made)).toBe(true);
  const { report } = await made.rollback({ needs });
  expect(autoAssign(made)).toBe(false);
  const undo = /auto-assignment of domains is off.*`unpin: true`.*`restore-auto-assign: true`/;
  expect(report.next).toMatch(undo);
  expect(made.world.log.lines.filter((line) => line.startsWith("warning") && undo.test(line))).toHaveLength(
    1,
  );
});

test("on request auto-assignment is on again, once all is back, with a receipt; later as well as at once", async () => {
  const made = await stage();
  await made.rollback({ needs });
  const { report, outputs } = await made.rollback({ needs, "restore-auto-assign": "true" });
  expect(autoAssign(made)).toBe(true);
  expect(outputs.outcome).toBe("rolled-back");
  expect(report.next).not.toContain("unpin");
  expect(report.tables?.[0]?.rows[0]?.[2]).toContain("Auto-assignment of domains is on again");
  const changes = await changesOf(made.forge.github, "production", made.release);
  expect(changes.at(-1)?.receipt).toMatchObject({ component: "web-pin", intended: { autoAssign: true } });
  const atOnce = await stage();
  await atOnce.rollback({ needs, "restore-auto-assign": "true" });
  expect(autoAssign(atOnce)).toBe(true);
  expect(atOnce.live()).toEqual(atOnce.before);
});

test("that it stays off, whatever the host answers, is read back and told; what is back stays back", async () => {
  const made = await stage();
  made.vercel.change(({ faults }) => {
    faults.push({ method: "PATCH", path: "/v9/projects/.*", times: 9, status: 200, json: {} });
  });
  const { report, outputs } = await made.rollback({ needs, "restore-auto-assign": "true" });
  expect(autoAssign(made)).toBe(false);
  expect(outputs.outcome).toBe("rolled-back");
  expect(report.next).toContain("auto-assignment of domains is still off");
});

test("while anything is not back, no build may go live by itself", async () => {
  const made = await stage();
  made.platform.fault = ({ method, query }) =>
    method === "POST" && query.get("slug") === "hello"
      ? { status: 400, json: { message: "down" } }
      : undefined;
  const { report, outputs } = await made.rollback({ needs, "restore-auto-assign": "true" });
  expect(outputs.outcome).toBe("partly-rolled-back");
  expect(autoAssign(made)).toBe(false);
  expect(report.next).toContain("`unpin: true`");
  expectSummary("rollback-partly", spec, report);
});

test("where auto-assignment is off on purpose, there is nothing to say of it", async () => {
  const made = await stage({ given: { "auto-assign": "false" } });
  const { report } = await made.rollback({ needs, "restore-auto-assign": "true" });
  expect(report.next).not.toContain("auto-assign");
  expect(autoAssign(made)).toBe(false);
});

test("the database is not touched: its migrations are named, and the point that a person could restore", async () => {
  for (const restorePoint of ["run-42", undefined]) {
    const made = await stage();
    const { forge, release, manifest } = made;
    const journal = await openJournal(githubRecord(forge.github, "production", manifest.commit), {
      release,
      phase: "migrate",
      attempt: 1,
      approvedBy: [],
      onChange: async () => {},
      log: recordingLog(),
    });
    const before = { head: "0007", ...(restorePoint === undefined ? {} : { restorePoint }) };
    await journal.change("0008", { before, intended: "0008" }, async () => "0008");
    const { report } = await made.rollback({ needs });
    const left = report.folded?.find(({ title }) => title === "Not rolled back")?.text;
    expect(left).toContain("The schema (0008 applied): it never goes back by itself");
    if (restorePoint === undefined) expect(left).toContain("No restore point was made");
    else expect(left).toContain("Restore point run-42 is from before its migrations");
  }
});
