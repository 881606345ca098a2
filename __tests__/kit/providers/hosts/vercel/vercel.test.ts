import { afterEach, expect, test } from "@jest/globals";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemHttp } from "../../../../../kit/ports/http.ts";
import type { AliasJob, VercelProject } from "../../../../../rehearsal/stand-ins/vercel/state.ts";
import { fakeClock } from "../../../../support/fake-clock.ts";
import { hostStage, siteOf } from "../../../../support/hosts/stage.ts";
import { startedVercel } from "../../../../support/hosts/vercel.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const both = (text: string): readonly string[] => [text, text];
type Http = typeof systemHttp;
type Given = Readonly<Record<string, string>>;

async function start() {
  const started = await startedVercel();
  open.push(started);
  const stage = await hostStage({ name: "vercel", start: async () => started });
  const { standIn } = started;
  const change = (edit: (project: VercelProject) => void): void =>
    standIn.change(({ projects }) => projects.forEach((project) => edit(project)));
  const project = (): VercelProject | undefined => standIn.state().projects[0];
  /** Stages and promotes a site; what it came to. */
  const promote = async (text: string, given: Given = {}, http: Http = systemHttp): Promise<unknown> => {
    const world = { clock: fakeClock(Date.now()), http };
    const host = await stage.host({ "poll-interval": "500ms", ...given }, world);
    const site = await siteOf(text);
    const { domains } = await host.inspect();
    const staged = await host.stage(site, `release-${text}`, null);
    return await host.promote({ site, staged, was: domains }).catch((error: unknown) => error);
  };
  /** Something happens just before the promotion arrives. */
  const before = (happens: (to: string) => void): Http => {
    return async (url, init) => {
      const to = /\/promote\/(dpl_\w+)$/.exec(new URL(url).pathname)?.[1];
      if (to !== undefined && init?.method === "POST") happens(to);
      return await systemHttp(url, init);
    };
  };
  return { ...stage, standIn, change, project, promote, before };
}

const jobTo = (toDeploymentId: string): AliasJob => ({
  type: "promote",
  fromDeploymentId: null,
  toDeploymentId,
  requestedAt: Date.now(),
  fate: "stuck",
  jobStatus: "pending",
  polls: 0,
  aliases: [],
});

test("409, since it is live already by then: done, with one request", async () => {
  const { change, promote, before, serves, moves } = await start();
  const http = before((to) =>
    change((project) => {
      for (const domain of project.domains) domain.deployment = to;
      project.production.push(to);
    }),
  );
  expect(await promote("one", {}, http)).toHaveLength(2);
  expect([await serves(), moves()]).toEqual([both("one"), 1]);
});

test("409, since somebody else moves the domains: theirs is not taken for ours", async () => {
  const { change, promote, before, serves, moves } = await start();
  const http = before(() => change((project) => void (project.aliasJob = jobTo("dpl_theirs"))));
  expect(await promote("one", {}, http)).toMatchObject({
    code: "PR435",
    message: expect.stringContaining("somebody started a promote to dpl_theirs"),
  });
  expect([await serves(), moves()]).toEqual([both("before"), 1]);
});

test("202: nothing has moved, and that is what is said", async () => {
  const { change, promote, serves, moves } = await start();
  change((project) => void (project.nextAliasJob = "queued"));
  expect(await promote("one")).toMatchObject({
    code: "PR435",
    message: expect.stringContaining("no traffic has moved"),
    fix: expect.stringContaining("rolling release"),
  });
  expect([await serves(), moves()]).toEqual([both("before"), 1]);
});

test("rolling releases that were switched on after the plan: no promotion is asked for", async () => {
  const { change, promote, before, serves, moves } = await start();
  change((project) => void (project.rollingRelease = { target: "production", stages: [] }));
  expect(
    await promote(
      "one",
      {},
      before(() => undefined),
    ),
  ).toMatchObject({
    code: "PR435",
    message: expect.stringContaining("rolling releases are on"),
    fix: expect.stringContaining("Switch rolling releases off"),
  });
  expect([await serves(), moves()]).toEqual([both("before"), 0]);
});

test("a job that failed names the domains for which it did", async () => {
  const { change, promote, standIn } = await start();
  change((project) => void (project.nextAliasJob = "failed"));
  const second = new URL(standIn.origin("www.example.com")).host;
  expect(await promote("one")).toMatchObject({
    code: "PR433",
    message: expect.stringContaining(`1 of 2 production domains were moved; it failed for ${second}`),
  });
});

test("a project without a promotion so far, and one that keeps no trace of ours, are told apart", async () => {
  const { change, promote, project, serves } = await start();
  expect(project()?.aliasJob).toBeNull();
  change((one) => void (one.nextAliasJob = "unrecorded"));
  expect(await promote("one")).toMatchObject({ code: "PR433" });
  expect(await serves()).toEqual(both("before"));
  expect(await promote("two")).toHaveLength(2);
});

test.each(["CANCELED", "BLOCKED", "ERROR"])(
  "a build that ends as %s is told with its reason",
  async (readyState) => {
    const { api, promote, serves } = await start();
    const json = { id: "dpl_x", url: "x", readyState, errorMessage: "out of luck" };
    api?.plan({ method: "GET", path: "/v13/deployments/dpl_.*", times: 99, status: 200, json });
    await expect(promote("one")).rejects.toMatchObject({
      code: "PR431",
      message: expect.stringMatching(new RegExp(`${readyState}: out of luck. Production was not touched`)),
    });
    expect(await serves()).toEqual(both("before"));
  },
);

test("a staged deployment that is ready is promoted, whatever is said of aliases that it never had", async () => {
  const { promote, serves, standIn } = await start();
  standIn.change(({ pace }) => void (pace.building = 3));
  const http: Http = async (url, init) => {
    const answer = await systemHttp(url, init);
    if (!new URL(url).pathname.startsWith("/v13/deployments/dpl_")) return answer;
    const said = (await answer.json()) as object;
    const aliasError = { code: "deployment_blocked", message: "no alias" };
    return Response.json({ ...said, aliasAssigned: null, aliasError });
  };
  expect(await promote("one", {}, http)).toHaveLength(2);
  expect(await serves()).toEqual(both("one"));
});

test.each([
  [1, undefined],
  [99, "PR304"],
])("files that are missing still, %i times more", async (times, code) => {
  const { api, promote, serves } = await start();
  const { files } = await siteOf("one");
  const missing = files.map(({ sha1 }) => sha1);
  const lacks = { error: { code: "missing_files", message: `Missing ${missing.length} files`, missing } };
  api?.plan({ method: "POST", path: "/v13/deployments", times, status: 400, json: lacks });
  if (code === undefined) {
    await promote("one");
    return expect(await serves()).toEqual(both("one"));
  }
  await expect(promote("one")).rejects.toMatchObject({ code, message: expect.stringContaining("Missing") });
  expect(await serves()).toEqual(both("before"));
});

test("Hobby goes back by one: further is told before, and 402 with its reason after", async () => {
  const { host, release, standIn, serves } = await start();
  const ids = [await release("one"), await release("two"), await release("three")].map(({ id }) => id);
  standIn.change((state) => void (state.plan = "hobby"));
  const one = await host();
  const far = { from: ids[2] ?? null, to: ids[0] ?? null };
  expect(await one.goBack(far, { dryRun: true })).toMatchObject({ outcome: "irreversible" });
  expect(await one.goBack(far)).toMatchObject({
    outcome: "failed",
    said: expect.stringMatching(/\(402\): .*upgrade to pro/),
    manual: `vercel rollback ${ids[0]}`,
  });
  expect(await serves()).toEqual(both("three"));
  expect(await one.goBack({ ...far, to: ids[1] ?? null })).toMatchObject({ outcome: "reverted" });
});

test("422: what never served production is no way back", async () => {
  const { host, release, serves } = await start();
  const { id } = await release("one");
  const one = await host();
  const staged = await one.stage(await siteOf("two"), "release-two", null);
  const change = { from: id, to: staged?.deployment ?? null };
  expect(await one.goBack(change, { dryRun: true })).toMatchObject({ outcome: "irreversible" });
  expect(await one.goBack(change)).toMatchObject({
    outcome: "failed",
    said: expect.stringMatching(/\(422\): .*never/),
  });
  expect(await serves()).toEqual(both("one"));
});

test("auto-assignment is put back as declared, also by the run after one that was cut before", async () => {
  const { change, promote, project, moves } = await start();
  change((one) => void (one.autoAssignCustomDomains = false));
  const off = { "auto-assign": "false" };
  const cut: Http = async (url, init) => {
    if (init?.method === "PATCH") throw new TypeError("fetch failed", { cause: { code: "ENETDOWN" } });
    return await systemHttp(url, init);
  };
  expect(await promote("one", off, cut)).toMatchObject({ code: "PR301" });
  expect(project()?.autoAssignCustomDomains).toBe(true);
  await promote("one", off);
  expect([project()?.autoAssignCustomDomains, moves()]).toEqual([false, 1]);
});

test("a field that is not there says nothing good: nothing is promoted", async () => {
  const { api, host } = await start();
  const json = { id: "prj_web", name: "web" };
  api?.plan({ method: "GET", path: "/v9/projects/prj_web", times: 1, status: 200, json });
  expect((await (await host()).inspect()).blocked).toMatchObject({ code: "PR435" });
});

test("a Git integration that deploys as well is told, unless vercel.json switches it off", async () => {
  const { api, host } = await start();
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-git-"));
  const json = { id: "prj_web", name: "web", autoAssignCustomDomains: true, link: { type: "github" } };
  const notes = async (): Promise<string> => {
    api?.plan({ method: "GET", path: "/v9/projects/prj_web", times: 1, status: 200, json });
    return (await (await host({}, { root })).inspect()).notes.join();
  };
  expect(await notes()).toContain("A Git integration also deploys this project");
  await writeFile(join(root, "vercel.json"), '{"git":{"deploymentEnabled":false}}');
  expect(await notes()).toBe("");
});

test("domains that serve different deployments are each told, and no deployment is called live", async () => {
  const { change, host, standIn } = await start();
  change(({ domains }) => domains.slice(1).forEach((domain) => (domain.deployment = null)));
  const { deployment, domains } = await (await host()).inspect();
  expect(deployment).toBeNull();
  expect(Object.values(domains)).toEqual(expect.arrayContaining([null, standIn.state().deployments[0]?.id]));
});
