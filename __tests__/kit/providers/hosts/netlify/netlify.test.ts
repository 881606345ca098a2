import { afterEach, expect, test } from "@jest/globals";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NetlifySite } from "../../../../../rehearsal/stand-ins/netlify/state.ts";
import { builtSite } from "../../../../support/built-site.ts";
import { fakeClock } from "../../../../support/fake-clock.ts";
import { startedNetlify } from "../../../../support/hosts/netlify.ts";
import { hostStage, siteOf } from "../../../../support/hosts/stage.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const both = (text: string): readonly string[] => [text, text];

async function start() {
  const started = await startedNetlify();
  open.push(started);
  const stage = await hostStage({ name: "netlify", start: async () => started });
  const { standIn } = started;
  const change = (edit: (site: NetlifySite) => void): void =>
    standIn.change(({ sites }) => sites.forEach((site) => edit(site)));
  const isLocked = (): boolean => standIn.state().sites[0]?.locked ?? false;
  /** Promotes a site with `given` inputs; what it came to. */
  const promote = async (text: string, given: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const host = await stage.host({ "poll-interval": "500ms", ...given }, { clock: fakeClock(Date.now()) });
    const site = await siteOf(text);
    const { domains } = await host.inspect();
    const staged = await host.stage(site, `release-${text}`, null);
    return await host.promote({ site, staged, was: domains }).catch((error: unknown) => error);
  };
  return { ...stage, standIn, change, isLocked, promote };
}

test("the whole of deploy-web: staged, probed, published, proven; again it is live already", async () => {
  const { deploy, serves, standIn } = await start();
  const { folder, artifact } = await builtSite();
  const { report, outputs } = await deploy({ artifact: folder });
  expect(report).toMatchObject({ verdict: "pass" });
  expect(report.evidence).toContain("1 of 1 scripts and styles were served by the staged site");
  expect(outputs).toMatchObject({ marker: artifact.marker, deployment: standIn.live() });
  expect(await serves()).toEqual(both("one"));
  expect((await deploy({ artifact: folder })).report.reason).toContain("live already");
});

test("assets are cached for ever, pages are not; a missing asset is 404, a deep link is the page", async () => {
  const { deploy, origins } = await start();
  await deploy({ artifact: (await builtSite()).folder });
  const get = async (path: string) => {
    const { status, headers } = await fetch(origins[0] + path);
    return [status, headers.get("content-type")?.split(";")[0], headers.get("cache-control")];
  };
  const fresh = "public,max-age=0,must-revalidate";
  const forever = "public, max-age=31536000, immutable";
  expect(await get("/assets/app-one.js")).toEqual([200, "application/javascript", forever]);
  expect(await get("/")).toEqual([200, "text/html", fresh]);
  expect(await get("/results/1?t=2")).toEqual([200, "text/html", fresh]);
  expect(await get("/assets/gone.js")).toEqual([404, "text/html", fresh]);
});

test("a locked production is not touched, unless this release is to end the lock", async () => {
  const { change, promote, serves, isLocked, moves } = await start();
  change((site) => void (site.locked = true));
  expect(await promote("one")).toMatchObject({
    code: "PR435",
    message: expect.stringContaining("locked to deploy"),
    fix: expect.stringContaining("unpin"),
  });
  expect([await serves(), moves()]).toEqual([both("before"), 0]);
  await promote("one", { unpin: "true" });
  expect([await serves(), isLocked()]).toEqual([both("one"), false]);
});

test("where it is locked on purpose it is locked again after the release, and after a cut between the two", async () => {
  const { change, promote, serves, isLocked, moves } = await start();
  await promote("one", { "auto-assign": "false" });
  expect([await serves(), isLocked(), moves()]).toEqual([both("one"), true, 1]);
  change((site) => void (site.locked = false));
  await promote("one", { "auto-assign": "false" });
  expect([isLocked(), moves()]).toEqual([true, 1]);
});

test("a lock is there again after the way back, and unpin ends it once", async () => {
  const { host, change, release, isLocked } = await start();
  const [first, second] = [await release("one"), await release("two")];
  change((site) => void (site.locked = true));
  const one = await host();
  expect(await one.goBack({ from: second.id, to: first.id })).toMatchObject({ outcome: "reverted" });
  expect(isLocked()).toBe(true);
  expect(await one.unpin()).toContain("not locked any more");
  expect(await one.unpin()).toBeUndefined();
  expect(isLocked()).toBe(false);
});

test.each([
  ["ignored", "PR433", "after 3 s another deploy is published"],
  ["overtaken", "PR435", "somebody published"],
] as const)("a request that is %s is asked once, and told", async (fate, code, said) => {
  const { release, change, promote, serves, moves } = await start();
  await release("one");
  await release("two");
  change((site) => void (site.nextRestore = fate));
  expect(await promote("three")).toMatchObject({ code, message: expect.stringContaining(said) });
  expect(await serves()).not.toEqual(both("three"));
  expect(moves()).toBe(3);
});

test("a site that takes deploys from Git alone is refused; one that Git builds as well is told", async () => {
  const { host, change } = await start();
  change((site) => void (site.repository = { url: "https://github.com/acme/web", stopBuilds: false }));
  expect((await (await host()).inspect()).notes.join()).toContain("A Git integration also deploys");
  change((site) => void (site.preventNonGit = true));
  expect((await (await host()).inspect()).blocked).toMatchObject({ code: "PR435" });
});

test("a build that Netlify ends is told with its reason; the next run stages another", async () => {
  const { change, promote, serves } = await start();
  change((site) => void (site.nextFailure = "out of luck"));
  await expect(promote("one")).rejects.toMatchObject({
    code: "PR431",
    message: expect.stringMatching(/out of luck\. Production was not touched/),
  });
  await promote("one");
  expect(await serves()).toEqual(both("one"));
});

test("a deploy that is gone is no way back", async () => {
  const { host, release } = await start();
  const { id } = await release("one");
  const one = await host();
  for (const dryRun of [true, false])
    expect(await one.goBack({ from: id, to: "6fffffffffffffffffffffff" }, { dryRun })).toMatchObject({
      outcome: "irreversible",
      said: expect.stringContaining("does not keep"),
    });
});

test("a former release's file that nobody has any more is left out, and the release goes on", async () => {
  const { host, standIn } = await start();
  const site = await siteOf("one");
  const gone = {
    path: "assets/old.js",
    size: 3,
    sha1: "0".repeat(40),
    added: true,
    bytes: async () => undefined,
  } as const;
  const one = await host();
  const staged = await one.stage({ ...site, files: [...site.files, gone] }, "release-1", null);
  const { deploys } = standIn.state();
  expect(deploys.find(({ id }) => id === staged?.deployment)).toMatchObject({ state: "ready" });
  expect(deploys.filter(({ state }) => state === "error")).toHaveLength(1);
});

test("names that Netlify cannot serve are refused before anything is created", async () => {
  const { host, asked } = await start();
  const site = await siteOf("one", { "what?.txt": "x", "c#.txt": "y" });
  await expect((await host()).stage(site, "r", null)).rejects.toMatchObject({
    code: "PR449",
    message: expect.stringContaining("c#.txt, what?.txt"),
  });
  expect(asked("create")).toBe(0);
});

test("netlify.toml's redirects hold on what is deployed, and what has no effect is told", async () => {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-toml-"));
  const toml =
    '[[redirects]]\nfrom = "/old"\nto = "/new"\nstatus = 302\n[[edge_functions]]\nfunction = "x"\n';
  await writeFile(join(root, "netlify.toml"), toml);
  const { host } = await start();
  const one = await host({}, { root });
  expect((await one.inspect()).notes.join()).toContain("edge_functions has no effect");
  const staged = await one.stage(await siteOf("one"), "release-1", null);
  const { status, headers } = await fetch(`${staged?.url}/old`, { redirect: "manual" });
  expect([status, headers.get("location")]).toEqual([302, "/new"]);
});

test("a variable of the whole team is read, and set by nobody", async () => {
  const { host, standIn } = await start();
  standIn.change(({ account }) =>
    account.env.push({ key: "TEAM", secret: false, values: { all: "t" }, updatedAt: 1 }),
  );
  const one = await host();
  expect(await one.env(["TEAM"])).toMatchObject({ TEAM: { state: "value", value: "t" } });
  await expect(one.setEnv({ TEAM: "other" })).rejects.toMatchObject({ code: "PR434" });
});
