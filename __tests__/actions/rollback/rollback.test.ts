import { afterEach, expect, test } from "@jest/globals";
import { spec } from "../../../actions/rollback/spec.ts";
import { refuseHalted } from "../../../kit/release/standing/halt.ts";
import { changesOf } from "../../../kit/release/record/history.ts";
import { expectSummary } from "../../support/golden-summary.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function stage(options?: Parameters<typeof liveRelease>[0]): Promise<LiveRelease> {
  const made = await liveRelease(options);
  open.push(made);
  return made;
}

const smokeFails = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });

test("smoke says fail: web and functions are what they were, receipts and halt are in the record", async () => {
  const made = await stage();
  expect(made.live()).not.toEqual(made.before);
  const { outputs, report } = await made.rollback({ needs: smokeFails });
  expect(made.live()).toEqual(made.before);
  expect(outputs).toMatchObject({ outcome: "rolled-back", because: "smoke says fail" });
  expect(JSON.parse(outputs.components ?? "")).toEqual([
    { component: "web", outcome: "reverted" },
    { component: "hello", outcome: "reverted" },
    { component: "world", outcome: "reverted" },
  ]);
  expect(report.verdict).toBe("pass");
  expect(report.evidence?.[0]).toBe("3 of 3 components are back");
  const { forge, release } = made;
  const own = (await changesOf(forge.github, "production", release)).filter(
    ({ receipt }) => receipt.phase === "rollback",
  );
  expect(own.map(({ receipt }) => receipt.component)).toEqual(["web", "functions"]);
  expect(await made.standing()).toMatchObject({
    state: "inactive",
    description: "rolled back: smoke says fail",
  });
  await expect(refuseHalted(forge.github, "production", made.manifest.commit)).rejects.toMatchObject({
    code: "PR207",
  });
  expectSummary("rollback-pass", spec, report);
});

test("a time line says when it was known, decided, back and seen to be back: in UTC, and how long each took", async () => {
  const made = await stage();
  const { runs } = made.forge.standIn;
  const run = Number(made.forge.context.runId);
  runs.job(run, "release / smoke", "in_progress");
  runs.job(run, "release / smoke", "completed", "failure");
  made.platform.fault = ({ path }) => {
    if (path.startsWith("/fn/")) void made.clock.sleep(2500);
    return undefined;
  };
  const { outputs, report } = await made.rollback({ needs: smokeFails });
  const moments = JSON.parse(outputs.timeline ?? "") as {
    moment: string;
    at: string;
    after: number | null;
  }[];
  expect(moments.map(({ moment }) => moment)).toEqual(["detected", "decided", "reverted", "verified"]);
  for (const { at } of moments) expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(moments.map(({ at }) => at).sort()).toEqual(moments.map(({ at }) => at));
  expect(moments[0]?.after).toBeNull();
  // The functions were asked after they were back.
  expect(moments[3]?.after).toBeGreaterThanOrEqual(2500);
  expect(outputs.extent).toBe("complete");
  expect(report.evidence?.[1]).toMatch(
    /^detected 2026-\S+Z, decided \S+ s later, reverted .*, verified \d+\.\d s later$/,
  );
  expect(report.tables?.map(({ title }) => title)).toEqual(["What went back", "Time line"]);
});

test("all, a part, nothing left: told apart, and what never came is not dated", async () => {
  const made = await stage();
  const json = { error: { code: "forbidden", message: "Rolling back is disabled." } };
  made.vercel.change(({ faults }) => {
    faults.push({ method: "POST", path: "/v1/projects/.*/rollback/.*", times: 9, status: 403, json });
  });
  const part = await made.rollback({ needs: smokeFails });
  expect(part.outputs.extent).toBe("partial");
  expect(part.report.evidence?.[1]).toMatch(/not reverted, not verified$/);
  made.vercel.change(({ faults }) => void faults.splice(0));
  expect((await made.rollback({ needs: smokeFails })).outputs.extent).toBe("complete");
  const again = await made.rollback({ needs: smokeFails });
  expect(again.outputs.extent).toBe("nothing");
  expect(again.report.evidence?.[0]).toBe("3 of 3 components are back, all of them before this began");
  expect(again.report.evidence?.[1]).toMatch(/not reverted, verified/);
  const held = await (
    await stage()
  ).rollback({ needs: needsUntil("smoke", "failure", { verdict: "error" }) });
  expect(held.outputs).not.toHaveProperty("extent");
});
