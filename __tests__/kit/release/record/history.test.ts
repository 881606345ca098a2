import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { changesOf, releasesOf } from "../../../../kit/release/record/history.ts";
import { openJournal } from "../../../../kit/release/record/journal.ts";
import { type Lease, releaseLease, takeLease } from "../../../../kit/release/standing/lease.ts";
import { type Manifest, githubRecord } from "../../../../kit/release/record/record.ts";
import { readRunFacts } from "../../../../kit/release/run/run-facts.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";
import { recordingLog } from "../../../support/recording-log.ts";

let world: GithubWorld;
beforeEach(async () => {
  world = await githubWorld();
});
afterEach(() => world.standIn.close());

const manifest = (release: string): Manifest => ({
  schema: "prism-rollout/manifest@1",
  release,
  target: "production",
  commit,
  runUrl: "http://127.0.0.1/run",
  artifact: null,
  digests: {},
});

const lease = (release: string): Lease => ({
  schema: "prism-rollout/lease@1",
  release,
  runId: world.context.runId,
  runUrl: "http://127.0.0.1/run",
});

test("changes come oldest first with their times, those of other releases left out", async () => {
  const record = githubRecord(world.github, "production", commit);
  for (const [release, component] of [
    ["r1", "functions"],
    ["r2", "functions"],
    ["r1", "web"],
  ] as const) {
    const phase = component === "web" ? "deploy-web" : "deploy-functions";
    const of = {
      release,
      phase,
      attempt: 1,
      approvedBy: [],
      onChange: async () => {},
      log: recordingLog(),
    } as const;
    const journal = await openJournal(record, of);
    await journal.change(component, { before: "a", intended: "b" }, async () => "b");
  }
  const changes = await changesOf(world.github, "production", "r1");
  expect(changes.map(({ receipt }) => receipt.component)).toEqual(["functions", "web"]);
  expect(changes.every(({ at }) => at !== null && at > 0)).toBe(true);
  expect(await changesOf(world.github, "staging", "r1")).toEqual([]);
});

test("releases come newest first; how one stands is its last word", async () => {
  const record = githubRecord(world.github, "production", commit);
  await record.open(manifest("r1"));
  await record.open(manifest("r2"));
  await record.close("r1", "inactive", "rolled back: smoke says fail");
  const releases = await releasesOf(world.github, "production");
  expect(releases.map(({ manifest: { release } }) => release)).toEqual(["r2", "r1"]);
  expect(await releases[1]?.standing()).toMatchObject({
    state: "inactive",
    description: "rolled back: smoke says fail",
  });
});

test("a lease that is given back lets the next release in; only its holder's is", async () => {
  await takeLease(world.github, world.context, "production", lease("r1"));
  const other = await world.another();
  const second = (): Promise<void> => takeLease(other.github, other.context, "production", lease("r2"));
  await releaseLease(world.github, "production", "r9");
  await expect(second()).rejects.toMatchObject({ code: "PR204" });
  await releaseLease(world.github, "production", "r1");
  await second();
});

test("a rejected job has not run, and its review says so", async () => {
  const { standIn, github, context } = world;
  const run = Number(context.runId);
  const keeper = standIn.gatekeeper(run, ({ environment }) => {
    keeper.decide(environment, "rejected", "ada", "not now");
  });
  standIn.runs.job(run, "release / migrate", "waiting");
  await keeper.arrive({ environment: "production-migrate", job: "migrate", deployment: false });
  standIn.runs.job(run, "release / migrate", "completed", "failure");
  standIn.runs.job(run, "release / plan", "in_progress");
  const { jobs, reviews } = await readRunFacts(github, context, recordingLog());
  expect(jobs).toMatchObject([
    { name: "release / migrate", conclusion: "failure", ran: false },
    { name: "release / plan", conclusion: null, ran: true },
  ]);
  expect(reviews).toEqual([{ by: "ada", state: "rejected", environments: ["production-migrate"] }]);
});

test("a job that is not run again is of the attempt in which it ran", async () => {
  const { standIn, github, context } = world;
  const run = Number(context.runId);
  for (const name of ["migrate", "smoke"]) {
    standIn.runs.job(run, name, "in_progress");
    standIn.runs.job(run, name, "completed", "failure");
  }
  for (const attempt of [2, 3]) {
    standIn.runs.finish(run, "failure");
    standIn.runs.again(run, "ada", attempt === 2 ? ["smoke"] : ["migrate", "smoke"]);
    if (attempt === 2) standIn.runs.job(run, "migrate", "in_progress");
    // GitHub tells whole seconds: no job is run again within one.
    standIn.change(({ runs }) => {
      for (const job of runs.find(({ id }) => id === run)?.jobs ?? [])
        if (job.name === "migrate" && job.attempt > 1) job.startedAt = Date.UTC(2030, 0, 1);
    });
    const { jobs } = await readRunFacts(github, { ...context, attempt }, recordingLog());
    const told = Object.fromEntries(jobs.map((job) => [job.name, job.attempt]));
    expect(told).toEqual({ migrate: 2, smoke: 1 });
  }
});

test("a job whose step failed tells which", async () => {
  const { standIn, github, context } = world;
  const run = Number(context.runId);
  for (const [name, steps] of [
    ["deploy-web", ["success", "failure", "failure"]],
    ["smoke", ["success", "skipped"]],
  ] as const) {
    standIn.runs.job(run, name, "in_progress");
    steps.forEach((conclusion, at) =>
      standIn.runs.step(run, name, { name: `step ${at}\nof it`, conclusion }),
    );
    standIn.runs.job(run, name, "completed", "failure");
  }
  const { jobs } = await readRunFacts(github, context, recordingLog());
  expect(jobs.map(({ failedStep }) => failedStep)).toEqual(["step 1 of it", undefined]);
});

test("what GitHub does not tell is empty, with a warning", async () => {
  const poor = await githubWorld({ deployments: "write", actions: "none" });
  const log = recordingLog();
  expect(await readRunFacts(poor.github, poor.context, log)).toEqual({ jobs: [], reviews: [] });
  expect(log.lines).toHaveLength(2);
  expect(log.lines[0]).toContain("The decision is made without it.");
  await poor.standIn.close();
});

test("an answer that is no list holds no decision up: it is made without it, and that is said", async () => {
  const { github, context, standIn } = world;
  for (const path of [".*/approvals", ".*/jobs"])
    standIn.change(
      ({ faults }) => void faults.push({ method: "GET", path, times: 9, status: 200, json: {} }),
    );
  const log = recordingLog();
  expect(await readRunFacts(github, context, log)).toEqual({ jobs: [], reviews: [] });
  expect(log.lines).toHaveLength(2);
  expect(log.lines.join("\n")).toContain("The decision is made without it.");
});
