import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../../kit/ports/clock.ts";
import type { ActWorld } from "../../../rehearsal/act/arguments.ts";
import { type ActPlay, playUnderAct } from "../../../rehearsal/act/play-under-act.ts";
import { type Reaper, startReaper } from "../../../rehearsal/engines/reaper.ts";
import { newGithubState } from "../../../rehearsal/stand-ins/github/new-state.ts";
import { type GithubStandIn, startGithub } from "../../../rehearsal/stand-ins/github/start.ts";
import { root } from "../../contract/workflow-files.ts";

const commit = "c0ffee".padEnd(40, "0");
let folder: string;
let github: GithubStandIn;
let reaper: Reaper;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "prism-act-"));
  mkdirSync(join(folder, "app"));
  reaper = startReaper();
  const environments = [
    {
      name: "production",
      reviewers: ["ada"],
      secrets: { DATABASE_URL: "may write", SUPABASE_ACCESS_TOKEN: "may all" },
    },
    { name: "production-migrate", reviewers: ["ada"], secrets: { DATABASE_URL: "may write" } },
    { name: "production-observe", secrets: { SUPABASE_ACCESS_TOKEN: "may look" } },
    {
      name: "production-deploy-functions",
      reviewers: ["ada"],
      secrets: { SUPABASE_ACCESS_TOKEN: "may write" },
    },
    { name: "production-purge-cdn", secrets: { SUPABASE_ACCESS_TOKEN: "may look" } },
  ];
  const state = newGithubState({
    now: systemClock.now(),
    repository: "acme/prism",
    users: ["ada", "bob"],
    commits: { [commit]: [] },
    branches: { main: commit },
    environments,
  });
  github = await startGithub({ state, clock: systemClock });
});
afterEach(async () => {
  await github.close();
  await reaper.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A program in act's place: what it was started with is kept, then it says these lines and ends. */
async function play(lines: readonly string[], status: number): Promise<ActPlay> {
  const act = join(folder, "act-program");
  const said = JSON.stringify(lines.join("\n"));
  const keep = `require("node:fs").writeFileSync(${JSON.stringify(join(folder, "started"))}, process.argv.slice(2).join("\\n"))`;
  writeFileSync(
    act,
    `#!${process.execPath}\n${keep};\nconsole.log(${said});\nprocess.exitCode = ${status};\n`,
    {
      mode: 0o755,
    },
  );
  const world: ActWorld = {
    folder,
    repository: join(folder, "app"),
    workingDirectory: ".",
    commit,
    suite: root,
    nodeModules: join(folder, "node_modules"),
    secrets: { DATABASE_URL: "may read", HOST_TOKEN: "may read" },
    env: { PATH: process.env["PATH"] ?? "" },
    github,
    reaper,
  };
  return await playUnderAct(world, {
    act,
    caller: "examples/workflows/merge-to-main.yml",
    onEvent: () => {},
  });
}

const line = (id: string, said: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ job: `rollout/rollout/${id}   `, ...said });
const starts = (id: string): string => line(id, { step: "Set up job", msg: "⭐ Run Set up job" });

test("jobs and outcome are what act says; GitHub hears of the jobs as of those of a run of its own", async () => {
  const played = await play(
    [
      starts("migrate"),
      line("migrate", { jobResult: "failure" }),
      line("observe", { jobResult: "skipped" }),
      starts("rollback"),
      line("rollback", { command: "set-output", name: "outcome", arg: "held" }),
      "Error: Job 'migrate' failed",
    ],
    1,
  );
  expect(played).toMatchObject({
    jobs: { migrate: "failure", observe: "skipped" },
    result: "failure",
    outcome: "held",
    errors: ["Job 'migrate' failed"],
  });
  expect(github.state().runs[0]).toMatchObject({
    status: "completed",
    conclusion: "failure",
    sha: commit,
    jobs: [
      { name: "rollout / migrate", conclusion: "failure" },
      { name: "rollout / observe", conclusion: "skipped" },
      { name: "rollout / rollback", status: "in_progress" },
    ],
  });
});

test("every gate has been passed by its own reviewer, and an environment without a gate has no review", async () => {
  await play([], 0);
  expect(github.state().runs[0]?.approvals).toMatchObject([
    { state: "approved", login: "ada", environments: ["production"] },
    { state: "approved", login: "ada", environments: ["production-migrate"] },
    { state: "approved", login: "ada", environments: ["production-deploy-functions"] },
  ]);
});

test("act gets the world by its own options: the stand-in's address, the run, the shims, no secret in sight", async () => {
  await play([], 0);
  const started = readFileSync(join(folder, "started"), "utf8").split("\n");
  expect(started).toEqual(
    expect.arrayContaining([
      "ubuntu-latest=-self-hosted",
      `GITHUB_API_URL=${github.url}`,
      `SHA_REF=${commit}`,
      `GITHUB_RUN_ID=${github.state().runs[0]?.id}`,
      `prism-rollout/prism-rollout@v1=${join(folder, "act/suite")}`,
      expect.stringMatching(/^actions\/checkout@[0-9a-f]{40}=.*shims/),
    ]),
  );
  expect(started.filter((word) => /may (read|write|look|all)|ghs_/.test(word))).toEqual([]);
  const secrets: unknown = JSON.parse(readFileSync(join(folder, "act/secrets.yml"), "utf8"));
  expect(secrets).toMatchObject({
    DATABASE_URL: "may write",
    SUPABASE_ACCESS_TOKEN: "may all",
    HOST_TOKEN: "may read",
  });
});

test("act that dies without a word has played nothing", async () => {
  expect(await play([], 2)).toMatchObject({ jobs: {}, result: "failure", outcome: "", errors: [] });
});
