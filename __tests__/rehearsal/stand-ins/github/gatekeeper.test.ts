import { expect, test } from "@jest/globals";

import type { Answer, Question } from "../../../../rehearsal/stand-ins/github/gatekeeper.ts";
import { at, client, openRun, refusal, repository, withGithub } from "./world.ts";

const MINUTE = 60_000;
const gated = { name: "production-web", reviewers: ["ada"] };

test("an environment that is not there is made, silently, and lets the job pass", async () => {
  await withGithub(repository(), async (github) => {
    const gatekeeper = github.gatekeeper(openRun(github));
    const answer = await gatekeeper.arrive({ environment: "producton-web", job: "web", deployment: false });
    expect(answer).toEqual({ approved: true, secrets: {}, vars: {} });
    const { data } = await client(github, "job").rest.repos.getEnvironment({
      ...at,
      environment_name: "producton-web",
    });
    expect(data.protection_rules).toEqual([]);
  });
});

test("a job waits until a reviewer approves by the API, and gets the environment's secrets then", async () => {
  const state = repository({ environments: [{ ...gated, secrets: { TOKEN: "t" }, vars: { REGION: "eu" } }] });
  await withGithub(state, async (github) => {
    const run = openRun(github);
    let answer: Promise<Answer> | undefined;
    const asked = new Promise<Question>((resolve) => {
      const gatekeeper = github.gatekeeper(run, resolve);
      answer = gatekeeper.arrive({ environment: "production-web", job: "web", deployment: false });
    });
    expect(await asked).toEqual({
      environment: "production-web",
      jobs: ["web"],
      reviewers: ["ada"],
      waitTimer: 0,
    });
    const ada = client(github, "ada");
    const { data: pending } = await ada.rest.actions.getPendingDeploymentsForRun({ ...at, run_id: run });
    expect(pending).toHaveLength(1);
    expect(pending[0]).toMatchObject({
      current_user_can_approve: true,
      environment: { name: "production-web" },
    });
    expect((await ada.rest.actions.getWorkflowRun({ ...at, run_id: run })).data.status).toBe("waiting");

    const review = { ...at, run_id: run, state: "approved", comment: "looks good" } as const;
    const environment_ids = [Number(pending[0]?.environment.id)];
    const byToken = client(github, "job").rest.actions.reviewPendingDeploymentsForRun({
      ...review,
      environment_ids,
    });
    expect(await refusal(byToken)).toMatchObject({
      status: 403,
      message: "Resource not accessible by integration",
    });
    const byBob = client(github, "bob").rest.actions.reviewPendingDeploymentsForRun({
      ...review,
      environment_ids,
    });
    expect((await refusal(byBob)).status).toBe(422);
    await ada.rest.actions.reviewPendingDeploymentsForRun({ ...review, environment_ids });
    const { data: approvals } = await ada.rest.actions.getReviewsForRun({ ...at, run_id: run });
    expect(approvals[0]).toMatchObject({
      state: "approved",
      comment: "looks good",
      user: { login: "ada" },
      environments: [{ name: "production-web" }],
    });
    expect((await ada.rest.actions.getWorkflowRun({ ...at, run_id: run })).data.status).toBe("in_progress");
    expect(await answer).toEqual({
      approved: true,
      secrets: { TOKEN: "t" },
      vars: { REGION: "eu" },
      by: "ada",
    });
  });
});

test("one approval covers the jobs that wait at that moment on that environment, and no later one", async () => {
  await withGithub(
    repository({ environments: [gated, { name: "other", reviewers: ["ada"] }] }),
    async (github) => {
      const asked: Question[] = [];
      const gatekeeper = github.gatekeeper(openRun(github), (question) => asked.push(question));
      const arrive = (environment: string, job: string): ReturnType<typeof gatekeeper.arrive> =>
        gatekeeper.arrive({ environment, job, deployment: false });
      const first = [arrive("production-web", "a"), arrive("production-web", "b")];
      const elsewhere = arrive("other", "c");
      expect(gatekeeper.decide("production-web", "approved", "ada")).toEqual(["a", "b"]);
      expect(await Promise.all(first)).toMatchObject([{ approved: true }, { approved: true }]);
      expect(gatekeeper.waiting()).toMatchObject([{ environment: "other", jobs: ["c"] }]);
      const later = arrive("production-web", "d");
      expect(gatekeeper.waiting().map(({ jobs }) => jobs)).toEqual([["c"], ["d"]]);
      gatekeeper.decide("production-web", "rejected", "ada", "no");
      expect(await later).toEqual({ approved: false, how: "rejected", by: "ada" });
      gatekeeper.expire("other");
      expect(await elsewhere).toEqual({ approved: false, how: "expired" });
    },
  );
});

test("jobs that arrive together are asked about once", async () => {
  await withGithub(repository({ environments: [gated] }), async (github) => {
    const asked: Question[] = [];
    const gatekeeper = github.gatekeeper(openRun(github), (question) => {
      asked.push(question);
      gatekeeper.decide(question.environment, "approved", "ada");
    });
    const arrive = (job: string): ReturnType<typeof gatekeeper.arrive> =>
      gatekeeper.arrive({ environment: "production-web", job, deployment: false });
    await Promise.all([arrive("a"), arrive("b")]);
    expect(asked.map(({ jobs }) => jobs)).toEqual([["a", "b"]]);
  });
});

test("on a private repository below Enterprise the rules are there and pause nothing", async () => {
  const state = repository({ environments: [gated], plan: "team" });
  await withGithub(state, async (github) => {
    const gatekeeper = github.gatekeeper(openRun(github));
    const answer = await gatekeeper.arrive({ environment: "production-web", job: "web", deployment: false });
    expect(answer.approved).toBe(true);
    const refused = client(github, "ada").rest.repos.createOrUpdateEnvironment({
      ...at,
      environment_name: "new",
      reviewers: [{ type: "User", id: 1001 }],
    });
    expect((await refusal(refused)).message).toMatch(/billing plan supports the required reviewers/);
  });
});

test("a wait timer holds a job for its minutes, also after an approval", async () => {
  const environments = [
    { name: "timer", waitTimer: 10 },
    { ...gated, waitTimer: 10 },
  ];
  await withGithub(repository({ environments }), async (github, clock) => {
    const gatekeeper = github.gatekeeper(openRun(github));
    const passed: string[] = [];
    const arrive = async (environment: string): Promise<void> => {
      await gatekeeper.arrive({ environment, job: environment, deployment: false });
      passed.push(environment);
    };
    const both = [arrive("timer"), arrive("production-web")];
    gatekeeper.decide("production-web", "approved", "ada");
    await clock.advance(9 * MINUTE);
    expect(passed).toEqual([]);
    await clock.advance(MINUTE);
    await Promise.all(both);
    expect(passed.toSorted()).toEqual(["production-web", "timer"]);
  });
});

test("nobody's review ends the wait after 30 days", async () => {
  await withGithub(repository({ environments: [gated] }), async (github, clock) => {
    const gatekeeper = github.gatekeeper(openRun(github));
    const answer = gatekeeper.arrive({ environment: "production-web", job: "web", deployment: false });
    await clock.advance(29 * 24 * 60 * MINUTE);
    expect(gatekeeper.waiting()).toHaveLength(1);
    await clock.advance(24 * 60 * MINUTE);
    expect(await answer).toEqual({ approved: false, how: "expired" });
  });
});

test("cancelling the run by the API ends the waits and is told to whoever plays it", async () => {
  await withGithub(repository({ environments: [gated] }), async (github) => {
    const run = openRun(github);
    const told: number[] = [];
    github.onCancel((id) => told.push(id));
    const answer = github
      .gatekeeper(run)
      .arrive({ environment: "production-web", job: "web", deployment: false });
    const { status } = await client(github, "job").rest.actions.cancelWorkflowRun({ ...at, run_id: run });
    expect(status).toBe(202);
    expect(await answer).toEqual({ approved: false, how: "cancelled" });
    expect(told).toEqual([run]);
    github.runs.finish(run, "cancelled");
    const again = client(github, "job").rest.actions.cancelWorkflowRun({ ...at, run_id: run });
    expect((await refusal(again)).status).toBe(409);
  });
});

test("an aborted job leaves its gate as cancelled", async () => {
  await withGithub(repository({ environments: [gated] }), async (github) => {
    const gatekeeper = github.gatekeeper(openRun(github));
    const stop = new AbortController();
    const arrival = { environment: "production-web", job: "web", deployment: false, signal: stop.signal };
    const answer = gatekeeper.arrive(arrival);
    stop.abort();
    expect(await answer).toEqual({ approved: false, how: "cancelled" });
    expect(gatekeeper.waiting()).toEqual([]);
    expect(await gatekeeper.arrive(arrival)).toEqual({ approved: false, how: "cancelled" });
  });
});
