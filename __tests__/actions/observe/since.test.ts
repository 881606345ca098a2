import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { readInputs } from "../../../kit/action/read-inputs.ts";
import { openJournal } from "../../../kit/release/record/journal.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { type GithubWorld, commit, githubWorld } from "../../support/github-world.ts";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { attempts, start } from "../../support/observed-project.ts";
import { recordingLog } from "../../support/recording-log.ts";

let hub: GithubWorld;
let stage: ObserveStage;

beforeEach(async () => {
  hub = await githubWorld();
  stage = await observeStage({ github: async () => hub.github });
  stage.project.log(...attempts(5));
});

afterEach(async () => {
  await stage.project.close();
  await hub.standIn.close();
});

const release = "production-20261122-0123456789ab-1";
const given = { release, target: "production", "github-token": "a token", window: "0s" };

test("the record knows when the release began to be live: migrations do not count, the first activation does", async () => {
  const record = githubRecord(hub.github, "production", commit);
  const change = async (of: string, phase: "migrate" | "deploy-functions" | "deploy-web"): Promise<void> => {
    const common = {
      release: of,
      phase,
      attempt: 1,
      approvedBy: [],
      onChange: async () => undefined,
      log: recordingLog(),
    };
    const journal = await openJournal(record, common);
    await journal.change("one", { before: null, intended: "x" }, async () => "x");
  };
  await change("another release", "deploy-functions");
  await change(release, "migrate");
  const without = await stage.observe(given);
  expect(without.report.evidence?.join("\n")).toContain("the newest activation of the functions");
  const before = Math.floor(Date.now() / 1000) * 1000;
  await change(release, "deploy-functions");
  await change(release, "deploy-web");
  const { outputs, report } = await stage.observe(given);
  expect(Date.parse(outputs.since ?? "")).toBeGreaterThanOrEqual(before);
  expect(report.evidence?.join("\n")).toContain("the first activation in the record");
  expect(report.evidence?.join("\n")).not.toContain("Stands alone");
});

test("what is given wins, and is refused when it is no time", async () => {
  const { outputs } = await stage.observe({ ...given, since: "2026-11-22T11:00:00Z" });
  expect(outputs.since).toBe("2026-11-22T11:00:00.000Z");
  await expect(stage.observe({ ...given, since: "yesterday" })).rejects.toMatchObject({ code: "PR102" });
  await expect(stage.observe({ ...given, since: "2026-11-22T11:00:00+01:00" })).rejects.toMatchObject({
    code: "PR102",
  });
});

test("alone, the newest activation of the observed functions starts the clock", async () => {
  const results = stage.project.state.functions["results"];
  if (results) results.updated_at = start - 60_000;
  expect((await stage.observe({ window: "0s", functions: "results" })).outputs.since).toBe(
    "2026-11-22T11:59:00.000Z",
  );
});

test("the functions are those that are deployed, where none are named", async () => {
  const texts: Readonly<Record<string, string>> = { functions: "results" };
  const own = await observeStage({
    sections: ["deploy-functions"],
    section: (name, inputs) =>
      readInputs(name, inputs, () => "", {
        lookup: (section, key) =>
          section === "deploy-functions" && texts[key] !== undefined
            ? { raw: texts[key], at: "rollout.yml:1" }
            : undefined,
        targets: [],
        sections: ["deploy-functions"],
        issues: [],
      }),
  });
  try {
    const { report } = await own.observe({ window: "0s" });
    expect(report.tables?.find(({ title }) => title.startsWith("Functions"))?.rows).toEqual([
      ["results", "7", "id-results"],
    ]);
  } finally {
    await own.project.close();
  }
});
