import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Postgres, startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { type DoctorStage, doctorStage, tokens } from "../../support/doctor-stage.ts";

let postgres: Postgres;
let folder: string;
let stage: DoctorStage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  postgres = await startPostgres({ folder: join(folder, "data") });
  stage = await doctorStage(postgres, "output");
});
afterAll(async () => {
  await stage.close();
  await postgres.stop();
  await rm(folder, { recursive: true });
});

test("--json says the same for a machine, and --quiet only what warns or fails", async () => {
  const { status, out } = await stage.ask({ args: ["--json"], env: { CDN_TOKEN: tokens.purger } });
  const told = JSON.parse(out) as Record<string, unknown> & { checks: Record<string, unknown>[] };
  expect(status).toBe(0);
  expect(told).toMatchObject({ schema: "prism-rollout/doctor@1", verdict: "pass", fail: 0 });
  expect(told["of"]).toBe(told.checks.filter(({ state }) => state !== "not asked").length);
  expect(told.checks).toContainEqual(
    expect.objectContaining({ group: "Target production", what: "Ledger", state: "ok" }),
  );
  const quiet = await stage.ask({ args: ["--quiet"], env: { CDN_TOKEN: tokens.purger } });
  expect(quiet.out).toMatch(/^warn {2}\d+ of \d+ ok, \d warn, \d not asked\n/);
  expect(quiet.out).toContain("  warn       Zone: ");
  expect(quiet.out).not.toMatch(/\n {2}(ok|not asked) /);
});

test("colours go with the word, never instead of it, and NO_COLOR and FORCE_COLOR are honoured", async () => {
  const coloured = await stage.ask({ isTTY: true });
  expect(coloured.out).toContain("\u001B[32mok       \u001B[39m  Ledger: ");
  expect((await stage.ask({ isTTY: true, env: { NO_COLOR: "1" } })).out).not.toContain("\u001B");
  expect((await stage.ask({ env: { FORCE_COLOR: "1" } })).out).toContain("\u001B[32m");
  expect((await stage.ask()).out).not.toContain("\u001B");
});

test("a terminal sees how far it is in one line that is gone at the end; a pipe sees none of it", async () => {
  const { err } = await stage.ask({ isTTY: true });
  expect(err).toMatch(/\d+ of \d+ asked; waiting 0 s for /);
  expect(err.endsWith("\r\u001B[2K")).toBe(true);
  expect(err).not.toContain("\n");
  expect((await stage.ask()).err).toBe("");
});

test("what a service says is shown on one line, without what a terminal obeys, and without a secret in it", async () => {
  const message = `\u001B]0;owned\u0007\u001B[2J\nnext  all fine ${tokens.supabase} \u202Egnorw`;
  stage.supabase.faults.push({
    method: "GET",
    path: ".*/functions",
    times: 2,
    status: 400,
    json: { message },
  });
  const { out } = await stage.ask();
  expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202E]/u);
  expect(out).not.toContain(tokens.supabase);
  expect(out.split("\n").filter((line) => line.startsWith("next  "))).toHaveLength(1);
});

test.each([
  [["--tarjet", "x"], "Unknown option '--tarjet'"],
  [["production"], 'takes options only, not "production"'],
  [["--repository", "x"], '--repository takes OWNER/NAME, not "x"'],
  [["--api-url", "github"], '--api-url takes an address, not "github"'],
])("%j is wrong usage", async (args, says) => {
  const { status, out, err } = await stage.ask({ args });
  expect({ status, out }).toEqual({ status: 64, out: "" });
  expect(err.split("\n")[0]).toContain(says);
});

test("a file that is not there, is no YAML or has no such target fails, and all else is asked", async () => {
  const absent = await stage.ask({ args: ["--config", "none.yml"] });
  expect(absent.status).toBe(1);
  expect(absent.out).toMatch(
    /fail +none\.yml: .*none\.yml is not there\. \(PR101\)\n +fix: `npx prism-rollout init`/,
  );
  expect(absent.out).toContain("  ok         Repository: ");
  const broken = (await stage.ask({ rollout: "a: [" })).out;
  expect(broken).toMatch(/fail +rollout\.yml: rollout\.yml is not YAML/);
  expect(broken).toMatch(/^next {2}rollout\.yml: Mend rollout\.yml:1:\d+; indentation counts\.$/m);
  expect((await stage.ask({ args: ["--target", "prodution"] })).out).toMatch(
    /did you mean production\? \(PR103\)/,
  );
});

test("what is wrong in the file is told a line each, with its place", async () => {
  const rollout = `migrate: { directory: supabase/migrations, forget: 1 }
deploy-functions: { functions: [hello], verify-jwt: perhaps }
purge-cdn: { cdn: cloudflare }
targets: { production: { supabase: abcdefghijklmnopqrst, gates: maybe } }
`;
  const { status, out } = await stage.ask({ rollout });
  expect(status).toBe(1);
  expect(out).toMatch(/fail +rollout\.yml: rollout\.yml:1:44: migrate\.forget: unknown key/);
  expect(out).toMatch(
    /fail +rollout\.yml: rollout\.yml:2:\d+: deploy-functions\.verify-jwt: expected .* \(PR102\)\n +fix: At rollout\.yml:2:\d+ write verify-jwt: /,
  );
  expect(out).toMatch(/fail +rollout\.yml: rollout\.yml:4:\d+: targets\.production\.gates: expected/);
  expect(out).toMatch(/fail +Section purge-cdn: .*origins/);
});

test("what to do first names the line; a value that is left open is told once, not by each section that needs it", async () => {
  const rollout = `deploy-web: { host: command }
targets: { production: { origins: , gates: none } }
`;
  const { out } = await stage.ask({ rollout });
  expect(out).toMatch(/^next {2}rollout\.yml: At rollout\.yml:2:\d+ write origins: /m);
  expect(out.match(/^ {2}fail /gm)).toHaveLength(1);
});

test("each of several targets has its own database; what is the account's serves them all", async () => {
  const rollout = stage.rollout();
  rollout.targets["staging"] = { ...rollout.targets["production"], gates: "none" };
  const { out } = await stage.ask({ rollout });
  expect(out.match(/not asked +Database: set (?:PRODUCTION|STAGING)_DATABASE_URL/g)).toHaveLength(2);
  expect(out.match(/ok +Web host: /g)).toHaveLength(2);
  const { DATABASE_URL } = stage.env;
  const env = { STAGING_DATABASE_URL: DATABASE_URL, DATABASE_URL: undefined };
  const staging = await stage.ask({ rollout, env, args: ["--target", "staging"] });
  expect(staging.out).toMatch(/Target staging\n[^]*ok +Ledger: 1 recorded/);
  expect(staging.out).not.toContain("Target production");
});
