import { afterEach, expect, test } from "@jest/globals";
import { refuseHalted } from "../../../kit/release/halt.ts";
import { changesOf } from "../../../kit/release/history.ts";
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
  expect(report.evidence?.[0]).toMatch(/^3 of 3 components are back, after/);
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
});
