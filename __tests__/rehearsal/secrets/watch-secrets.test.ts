import { afterEach, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changedFiles } from "../../../rehearsal/secrets/changed-files.ts";
import { type Overheard, overhearServers } from "../../../rehearsal/secrets/overhear-servers.ts";
import { watchSecrets } from "../../../rehearsal/secrets/watch-secrets.ts";
import { newGithubState } from "../../../rehearsal/stand-ins/github/new-state.ts";
import { startGithub } from "../../../rehearsal/stand-ins/github/start.ts";
import { serve } from "../../../rehearsal/stand-ins/server.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { inventedPhase } from "../../support/invented-phase.ts";

const folder = mkdtempSync(join(tmpdir(), "prism-secrets-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("every request to every server of the process is heard with its body, until nobody listens", async () => {
  const heard: Overheard[] = [];
  const server = await serve([], ({ body }) => ({ status: 200, body: String(body.length) }));
  const deafen = overhearServers((request) => heard.push(request));
  const body = "x".repeat(300_000);
  const answer = await fetch(`${server.url}/a?b=c`, { method: "POST", body, headers: { d: "e" } });
  expect(await answer.text()).toBe("300000");
  await (await fetch(`${server.url}/none`)).text();
  deafen();
  await (await fetch(`${server.url}/unheard`)).text();
  await server.close();
  const [first] = heard.filter(({ method }) => method === "POST");
  expect(first).toMatchObject({ port: server.port, url: "/a?b=c", headers: { d: "e" } });
  expect(first?.body.toString()).toBe(body);
  expect(heard.map(({ url }) => url).sort()).toEqual(["/a?b=c", "/none"]);
});

test("a folder tells what is new and what has changed, follows no link, and one that is not there has nothing", () => {
  const changed = changedFiles(folder);
  const names = (): readonly string[] =>
    changed().map(([path, content]) => `${path.slice(folder.length)} ${content.toString()}`);
  expect(names()).toEqual([]);
  mkdirSync(join(folder, "in"), { recursive: true });
  writeFileSync(join(folder, "in", "a"), "1");
  symlinkSync("/", join(folder, "link"));
  expect(names()).toEqual(["/in/a 1"]);
  expect(names()).toEqual([]);
  writeFileSync(join(folder, "in", "a"), "23");
  expect(names()).toEqual(["/in/a 23"]);
});

const token = "sbp_5d41402abc4b2a76b9719d911017c592aa6f0c21";

/** A world of which nobody plays anything, and who looks for its one secret. */
async function watched() {
  const state = newGithubState({
    now: systemClock.now(),
    repository: "acme/prism",
    users: ["ada"],
    environments: [{ name: "production-migrate", secrets: { SUPABASE_ACCESS_TOKEN: token } }],
  });
  const github = await startGithub({ state, clock: systemClock });
  const supabase = await serve([], () => ({ status: 200 }));
  const world = { github, supabase, host: { section: {} }, cdn: { port: 0 }, secrets: {}, folder };
  const watch = watchSecrets(world as unknown as Parameters<typeof watchSecrets>[0]);
  return { github, supabase, watch };
}

const job = { key: "rollout/migrate", id: "migrate", name: "migrate" };
const step = { key: "0", name: "Run it", depth: 0 };
const finished = { outcome: "success", conclusion: "success", outputs: {}, worked: 0 } as const;

test("a secret that is planted in any place is found there, and no other place is blamed", async () => {
  const { github, supabase, watch } = await watched();
  const write = (path: string): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), Buffer.from(`a ${token}`).toString("base64"));
  };
  for (const path of ["_files/output-1", "_temp/state.json", "prism/prism/kept.txt"])
    write(`runners/1-1/rollout.migrate/work/${path}`);
  write("artifacts/1/rollout-plan/plan.json");
  write("children/build-1.json");
  watch.said(job, `::add-mask::${token}`);
  watch.said(job, `token: ${encodeURIComponent(token)}`);
  watch.event({ at: 0, kind: "log", job, step, stream: "stdout", line: token });
  watch.event({ at: 0, kind: "step-finished", job, step, ...finished });
  github.change(({ faults }) => faults.push({ method: "GET", path: token, times: 0, status: 500 }));
  const stranger = await serve([], () => ({ status: 200 }));
  const headers = { authorization: `Bearer ${token}` };
  await (await fetch(supabase.url, { headers })).text();
  await (await fetch(`${stranger.url}/?token=${token}`, { method: "POST", headers, body: token })).text();
  for (const server of [stranger, supabase, github]) await server.close();
  const phase = { ...inventedPhase("migrate"), summary: token, log: [token.slice(0, 22), token.slice(22)] };
  const { found, places } = watch.end({ phases: [phase], evidence: `{"a":"${token}"}` });
  expect([...new Set(found.map(({ place }) => place))].sort()).toEqual(
    places.map(({ place }) => place).sort(),
  );
  expect(places).toHaveLength(14);
  expect(found.filter(({ where }) => where === `GET to port ${supabase.port}`)).toEqual([]);
});

test("where nothing is told nothing is found: what a runner is told to hide is not told", async () => {
  const { github, supabase, watch } = await watched();
  watch.said(job, `::add-mask::${token}`);
  await (await fetch(supabase.url, { headers: { authorization: `Bearer ${token}` } })).text();
  for (const server of [supabase, github]) await server.close();
  expect(watch.end({ phases: [], evidence: undefined })).toMatchObject({ secrets: 1, found: [] });
});

test("a child that can see what a runner gives to actions is told by the names of that, whatever stands there", async () => {
  const { github, supabase, watch } = await watched();
  mkdirSync(join(folder, "children"), { recursive: true });
  const env = {
    PATH: "/bin",
    CI: "true",
    GITHUB_ENV: "/files/env",
    ACTIONS_RESULTS_URL: "",
    "INPUT_A-B": "1",
  };
  writeFileSync(join(folder, "children", "started-git-7-1.json"), JSON.stringify({ env, argv: [] }));
  for (const server of [supabase, github]) await server.close();
  const { found } = watch.end({ phases: [], evidence: undefined });
  expect(found.map(({ secret }) => secret)).toEqual(["GITHUB_ENV", "ACTIONS_RESULTS_URL", "INPUT_A-B"]);
  expect(found[0]).toMatchObject({ how: "its name", where: "children/started-git-7-1.json" });
});
