import { afterEach, expect, test } from "@jest/globals";
import { spec } from "../../../actions/rollback/spec.ts";
import { refuseHalted } from "../../../kit/release/standing/halt.ts";
import { openJournal } from "../../../kit/release/record/journal.ts";
import { takeLease } from "../../../kit/release/standing/lease.ts";
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

const passed = needsUntil("observe", "success", { verdict: "pass" });

/** Whether another release may begin: it has the lease, and is not halted. */
async function next({ forge }: LiveRelease): Promise<"free" | "held" | "halted"> {
  const { github, context } = await forge.another();
  const { runId, runUrl, sha } = context;
  const lease = { schema: "prism-rollout/lease@1", release: "next", runId, runUrl } as const;
  try {
    await takeLease(github, context, "production", lease);
    await refuseHalted(github, "production", sha);
    return "free";
  } catch (error) {
    return (error as { code: string }).code === "PR207" ? "halted" : "held";
  }
}

test("a healthy release proves its way back without touching anything, is live in the record, and gives the target back", async () => {
  const made = await stage();
  expect(await next(made)).toBe("held");
  const now = made.live();
  const asked = [made.vercel.requests.length, made.platform.asked.length] as const;
  const { outputs, report } = await made.rollback({ needs: passed });
  expect(outputs).toMatchObject({ outcome: "released", because: "every phase passed", components: "[]" });
  expect(report).toMatchObject({ verdict: "pass", next: "Nothing to do." });
  expect(report.evidence).toEqual([
    "3 of 3 components could go back now",
    expect.stringContaining("3 receipts are kept in evidence.json"),
  ]);
  expect(made.live()).toEqual(now);
  expect(made.vercel.requests.slice(asked[0]).every(({ method }) => method === "GET")).toBe(true);
  expect(made.platform.asked.slice(asked[1]).every((line) => line.startsWith("GET"))).toBe(true);
  expect(await made.standing()).toMatchObject({ state: "success" });
  expectSummary("rollback-released", spec, report);
  expect(await next(made)).toBe("free");
});

test("where the former deployment is gone, a healthy release is held: a person must know", async () => {
  const made = await stage();
  const former = Object.values(made.before.web)[0] ?? "";
  made.vercel.change((state) => {
    const at = state.deployments.findIndex(({ id }) => id === former);
    state.deployments.splice(at, 1);
  });
  const { outputs, report } = await made.rollback({ needs: passed });
  expect(outputs.outcome).toBe("held");
  expect(outputs.because).toMatch(/^going back would not work now: Vercel does not offer dpl_/);
  expect(report.verdict).toBe("inconclusive");
  expectSummary("rollback-held", spec, report);
  expect(await next(made)).toBe("halted");
});

test("where the snapshot of the functions is lost, a healthy release is held", async () => {
  const made = await stage();
  const { outputs } = await made.rollback({ needs: passed, artifacts: "nowhere" });
  expect(outputs.outcome).toBe("held");
  expect(outputs.because).toContain("hello cannot be put back, because its former sources could not be read");
});

test("a first release has nothing to go back to, and is not held for it", async () => {
  const made = await stage();
  const before = { deployment: null, marker: null, domains: {} };
  made.forge.standIn.change((state) => {
    for (const deployment of state.deployments) {
      const { payload } = deployment as { payload: { component?: string } };
      if (payload.component === "web") Object.assign(payload, { before });
    }
  });
  expect((await made.rollback({ needs: passed })).outputs.outcome).toBe("released");
});

test("observe without a verdict: watching, live, and the target is given back", async () => {
  const made = await stage();
  const now = made.live();
  const needs = needsUntil("observe", "failure", { verdict: "inconclusive" });
  const { outputs, report } = await made.rollback({ needs });
  expect(outputs).toMatchObject({ outcome: "watching", because: "observe has no verdict yet" });
  expect(report.verdict).toBe("pass");
  expect(made.live()).toEqual(now);
  expect(await next(made)).toBe("free");
});

test("a purge that is not verified: held, nothing undone, halted", async () => {
  const made = await stage();
  const now = made.live();
  const { outputs, report } = await made.rollback({
    needs: needsUntil("purge-cdn", "failure", { verdict: "error" }),
  });
  expect(outputs).toMatchObject({ outcome: "held", because: "purge-cdn ended with an error" });
  expect(report.next).toContain("Run this action with `reason` to roll it back");
  expect(made.live()).toEqual(now);
  expect(await made.standing()).toMatchObject({
    state: "failure",
    description: "held: purge-cdn ended with an error",
  });
  expect(await next(made)).toBe("halted");
});

test("nothing was changed yet: stopped, and the next release is free", async () => {
  const made = await stage({ phases: [] });
  const needs = needsUntil("migrate", "failure", { verdict: "error" });
  expect((await made.rollback({ needs })).outputs).toMatchObject({
    outcome: "stopped",
    because: "migrate ended with an error, and nothing was changed yet",
  });
  expect(await made.standing()).toMatchObject({ state: "inactive" });
  expect(await next(made)).toBe("free");
});

test("what was migrated before anything was activated stays: held", async () => {
  const made = await stage({ phases: [] });
  const { forge, release, manifest } = made;
  const record = githubRecord(forge.github, "production", manifest.commit);
  const of = {
    release,
    phase: "migrate",
    attempt: 1,
    approvedBy: [],
    onChange: async () => {},
    log: recordingLog(),
  } as const;
  const journal = await openJournal(record, of);
  await journal.change("0008", { before: null, intended: "0008" }, async () => "0008");
  const { outputs, report } = await made.rollback({ needs: needsUntil("deploy-functions", "failure") });
  expect(outputs.outcome).toBe("held");
  expect(report.next).toMatch(/^Nothing that users meet was changed\./);
});

test("a slice that ends early leaves the release open for the next one", async () => {
  const made = await stage({ phases: ["functions"] });
  const { outputs, report } = await made.rollback({ needs: passed, slice: "migrate,deploy-functions" });
  expect(outputs.outcome).toBe("watching");
  expect(report.next).toBe("Run again with from-phase: deploy-web.");
  expect(await made.standing()).toMatchObject({ state: "in_progress" });
  expect(await next(made)).toBe("free");
});

test("no rollback passes a migration that breaks the former code", async () => {
  const made = await stage();
  const now = made.live();
  made.forge.standIn.change((state) => {
    for (const { task, payload } of state.deployments) {
      if (task === "rollout")
        Object.assign(payload as object, { noRollback: "0014 is allowed to lose data" });
    }
  });
  const { outputs } = await made.rollback({ needs: needsUntil("smoke", "failure", { verdict: "fail" }) });
  expect(outputs.outcome).toBe("held");
  expect(outputs.because).toContain("automatic rollback is off, because 0014 is allowed to lose data");
  made.forge.standIn.runs.finish(Number(made.forge.context.runId), "failure");
  const asked = made.rollback({ release: "last", reason: "it is slow" }, await person(made));
  await expect(asked).rejects.toMatchObject({ code: "PR473", message: expect.stringContaining("0014") });
  expect(made.live()).toEqual(now);
});

async function person({ forge }: LiveRelease): Promise<Parameters<LiveRelease["rollback"]>[1]> {
  const { github, context } = await forge.another();
  return { context, github: async () => github };
}
