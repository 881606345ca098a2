import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { parseConfig } from "../../../kit/config/config.ts";
import { specs } from "../../../scripts/specs.ts";
import { folderOf, tryInit, viteAndSupabase } from "./try-init.ts";

const usual = ["merge-to-main", "plan-pull-request", "rollback", "promote", "drift"].map(
  (name) => `.github/workflows/${name}.yml`,
);

test("a new Vite and Supabase project gets rollout.yml and its callers, each value with its place", async () => {
  const { status, out, err, read, has } = await tryInit(folderOf(viteAndSupabase));
  expect({ status, err }).toEqual({ status: 0, err: "" });
  const text = read("rollout.yml");
  expect(parse(text)).toEqual({
    build: { command: "npm run build", output: "dist" },
    migrate: { directory: "supabase/migrations" },
    "deploy-functions": { functions: ["hello"], "verify-jwt": false },
    "deploy-web": { host: null },
    "purge-cdn": { cdn: "none" },
    smoke: { commands: ["lint"] },
    targets: {
      production: {
        supabase: null,
        origins: null,
        gates: { migrate: "reviewers", "deploy-functions": "reviewers", "deploy-web": "reviewers" },
      },
    },
  });
  expect(text).toContain("command: npm run build # package.json:5");
  expect(text).toContain("verify-jwt: false # supabase/config.toml:3");
  expect(usual.filter((path) => !has(path))).toEqual([]);
  expect(out.split("\n")[0]).toBe(
    "6 of 6 files are new; 3 of 12 settings are for you to fill in (production).",
  );
  expect(out).toMatch(/1 of 3 {2}deploy-web\.host {2}rollout\.yml:\d+\n/);
});

test("what waits for a person is refused by the file's own reader at its line, and nothing else is", async () => {
  const { read } = await tryInit(folderOf(viteAndSupabase));
  const { issues } = parseConfig(read("rollout.yml"), "rollout.yml", "production", specs);
  expect(issues.map((issue) => issue.replace(/:\d+:\d+: /, ": ").split(": expected")[0])).toEqual([
    "rollout.yml: deploy-web.host",
    "rollout.yml: targets.production.supabase",
    "rollout.yml: targets.production.origins",
  ]);
});

test("run again there is nothing to change, and what is left to fill in is told again", async () => {
  const folder = folderOf(viteAndSupabase);
  await tryInit(folder);
  const { status, out } = await tryInit(folder);
  expect(status).toBe(0);
  expect(out.split("\n")[0]).toBe(
    "Nothing to change: 6 of 6 files are as they should be; 3 of 12 settings are for you to fill in (production).",
  );
  expect(out).toContain(
    "vercel, netlify or command; nothing in the repository tells where the web app lives",
  );
  expect(out).not.toContain("Written:");
});

test("--dry-run shows it and writes nothing", async () => {
  const { status, out, has } = await tryInit(folderOf(viteAndSupabase), ["--dry-run"]);
  expect(status).toBe(0);
  expect(out).toContain("  + build:");
  expect(out).toContain("--dry-run: nothing was written.");
  expect(["rollout.yml", ...usual].filter(has)).toEqual([]);
});

test("at a terminal a person is asked; anything but y writes nothing", async () => {
  const folder = folderOf(viteAndSupabase);
  const no = await tryInit(folder, [], { answer: "n" });
  expect({ status: no.status, has: no.has("rollout.yml") }).toEqual({ status: 1, has: false });
  expect(no.out).toContain("Write 6 files? [y/N]");
  const yes = await tryInit(folder, [], { answer: "y" });
  expect({ status: yes.status, has: yes.has("rollout.yml") }).toEqual({ status: 0, has: true });
});

test("who closes the question has said no", async () => {
  const { status, out, has } = await tryInit(folderOf(viteAndSupabase), [], { answer: "", ends: true });
  expect({ status, has: has("rollout.yml") }).toEqual({ status: 1, has: false });
  expect(out).toContain("Write 6 files? [y/N]");
});

test("what is there is shown as a difference, and overwritten only when somebody says so", async () => {
  const caller = ".github/workflows/rollback.yml";
  const folder = folderOf({ ...viteAndSupabase, [caller]: "name: rollback\non: push\njobs: {}\n" });
  const piped = await tryInit(folder);
  expect(piped.status).toBe(64);
  expect(piped.out).toContain("-jobs: {}");
  expect(piped.err).toContain(`Nobody can be asked here whether ${caller} may be overwritten: add --yes.`);
  expect(piped.has("rollout.yml")).toBe(false);
  const asked = await tryInit(folder, [], { answer: "n" });
  expect(asked.out).toContain("Write 6 files, 1 of them over what is there? [y/N]");
  const yes = await tryInit(folder, ["--yes"]);
  expect(yes.status).toBe(0);
  expect(yes.read(caller)).toContain("actions/rollback@v1");
});

test("--json is one object that says all of it", async () => {
  const { out } = await tryInit(folderOf(viteAndSupabase), ["--json"]);
  expect(out.trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(out)).toMatchObject({
    schema: "prism-rollout/init@1",
    repository: "acme/app",
    stack: ".",
    targets: ["production"],
    written: ["rollout.yml", ...usual],
    fill: [
      { key: "deploy-web.host", line: expect.any(Number) },
      { key: "targets.production.supabase" },
      { key: "targets.production.origins" },
    ],
  });
});

test("an empty folder has nothing to release", async () => {
  const { status, err, has } = await tryInit(folderOf({}, { git: false }));
  expect(status).toBe(1);
  expect(err).toMatch(/^PR105: There is nothing to release in .*: no migrations, no functions/);
  expect(has("rollout.yml")).toBe(false);
});

test.each([
  [["--tarjet", "x"], "Unknown option '--tarjet'"],
  [["production"], 'init takes options only, not "production"'],
  [["--target", "a b"], '--target takes a letter, then letters, digits, _ and -, not "a b"'],
  [["--target", "null"], "--target takes a letter"],
  [["--target", "a", "--target", "b", "--target", "c"], "--target can be given twice, not 3 times"],
])("%j is wrong usage", async (args, says) => {
  const { status, err } = await tryInit(folderOf({}, { git: false }), args);
  expect(status).toBe(64);
  expect(err.split("\n")[0]).toContain(says);
});

test("a caller that does not exist is refused with those that do", async () => {
  const { status, err } = await tryInit(folderOf(viteAndSupabase), ["--callers", "relaese"]);
  expect(status).toBe(1);
  expect(err).toMatch(/^PR105: There is no caller relaese\.\nChoose of drift, merge-to-main/);
});

test("a caller for two targets needs two", async () => {
  const { status, err } = await tryInit(folderOf(viteAndSupabase), ["--callers", "staging-then-production"]);
  expect(status).toBe(1);
  expect(err).toMatch(/^PR103: The caller staging-then-production is for two targets\.\nName both/);
});

test("colours are for a terminal; NO_COLOR turns them off and FORCE_COLOR on", async () => {
  const folder = folderOf(viteAndSupabase);
  const coloured = async (options: object) =>
    (await tryInit(folder, ["--dry-run"], options)).out.includes("\u001B[");
  expect(await coloured({})).toBe(false);
  expect(await coloured({ answer: "" })).toBe(true);
  expect(await coloured({ answer: "", env: { NO_COLOR: "1" } })).toBe(false);
  expect(await coloured({ env: { FORCE_COLOR: "1" } })).toBe(true);
});
