import { expect, test } from "@jest/globals";

import { startGithub } from "../../../../rehearsal/stand-ins/github/start.ts";
import { at, client, handClock, openRun, repository, withGithub } from "./world.ts";

const gated = { name: "production-web", reviewers: ["ada"] };

test("a deployment object comes with a job's environment unless `deployment: false`", async () => {
  await withGithub(repository({ environments: [{ name: "free" }] }), async (github) => {
    const run = openRun(github);
    const gatekeeper = github.gatekeeper(run);
    await gatekeeper.arrive({ environment: "free", job: "quiet", deployment: false });
    await gatekeeper.arrive({ environment: "free", job: "loud", deployment: true });
    github.runs.job(run, "loud", "in_progress");
    github.runs.job(run, "loud", "completed", "success");
    const job = client(github, "job");
    const { data } = await job.rest.repos.listDeployments({ ...at, environment: "free" });
    expect(data).toHaveLength(1);
    const { data: statuses } = await job.rest.repos.listDeploymentStatuses({
      ...at,
      deployment_id: data[0]?.id ?? 0,
    });
    expect(statuses.map(({ state }) => state)).toEqual(["success", "in_progress"]);
  });
});

test("who started the run may not review it where self-review is prevented", async () => {
  const environments = [{ ...gated, reviewers: ["ada", "bob"], preventSelfReview: true }];
  await withGithub(repository({ environments }), async (github) => {
    const gatekeeper = github.gatekeeper(openRun(github, "ada"));
    const answer = gatekeeper.arrive({ environment: "production-web", job: "web", deployment: false });
    expect(() => gatekeeper.decide("production-web", "approved", "ada")).toThrow("ada may not review");
    gatekeeper.decide("production-web", "approved", "bob");
    expect((await answer).approved).toBe(true);
  });
});

test("a branch that the environment's policy does not name never gets in", async () => {
  await withGithub(repository({ environments: [{ name: "releases" }] }), async (github) => {
    const ada = client(github, "ada");
    await ada.rest.repos.createOrUpdateEnvironment({
      ...at,
      environment_name: "releases",
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    });
    const gatekeeper = github.gatekeeper(openRun(github));
    const arrival = { environment: "releases", job: "web", deployment: false };
    expect((await gatekeeper.arrive(arrival)).approved).toBe(false);
    await ada.rest.repos.createDeploymentBranchPolicy({ ...at, environment_name: "releases", name: "ma*" });
    expect((await gatekeeper.arrive(arrival)).approved).toBe(true);
  });
});

test("a world that is saved while a job waits goes on without that job", async () => {
  const clock = handClock();
  const first = await startGithub({ state: repository({ environments: [gated] }), clock });
  const run = openRun(first);
  void first.gatekeeper(run).arrive({ environment: "production-web", job: "web", deployment: false });
  const saved = JSON.parse(JSON.stringify(first.state())) as ReturnType<typeof first.state>;
  expect(saved.waits).toHaveLength(1);
  await first.close();
  const second = await startGithub({ state: saved, clock });
  expect(second.state().waits).toEqual([]);
  expect(second.runs.find(run).status).toBe("in_progress");
  await second.close();
});
