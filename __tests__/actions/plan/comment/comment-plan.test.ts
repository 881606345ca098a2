import { afterEach, expect, test } from "@jest/globals";
import { commentPlan, textOf } from "../../../../actions/plan/comment/comment-plan.ts";
import { markerOf } from "../../../../actions/plan/comment/sticky.ts";
import { reportPlan } from "../../../../actions/plan/report-plan.ts";
import type { RunEvent } from "../../../../kit/release/run/event.ts";
import type { GithubPull } from "../../../../rehearsal/stand-ins/github/state.ts";
import { expectPage } from "../../../support/golden-summary.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";
import { busyPart, extras, planOf, whole } from "../../../support/planned-release.ts";
import { recordingLog } from "../../../support/recording-log.ts";

const open: GithubWorld[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ standIn }) => standIn.close()));
});

const mayWrite = { "pull-requests": "write", contents: "read" };
const pullRequest: RunEvent = { name: "pull_request", pullRequest: { number: 7, stranger: false } };
const push: RunEvent = { name: "push", pullRequest: undefined };
const report = reportPlan(planOf(whole), extras);

async function start(permissions: Readonly<Record<string, string>> = mayWrite) {
  const world = await githubWorld(permissions);
  open.push(world);
  const { standIn, context, github } = world;
  const log = recordingLog();
  const say = async (event = pullRequest, target = "production", made = report): Promise<void> =>
    commentPlan({ githubToken: "given", target }, event, made, { context, log, github: async () => github });
  const comments = () => standIn.state().comments;
  const written = (login: string, body: string, issue = 7): void =>
    standIn.change((state) => {
      state.sequence += 1;
      const id = 90_000 + state.sequence;
      state.comments.push({ id, issue, body, login, createdAt: 0, updatedAt: 0 });
    });
  return { standIn, log, say, comments, written };
}

const bot = "github-actions[bot]";

test("the plan is one comment a target, edited in place", async () => {
  const { say, comments, log } = await start();
  await say();
  await say(pullRequest, "staging");
  await say(pullRequest, "production", { ...report, reason: "Something else." });
  expect(comments().map(({ issue, login }) => ({ issue, login }))).toEqual([
    { issue: 7, login: bot },
    { issue: 7, login: bot },
  ]);
  const [production, staging] = comments().map(({ body }) => body);
  expect(production).toMatch(
    /^<!-- prism-rollout:plan:production -->\n## Plan: pass\n\n\*\*Something else\.\*\*/,
  );
  expectPage("plan-comment", staging ?? "");
  expect(staging).toMatch(/^<!-- prism-rollout:plan:staging -->\n/);
  expect(log.lines.join("\n")).toMatch(/\(edited\): https:\/\/github\.com\/acme\/prism\/issues\/7#/);
});

test("the comment is found on any page of a long conversation", async () => {
  const { say, comments, written } = await start();
  for (let at = 0; at < 230; at += 1) written("ada", `comment ${at}`);
  await say();
  for (let at = 0; at < 30; at += 1) written("ada", `later ${at}`);
  await say(pullRequest, "production", { ...report, reason: "Anew." });
  const own = comments().filter(({ body }) => body.startsWith(markerOf("production")));
  expect(own).toHaveLength(1);
  expect(own[0]?.body).toContain("**Anew.**");
});

test("what somebody else wrote is not edited, though it holds the marker; nor is a quote of ours", async () => {
  const { say, comments, written } = await start();
  const marker = markerOf("production");
  written("ada", `${marker}\nforged`);
  written(bot, `> ${marker}\nquoted`);
  await say();
  expect(comments().map(({ body }) => body.split("\n")[1])).toEqual(["forged", "quoted", "## Plan: pass"]);
});

test("without the permission there is a notice that names it, and no failure", async () => {
  for (const permissions of [{ contents: "read" }, { "pull-requests": "read", contents: "read" }]) {
    const { say, comments, log } = await start(permissions);
    await say();
    expect(comments()).toEqual([]);
    expect(log.lines.join("\n")).toMatch(
      /notice: The plan is not in a comment: .*403.*`pull-requests: write`/,
    );
  }
});

test("a service that fails, or answers with a page, is a notice, too", async () => {
  for (const answer of [{ status: 502 }, { status: 200, json: "<html>" }]) {
    const { standIn, say, log } = await start();
    standIn.change((state) =>
      state.faults.push({ method: "POST", path: ".*/comments", times: 9, ...answer }),
    );
    await say();
    expect(log.lines.join("\n")).toContain("notice: The plan is not in a comment");
  }
});

const pull = (number: number, more: Partial<GithubPull> = {}): GithubPull => ({
  number,
  title: "a change",
  author: "ada",
  branch: "change",
  commits: [commit],
  createdAt: 0,
  mergedAt: 1000,
  mergeCommit: "f".repeat(40),
  ...more,
});

test("after a push it goes to the pull request that brought the commit, and nowhere if that is not known", async () => {
  const cases = [
    [[pull(3)], [3]],
    [[pull(3, { mergedAt: null, mergeCommit: null })], []],
    [[pull(3), pull(4)], []],
    [[pull(3), pull(4, { mergeCommit: commit })], [4]],
    [[], []],
  ] as const;
  for (const [pulls, issues] of cases) {
    const { standIn, say, comments } = await start();
    standIn.change((state) => state.pulls.push(...pulls));
    await say(push);
    expect(comments().map(({ issue }) => issue)).toEqual(issues);
  }
});

test("a long plan fits a comment: whole sections are left out, and where all of it is stands first", () => {
  const sql = { language: "sql" as const, text: "select 1;\n".repeat(3000) };
  const details = Array.from({ length: 40 }, (_, at) => ({
    what: `${at} big`,
    how: [],
    beware: [],
    source: sql,
  }));
  const long = reportPlan(planOf([busyPart("migrate", [], { details })]), extras);
  const context = { sha: commit, runUrl: "https://github.example/run" } as Parameters<typeof textOf>[2];
  const text = textOf(long, "production", context);
  expect(text.length + markerOf("production").length).toBeLessThan(65_536);
  expect(text).toMatch(
    /\*\*38 sections left out\*\*, because GitHub takes 65,536 characters a comment: SQL of 2 big, /,
  );
  expect(text).toContain("[the run's summary](https://github.example/run)");
  expect(text.match(/<details>/g)).toHaveLength(2);
  expect(text.match(/<\/details>/g)).toHaveLength(2);
});

test("a target's name cannot end the marker", () => {
  expect(markerOf("a-->b")).toBe("<!-- prism-rollout:plan:a-%2D%3Eb -->");
});
