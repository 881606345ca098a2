import { expect, test } from "@jest/globals";

import { at, client, everything, refusal, repository, sha, withGithub } from "./world.ts";

test("a token must be known and have the permission of the call, as write or as read", async () => {
  await withGithub(repository(), async (github) => {
    const wrong = client(github, "wrong").rest.repos.get(at);
    expect(await refusal(wrong)).toEqual({ status: 401, message: "Bad credentials" });
    const nothing = client(github, "nothing");
    expect((await nothing.rest.repos.get(at)).data).toMatchObject({ private: true, visibility: "private" });
    const denied = await refusal(nothing.rest.repos.listDeployments(at));
    expect(denied).toEqual({ status: 403, message: "Resource not accessible by integration" });
    const reader = client(github, github.issueToken({ deployments: "read", contents: "none" }));
    expect((await reader.rest.repos.listDeployments(at)).status).toBe(200);
    expect((await refusal(reader.rest.repos.createDeployment({ ...at, ref: "main" }))).status).toBe(403);
    expect((await refusal(reader.rest.repos.getCommit({ ...at, ref: "main" }))).status).toBe(403);
    const elsewhere = client(github, "job").rest.repos.get({ owner: "acme", repo: "other" });
    expect(await refusal(elsewhere)).toEqual({ status: 404, message: "Not Found" });
  });
});

test("a GITHUB_TOKEN cannot change environments; a person without the permission is told so", async () => {
  const state = repository();
  state.tokens["cy"] = { kind: "user", login: "bob", permissions: { ...everything, administration: "read" } };
  await withGithub(state, async (github) => {
    const put = { ...at, environment_name: "e" };
    const token = github.issueToken({ actions: "write", deployments: "write" });
    const byToken = client(github, token).rest.repos.createOrUpdateEnvironment(put);
    expect((await refusal(byToken)).message).toBe("Resource not accessible by integration");
    const byPerson = client(github, "cy").rest.repos.createOrUpdateEnvironment(put);
    expect((await refusal(byPerson)).message).toBe("Resource not accessible by personal access token");
  });
});

test("every answer tells what is left of the hour, and after it nothing goes", async () => {
  const state = repository();
  state.limits.core = 3;
  await withGithub(state, async (github, clock) => {
    const octokit = client(github, "job");
    const { headers } = await octokit.rest.repos.get(at);
    expect(headers["x-ratelimit-limit"]).toBe("3");
    expect(headers["x-ratelimit-remaining"]).toBe("2");
    expect(Number(headers["x-ratelimit-reset"]) * 1000).toBe(clock.now() + 3_600_000);
    await octokit.rest.repos.get(at);
    await octokit.rest.repos.get(at);
    expect(await refusal(octokit.rest.repos.get(at))).toMatchObject({
      status: 403,
      message: expect.stringContaining("API rate limit exceeded"),
    });
    expect((await client(github, "ada").rest.repos.get(at)).status).toBe(200);
    await clock.advance(3_600_000);
    expect((await octokit.rest.repos.get(at)).status).toBe(200);
    expect(github.used()).toEqual({ requests: 5, writes: 0 });
  });
});

test("too many writes in a minute are turned away for a while, where that limit is on", async () => {
  const state = repository();
  state.limits.content = 2;
  await withGithub(state, async (github, clock) => {
    const octokit = client(github, "job");
    const comment = (): Promise<unknown> =>
      octokit.rest.issues.createComment({ ...at, issue_number: 1, body: "x" });
    await comment();
    await comment();
    expect((await refusal(comment())).message).toContain("secondary rate limit");
    await clock.advance(61_000);
    await comment();
    expect(github.used()).toEqual({ requests: 4, writes: 4 });
  });
});

test("a planned fault comes first, also before the token is looked at", async () => {
  await withGithub(repository(), async (github) => {
    github.change(({ faults }) => faults.push({ method: "*", path: "/repos/.*", times: 1, status: 502 }));
    const octokit = client(github, "job");
    const failed = octokit.request("GET /repos/{owner}/{repo}", { ...at, request: { retries: 0 } });
    await expect(failed).rejects.toMatchObject({ status: 502 });
    expect((await octokit.rest.repos.get(at)).status).toBe(200);
    expect(github.requests.map(({ status }) => status)).toEqual([502, 200]);
  });
});

test("comments on a pull request are made, found again and changed", async () => {
  await withGithub(repository(), async (github) => {
    const octokit = client(github, github.issueToken({ "pull-requests": "write" }));
    const { data } = await octokit.rest.issues.createComment({
      ...at,
      issue_number: 7,
      body: "<!-- plan --> one",
    });
    await octokit.rest.issues.createComment({ ...at, issue_number: 8, body: "elsewhere" });
    await octokit.rest.issues.updateComment({ ...at, comment_id: data.id, body: "<!-- plan --> two" });
    const listed = await octokit.rest.issues.listComments({ ...at, issue_number: 7 });
    expect(listed.data.map(({ body }) => body)).toEqual(["<!-- plan --> two"]);
    const long = octokit.rest.issues.updateComment({ ...at, comment_id: data.id, body: "x".repeat(65_537) });
    expect((await refusal(long)).status).toBe(422);
    const empty = octokit.rest.issues.createComment({ ...at, issue_number: 7, body: " " });
    expect((await refusal(empty)).status).toBe(422);
  });
});

test("a commit is found by sha, by its beginning and by branch", async () => {
  const commits = { [sha("a")]: [], [sha("b")]: [sha("a")] };
  await withGithub(repository({ commits, branches: { main: sha("b") } }), async (github) => {
    const { rest } = client(github, "job");
    for (const ref of [sha("b"), "bbbbbbb", "main", "heads/main"]) {
      expect((await rest.repos.getCommit({ ...at, ref })).data).toMatchObject({
        sha: sha("b"),
        parents: [{ sha: sha("a") }],
      });
    }
    expect((await refusal(rest.repos.getCommit({ ...at, ref: "nope" }))).status).toBe(422);
  });
});
