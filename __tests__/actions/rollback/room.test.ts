import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { resume } from "../../../kit/release/standing/halt.ts";
import { releaseLease } from "../../../kit/release/standing/lease.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { systemHttp } from "../../../kit/ports/http.ts";
import { cutAtNext } from "../../support/broken-http.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const index = "supabase/functions/hello/index.ts";
const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });

/** A release that is live, and a bundle of `hello` that another deployment has left since. */
async function stage(options: Parameters<typeof liveRelease>[0] = {}): Promise<LiveRelease> {
  const made = await liveRelease({ phases: ["functions"], strict: true, ...options });
  open.push(made);
  abandon(made);
  return made;
}

/** Another deployment leaves a bundle of `hello`. */
function abandon(made: LiveRelease): void {
  const hello = made.platform.functions.get("hello");
  if (hello?.live === undefined) throw new Error("hello is not live");
  const files = new Map([...hello.live.files, [index, Buffer.from("export const abandoned = 1;")]]);
  made.platform.functions.set("hello", {
    ...hello,
    staged: { ...hello.live, version: hello.live.version + 1, files },
  });
}

const text = ({ platform }: LiveRelease): string =>
  Buffer.from(platform.functions.get("hello")?.live?.files.get(index) ?? "").toString();

const outcomes = ({ outputs }: Awaited<ReturnType<LiveRelease["rollback"]>>): unknown =>
  Object.fromEntries(
    (JSON.parse(outputs.components ?? "[]") as { component: string; outcome: string }[]).map(
      ({ component, outcome }) => [component, outcome],
    ),
  );

test.each([
  ["sources", false],
  ["bundles", true],
])(
  "a rollback by %s makes room for itself where an abandoned bundle is in its way",
  async (_, withoutSources) => {
    const made = await stage({ withoutSources });
    expect(outcomes(await made.rollback({ needs }))).toMatchObject({ hello: "reverted", world: "reverted" });
    expect(made.live()).toEqual(made.before);
  },
);

const cut = () => cutAtNext(systemHttp, "POST", /\/deploy$/, { method: "PUT", times: 2 });

test("one that ends while that bundle is live is run again, and all is back", async () => {
  const made = await stage();
  await made.rollback({ needs }, { http: cut() });
  expect(text(made)).toContain("abandoned");
  const again = await made.rollback({ needs });
  expect(outcomes(again)).toMatchObject({ hello: "reverted", world: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("what somebody else deploys over that bundle is drift", async () => {
  const made = await stage();
  await made.rollback({ needs }, { http: cut() });
  await made.deployFunctions("hotfix");
  const live = made.live();
  expect(outcomes(await made.rollback({ needs }))).toMatchObject({ hello: "drift" });
  expect(made.live()).toEqual(live);
});

/** As on a new runner: what the job before had kept is here only where that was uploaded. */
async function loseRunner({ world }: LiveRelease): Promise<void> {
  await rm(join(world.temp, "prism-rollout", "rollback"), { recursive: true });
}

test.each([
  ["sources", "POST", false],
  ["bundles", "PATCH", true],
])(
  "without a record, one by %s that lost its runner while that bundle is live is run again, and all is back",
  async (_, method, withoutSources) => {
    const made = await stage({ github: false, withoutSources });
    const path = method === "POST" ? /\/deploy$/ : /\/functions\//;
    const http = cutAtNext(systemHttp, method, path, { method: "PUT", times: 2 });
    await made.rollback({ needs }, { http });
    expect(text(made)).toContain("abandoned");
    await loseRunner(made);
    const again = await made.rollback({ needs });
    expect(outcomes(again)).toMatchObject({ hello: "reverted" });
    expect(made.live()).toEqual(made.before);
    expect(names(made)).toEqual(["hello", "world"]);
  },
);

test("without a record, and where the platform keeps no names, what the killed job has uploaded tells", async () => {
  const made = await stage({ github: false });
  made.platform.keepsNames = false;
  await made.rollback({ needs }, { http: cut() });
  const again = await made.rollback({ needs });
  expect(outcomes(again)).toMatchObject({ hello: "reverted", world: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("what such a job of another release has uploaded tells nothing", async () => {
  const made = await stage({ github: false });
  made.platform.keepsNames = false;
  const release = `production-20261121-${"0".repeat(12)}-1`;
  await made.rollback({ needs, release }, { http: cut() });
  expect(text(made)).toContain("abandoned");
  expect(outcomes(await made.rollback({ needs }))).toMatchObject({ hello: "drift" });
  expect(text(made)).toContain("abandoned");
});

test("without a record, what somebody else deploys over that bundle is left alone", async () => {
  const made = await stage({ github: false });
  await made.rollback({ needs }, { http: cut() });
  const hello = made.platform.functions.get("hello");
  if (hello?.live === undefined) throw new Error("hello is not live");
  const version = hello.live.version + 1;
  const files = new Map([...hello.live.files, [index, Buffer.from("export const hotfix = 1;")]]);
  // By a client that gives no name: that of the room stays.
  const row = { ...hello.row, version, ezbr_sha256: "f".repeat(64) };
  made.platform.functions.set("hello", { ...hello, live: { ...hello.live, version, files }, row });
  await loseRunner(made);
  expect(outcomes(await made.rollback({ needs }))).toMatchObject({ hello: "drift" });
  expect(text(made)).toContain("hotfix");
});

test("a platform that refuses the name of a room is asked without it", async () => {
  const made = await stage({ github: false });
  made.platform.fault = ({ method, body }) =>
    method === "PUT" && body.includes("abandoned")
      ? { status: 400, json: { message: "name is too long" } }
      : undefined;
  expect(outcomes(await made.rollback({ needs }))).toMatchObject({ hello: "reverted", world: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("a way back past a release whose own one ended while that bundle was live takes it along", async () => {
  const made = await liveRelease({ strict: true });
  open.push(made);
  made.platform.keepsNames = false;
  const { forge, release, manifest } = made;
  const byPerson = async () => {
    const { github, context } = await forge.another();
    return { context: { ...context, actor: "ada" }, github: async () => github };
  };
  await githubRecord(forge.github, "production", manifest.commit).close(release, "success", "released");
  await releaseLease(forge.github, "production", release);
  forge.standIn.runs.finish(Number(forge.context.runId), "success");
  const { functions } = made.live();
  await made.next("3");
  abandon(made);
  const why = { release: "last", reason: "checkout is broken" };
  const first = await byPerson();
  await made.rollback(why, { ...first, http: cut() });
  expect(text(made)).toContain("abandoned");
  forge.standIn.runs.finish(Number(first.context.runId), "failure");
  await resume(forge.github, "production", { actor: "ada" }, "it goes on by the web alone");
  await made.next("4", {}, ["web"]);
  const { outputs } = await made.rollback({ ...why, to: release }, await byPerson());
  expect(JSON.parse(outputs.components ?? "[]")).toContainEqual({ component: "hello", outcome: "reverted" });
  expect(made.live().functions).toEqual(functions);
});

const names = ({ platform }: LiveRelease): unknown =>
  [...platform.functions.values()].map(({ row }) => row["name"]);
