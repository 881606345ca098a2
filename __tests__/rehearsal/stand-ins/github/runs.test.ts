import { expect, test } from "@jest/globals";

import type { Gatekeeper as PlayersGatekeeper } from "../../../../rehearsal/player/run/world.ts";
import { at, client, openRun, refusal, repository, withGithub } from "./world.ts";

test("a run shows its status, its jobs and where a person finds it", async () => {
  await withGithub(repository(), async (github) => {
    const run_id = openRun(github, "ada");
    github.runs.job(run_id, "rollout / migrate", "in_progress");
    const { rest } = client(github, "job");
    const { data } = await rest.actions.getWorkflowRun({ ...at, run_id });
    expect(data).toMatchObject({
      id: run_id,
      status: "in_progress",
      conclusion: null,
      run_attempt: 1,
      html_url: `https://github.com/acme/app/actions/runs/${run_id}`,
      actor: { login: "ada" },
    });
    github.runs.job(run_id, "rollout / migrate", "completed", "failure");
    github.runs.finish(run_id, "failure");
    const { data: jobs } = await rest.actions.listJobsForWorkflowRun({ ...at, run_id });
    expect(jobs).toMatchObject({
      total_count: 1,
      jobs: [{ name: "rollout / migrate", status: "completed", conclusion: "failure" }],
    });
    expect((await rest.actions.getWorkflowRun({ ...at, run_id })).data).toMatchObject({
      status: "completed",
      conclusion: "failure",
    });
    expect((await refusal(rest.actions.getWorkflowRun({ ...at, run_id: 1 }))).status).toBe(404);
  });
});

test("a re-run is the next attempt of the same run, started by whoever asked for it", async () => {
  await withGithub(repository(), async (github) => {
    const run_id = openRun(github);
    github.runs.finish(run_id, "failure");
    github.runs.again(run_id, "ada");
    const { data } = await client(github, "job").rest.actions.getWorkflowRun({ ...at, run_id });
    expect(data).toMatchObject({ run_attempt: 2, status: "in_progress", conclusion: null });
    expect(data.actor?.login).not.toBe("ada");
    expect(data.triggering_actor?.login).toBe("ada");
  });
});

test("the jobs that are shown are those of the latest attempt: who is not run again stands as it was, who is has not begun", async () => {
  await withGithub(repository(), async (github) => {
    const run_id = openRun(github);
    for (const [name, result] of [
      ["build", "success"],
      ["migrate", "failure"],
    ] as const) {
      github.runs.job(run_id, name, "in_progress");
      github.runs.job(run_id, name, "completed", result);
    }
    github.runs.finish(run_id, "failure");
    github.runs.again(run_id, "ada", ["build"]);
    github.runs.job(run_id, "migrate", "waiting");
    const { rest } = client(github, "job");
    const list = async (filter: "all" | "latest") =>
      (await rest.actions.listJobsForWorkflowRun({ ...at, run_id, filter })).data.jobs.map(
        ({ name, run_attempt, conclusion, runner_name }) => [name, run_attempt, conclusion, runner_name],
      );
    const runner = "GitHub Actions 1";
    expect(await list("latest")).toEqual([
      ["build", 2, "success", runner],
      ["migrate", 2, null, null],
    ]);
    expect(await list("all")).toHaveLength(4);
  });
});

test("an artifact is listed and downloaded as it was kept", async () => {
  await withGithub(repository(), async (github) => {
    const run_id = openRun(github);
    const bytes = Uint8Array.from([80, 75, 5, 6, ...Array.from({ length: 18 }, () => 0)]);
    github.runs.artifact(run_id, "web", bytes);
    const { rest } = client(github, "job");
    const { data } = await rest.actions.listWorkflowRunArtifacts({ ...at, run_id, name: "web" });
    expect(data).toMatchObject({
      total_count: 1,
      artifacts: [{ name: "web", size_in_bytes: 22, expired: false }],
    });
    const artifact_id = data.artifacts[0]?.id ?? 0;
    const zip = await rest.actions.downloadArtifact({ ...at, artifact_id, archive_format: "zip" });
    expect(new Uint8Array(zip.data as ArrayBuffer)).toEqual(bytes);
    expect(
      (await rest.actions.listWorkflowRunArtifacts({ ...at, run_id, name: "none" })).data.artifacts,
    ).toEqual([]);
  });
});

test("the player takes the gatekeeper as it is", async () => {
  await withGithub(repository(), async (github) => {
    const gatekeeper: PlayersGatekeeper = github.gatekeeper(openRun(github));
    const { signal } = new AbortController();
    const answer = await gatekeeper.arrive({ environment: "e", job: "web", deployment: true, signal });
    expect(answer.approved).toBe(true);
    expect(() => github.gatekeeper(1)).toThrow("no run 1");
  });
});

test("an environment is changed as a whole and refused where GitHub refuses it", async () => {
  await withGithub(repository(), async (github) => {
    const { rest } = client(github, "ada");
    const put = (
      more: Record<string, unknown>,
    ): Promise<{ data: { protection_rules?: { type: string }[] } }> =>
      rest.repos.createOrUpdateEnvironment({ ...at, environment_name: "release/eu", ...more });
    const types = async (more: Record<string, unknown>): Promise<string[] | undefined> =>
      (await put(more)).data.protection_rules?.map(({ type }) => type);
    const reviewers = [{ type: "User", id: 1001 }];
    const custom = { protected_branches: false, custom_branch_policies: true };
    expect(await types({ wait_timer: 5, reviewers, deployment_branch_policy: custom })).toEqual([
      "wait_timer",
      "required_reviewers",
      "branch_policy",
    ]);
    expect(await types({ wait_timer: 5 })).toEqual(["wait_timer"]);
    const same = { protected_branches: true, custom_branch_policies: true };
    for (const wrong of [
      { wait_timer: 43_201 },
      { reviewers: Array.from({ length: 7 }, () => ({ type: "User", id: 1001 })) },
      { reviewers: [{ type: "User", id: 5 }] },
      { prevent_self_review: true },
      { deployment_branch_policy: same },
    ]) {
      expect((await refusal(put(wrong))).status).toBe(422);
    }
    const { data } = await rest.repos.getEnvironment({ ...at, environment_name: "RELEASE/eu" });
    expect(data.name).toBe("release/eu");
    expect((await rest.repos.getAllEnvironments(at)).data).toMatchObject({ total_count: 1 });
    await rest.repos.deleteAnEnvironment({ ...at, environment_name: "release/eu" });
    const gone = rest.repos.getEnvironment({ ...at, environment_name: "release/eu" });
    expect((await refusal(gone)).status).toBe(404);
  });
});
