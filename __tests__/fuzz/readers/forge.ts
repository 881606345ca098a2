import { commentPlan } from "../../../actions/plan/comment/comment-plan.ts";
import { judgePromotion } from "../../../actions/plan/promotion/promotion.ts";
import { comment, findIssue } from "../../../actions/rollback/issue/forge-issues.ts";
import { connectGitHub, type GitHub } from "../../../kit/ports/github.ts";
import type { Http } from "../../../kit/ports/http.ts";
import { approvers } from "../../../kit/release/gates/approvals.ts";
import { atWork } from "../../../kit/release/standing/at-work.ts";
import { breakingLeft } from "../../../kit/release/standing/breaking-left.ts";
import { githubFiles } from "../../../kit/release/commit/commit-files.ts";
import { auditEnvironments } from "../../../kit/release/environments/audit.ts";
import { findReviewers } from "../../../kit/release/environments/make/reviewers.ts";
import { environmentNames } from "../../../kit/release/environments/names.ts";
import { fileAt } from "../../../kit/release/commit/file-at.ts";
import { halt, refuseHalted } from "../../../kit/release/standing/halt.ts";
import { changesOf, releasesOf } from "../../../kit/release/record/history.ts";
import { lastChanges } from "../../../kit/release/record/last-changes.ts";
import { releaseLease, takeLease } from "../../../kit/release/standing/lease.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { recordedLive } from "../../../kit/release/record/recorded-live.ts";
import { fetchSnapshots } from "../../../kit/release/run/run-artifacts.ts";
import { readRunFacts } from "../../../kit/release/run/run-facts.ts";
import { noteStart, starterOf } from "../../../kit/release/slice/slice-start.ts";
import { refuseSuperseded } from "../../../kit/release/standing/superseded.ts";
import { watchedRelease } from "../../../kit/release/standing/watched.ts";
import { whereRunIs } from "../../../kit/release/run/where-run-is.ts";
import { candidate } from "../../support/at-the-door.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { commit, githubWorld } from "../../support/github-world.ts";
import { recordingLog } from "../../support/recording-log.ts";
import { testWorld } from "../../support/test-world.ts";
import { bridge } from "../bridge.ts";
import type { AnyReading, Group } from "../reader.ts";
import { scene } from "../replay.ts";

const target = "production";
const may = {
  deployments: "write",
  actions: "read",
  contents: "read",
  checks: "read",
  statuses: "read",
  issues: "write",
  "pull-requests": "write",
};

/** A repository whose record has a release that is live and one on its way; every answer of it can be another one. */
export async function group(): Promise<Group> {
  const forge = await githubWorld(may);
  const before = await candidate(forge);
  await before.change("deploy-functions", "functions");
  await before.change("deploy-web", "web");
  await before.close("success", "released");
  const own = await candidate(forge);
  const { release, context } = own;
  await halt(forge.github, target, {
    schema: "prism-rollout/halt@1",
    release: before.release,
    commit: commit,
    reason: "x",
    at: "now",
  });
  const line = await bridge(forge.standIn.url);
  const token = forge.standIn.issueToken(may);
  const world = await testWorld({ context });
  const all: AnyReading[] = [];
  const ask = async (name: string, work: (github: GitHub) => Promise<unknown>, share = 1): Promise<void> => {
    const play = (http: Http): Promise<unknown> =>
      line.through(http, async () => {
        const waits = { clock: fakeClock(), log: recordingLog(), signal: new AbortController().signal };
        await work(await connectGitHub(token, { ...context, apiUrl: line.url }, waits));
      });
    all.push(await scene(`github: ${name}`, share, play));
  };
  const here = { ...world, log: recordingLog() };
  const lease = {
    schema: "prism-rollout/lease@1",
    release,
    runId: context.runId,
    runUrl: context.runUrl,
  } as const;
  const gate = { declared: "none", bypass: false, reviewers: [] } as unknown as Parameters<
    typeof approvers
  >[3];
  const audit = {
    target,
    gates: { migrate: "reviewers", "deploy-web": "reviewers" },
    names: environmentNames(target, {}),
    accept: [],
    bypass: {},
    ref: "refs/heads/main",
    actor: "bob",
  } as const;

  await ask(
    "the receipts of a release",
    (github) => githubRecord(github, target, commit).receipts(before.release),
    2,
  );
  await ask(
    "what is live, and what is open",
    async (github) => {
      const record = githubRecord(github, target, commit);
      await record.live();
      await record.unfinished(commit);
      await record.close(release, "inactive", "x");
    },
    2,
  );
  await ask("the last changes of a target", (github) => lastChanges(github, target), 2);
  await ask("what the record says is live", (github) => recordedLive(github, target, ["functions"]), 2);
  await ask(
    "the lease",
    async (github) => {
      await takeLease(github, context, target, lease);
      await releaseLease(github, target, release);
    },
    3,
  );
  await ask("who is at work", (github) => atWork(github, target));
  await ask("a halt", (github) => refuseHalted(github, target, commit), 2);
  await ask(
    "releases and their changes",
    async (github) => {
      for (const one of await releasesOf(github, target, before.release)) await one.statuses();
      await changesOf(github, target, before.release);
    },
    2,
  );
  await ask("a release that was superseded", (github) => refuseSuperseded(github, target, release));
  await ask("what a held release has left", async (github) =>
    breakingLeft(
      github,
      target,
      (await releasesOf(github, target)).map(({ manifest }) => manifest),
    ),
  );
  await ask("a release that is watched", (github) => watchedRelease(github, target));
  await ask("who approved", (github) => approvers(github, here, "production-migrate", gate));
  await ask("who began a slice", async (github) => {
    await noteStart(github, { target, release }, here);
    await starterOf(github, { target, release, approvers: ["ada"] }, here);
  });
  await ask("the facts of a run", (github) => readRunFacts(github, context, recordingLog()));
  await ask("where a run is", (github) => whereRunIs(github, context.runId));
  await ask("the environments", (github) => auditEnvironments(github, audit), 3);
  await ask("reviewers", (github) => findReviewers(github, ["ada", "acme/ops"]));
  await ask("the files of a commit", async (github) => {
    await fileAt(github, "rollout.yml", commit);
    await githubFiles(github, commit).paths();
  });
  await ask("the artifacts of a run", (github) =>
    fetchSnapshots(github, context.runId, world.temp, recordingLog()),
  );
  await ask(
    "where a commit is, and its checks",
    (github) =>
      judgePromotion(
        github,
        { target, releaseRefs: [], requiredChecks: ["ci"], checksWait: 1000 },
        { ...here, clock: fakeClock() },
      ),
    2,
  );
  await ask("the comment of a plan", (github) =>
    commentPlan(
      { githubToken: "x", target },
      { name: "push", pullRequest: { number: 1, stranger: false } },
      { verdict: "pass", reason: "x", next: "y" },
      { ...here, github: async () => github },
    ),
  );
  await ask("an issue", async (github) => {
    await findIssue(github, "<!-- x -->");
    await comment(github, 1, "<!-- y -->", "text");
  });
  return {
    readings: all,
    close: async () => {
      await line.close();
      await forge.standIn.close();
    },
  };
}
