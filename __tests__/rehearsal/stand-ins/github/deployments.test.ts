import { expect, test } from "@jest/globals";

import { at, client, refusal, repository, sha, withGithub, type Octokit } from "./world.ts";

/** A deployment that merges nothing and waits for no status. */
async function deployment(octokit: Octokit, more: Record<string, unknown> = {}): Promise<number> {
  const { data } = await octokit.rest.repos.createDeployment({
    ...at,
    ref: sha("a"),
    auto_merge: false,
    required_contexts: [],
    environment: "production-record",
    production_environment: false,
    ...more,
  });
  if (!("id" in data)) throw new Error("no deployment was created");
  return data.id;
}

test("a deployment keeps its payload as it was given, object or string", async () => {
  await withGithub(repository(), async (github) => {
    const octokit = client(github, "job");
    const payload = { schema: "x@1", nested: { list: [1, "two", null] }, text: "ü" };
    const id = await deployment(octokit, { payload, task: "rollout-receipt" });
    const { data } = await octokit.rest.repos.getDeployment({ ...at, deployment_id: id });
    expect(data).toMatchObject({
      id,
      payload,
      task: "rollout-receipt",
      sha: sha("a"),
      production_environment: false,
    });
    const text = await deployment(octokit, { payload: '{"a":1}' });
    const { data: other } = await octokit.rest.repos.getDeployment({ ...at, deployment_id: text });
    expect(other.payload).toBe('{"a":1}');
    const unknown = octokit.rest.repos.getDeployment({ ...at, deployment_id: 1 });
    expect(await refusal(unknown)).toEqual({ status: 404, message: "Not Found" });
  });
});

test("deployments list newest first, under their filters, over pages with a Link header", async () => {
  await withGithub(repository(), async (github) => {
    const octokit = client(github, "job");
    const ids: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      ids.push(await deployment(octokit, { task: index % 2 === 0 ? "even" : "odd" }));
    }
    const newestFirst = ids.toReversed();
    const first = await octokit.rest.repos.listDeployments({ ...at, per_page: 3 });
    expect(first.data.map(({ id }) => id)).toEqual(newestFirst.slice(0, 3));
    expect(first.headers.link).toMatch(/page=2.*rel="next".*page=3.*rel="last"/);
    const all = await octokit.paginate(octokit.rest.repos.listDeployments, { ...at, per_page: 3 });
    expect(all.map(({ id }) => id)).toEqual(newestFirst);
    const odd = await octokit.rest.repos.listDeployments({
      ...at,
      task: "odd",
      environment: "production-record",
    });
    expect(odd.data.map(({ id }) => id)).toEqual([ids[5], ids[3], ids[1]]);
    expect((await octokit.rest.repos.listDeployments({ ...at, environment: "other" })).data).toEqual([]);
    expect((await octokit.rest.repos.listDeployments({ ...at, sha: sha("a"), ref: "main" })).data).toEqual(
      [],
    );
  });
});

test("statuses come newest first; a long description or another state is refused", async () => {
  await withGithub(repository(), async (github) => {
    const octokit = client(github, "job");
    const deployment_id = await deployment(octokit);
    const set = (state: string, description = ""): Promise<unknown> =>
      octokit.request("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
        ...at,
        deployment_id,
        state: state as "success",
        description,
      });
    await set("in_progress", "x".repeat(140));
    expect(await refusal(set("success", "x".repeat(141)))).toEqual({
      status: 422,
      message: "Validation Failed",
    });
    expect((await refusal(set("waiting"))).status).toBe(422);
    await set("success", "done");
    const { data } = await octokit.rest.repos.listDeploymentStatuses({ ...at, deployment_id });
    expect(data.map(({ state }) => state)).toEqual(["success", "in_progress"]);
    expect(data[0]?.description).toBe("done");
  });
});

test("a success makes its elders inactive, but not those of production, of elsewhere, or that failed", async () => {
  await withGithub(repository(), async (github) => {
    const octokit = client(github, "job");
    const ended = async (
      state: "success" | "failure",
      more: Record<string, unknown> = {},
    ): Promise<number> => {
      const deployment_id = await deployment(octokit, more);
      await octokit.rest.repos.createDeploymentStatus({ ...at, deployment_id, state });
      return deployment_id;
    };
    const state = async (deployment_id: number): Promise<string | undefined> => {
      const { data } = await octokit.rest.repos.listDeploymentStatuses({ ...at, deployment_id });
      return data[0]?.state;
    };
    const elder = await ended("success");
    const failed = await ended("failure");
    const production = await ended("success", { production_environment: true });
    const elsewhere = await ended("success", { environment: "other" });
    await ended("success");
    expect(await Promise.all([elder, failed, production, elsewhere].map(state))).toEqual([
      "inactive",
      "failure",
      "success",
      "success",
    ]);
  });
});

test("only an inactive deployment, or the only one, can be deleted", async () => {
  await withGithub(repository(), async (github) => {
    const octokit = client(github, "job");
    const first = await deployment(octokit);
    expect((await octokit.rest.repos.deleteDeployment({ ...at, deployment_id: first })).status).toBe(204);
    const second = await deployment(octokit);
    await deployment(octokit);
    const active = octokit.rest.repos.deleteDeployment({ ...at, deployment_id: second });
    expect(await refusal(active)).toMatchObject({
      status: 422,
      message: expect.stringContaining("cannot delete an active"),
    });
    await octokit.rest.repos.createDeploymentStatus({ ...at, deployment_id: second, state: "inactive" });
    expect((await octokit.rest.repos.deleteDeployment({ ...at, deployment_id: second })).status).toBe(204);
  });
});

test("by default GitHub merges the default branch into a branch that is behind, and deploys nothing", async () => {
  const commits = { [sha("a")]: [], [sha("b")]: [sha("a")], [sha("c")]: [sha("a")] };
  const branches = { main: sha("b"), topic: sha("c") };
  await withGithub(repository({ commits, branches }), async (github) => {
    const octokit = client(github, "job");
    const merged = await octokit.rest.repos.createDeployment({ ...at, ref: "topic", required_contexts: [] });
    expect(merged).toMatchObject({
      status: 202,
      data: { message: "Auto-merged main into topic on deployment." },
    });
    const plain = await octokit.rest.repos.createDeployment({ ...at, ref: "topic", auto_merge: false });
    expect(plain).toMatchObject({ status: 201, data: { sha: sha("c"), environment: "production" } });
    const unknown = octokit.rest.repos.createDeployment({ ...at, ref: "none", auto_merge: false });
    expect(await refusal(unknown)).toEqual({ status: 422, message: "No ref found for: none" });
  });
});

test("by default all statuses of the commit must be green; an empty list asks for none", async () => {
  const state = repository();
  state.statuses[sha("a")] = [
    { context: "ci", state: "success" },
    { context: "lint", state: "pending" },
  ];
  await withGithub(state, async (github) => {
    const octokit = client(github, "job");
    const create = (required?: string[]): Promise<{ status: number }> =>
      octokit.rest.repos.createDeployment({
        ...at,
        ref: "main",
        auto_merge: false,
        ...(required ? { required_contexts: required } : {}),
      });
    expect((await refusal(create())).status).toBe(409);
    expect((await refusal(create(["lint"]))).status).toBe(409);
    expect((await refusal(create(["missing"]))).status).toBe(409);
    expect((await create(["ci"])).status).toBe(201);
    expect((await create([])).status).toBe(201);
  });
});
