import { expect, test } from "@jest/globals";
import { rehearseReleases } from "../../rehearsal/release/rehearse-releases.ts";
import type { ReleaseReport } from "../../rehearsal/report/model.ts";

test("all jobs run again after an approval expired, and then unhealthy: what the first attempt activated goes back, too", async () => {
  const reports: ReleaseReport[] = [];
  await rehearseReleases({
    steering: { approve: "all", expire: "deploy-web" },
    fail: ["smoke"],
    skip: "commands",
    cancelAt: undefined,
    cancelAtGate: undefined,
    loseRunnerAt: undefined,
    oneJob: false,
    slice: undefined,
    rerun: "all",
    supersede: undefined,
    runs: 1,
    env: process.env,
    say: () => undefined,
    onEvent: () => undefined,
    onReport: async (report) => void reports.push(report),
  });
  const [first, second] = reports;
  expect(reports.map(({ outcome }) => outcome)).toEqual(["held", "rolled-back"]);
  expect(first?.after.functions).not.toEqual(first?.before.functions);
  expect(second?.release).toBe(first?.release);
  expect(second?.after).toEqual({ ...first?.before, ledger: "0012" });
}, 120_000);
