import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { spec } from "../../../actions/migrate/spec.ts";
import { askRecord } from "../../../kit/parts/database/ledger/ahead.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { openJournal } from "../../../kit/release/record/journal.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { type GithubWorld, commit, githubWorld } from "../../support/github-world.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";
import { recordingLog } from "../../support/recording-log.ts";

let server: MigrationServer;
let forge: GithubWorld;
beforeAll(async () => {
  [server, forge] = await Promise.all([migrationServer(), githubWorld()]);
});
afterAll(() => Promise.all([server.stop(), forge.standIn.close()]));

const before = { "0001_first.sql": "create table first (id int);" };
const bad = { "0002_second.sql": "create table second (id int);" };
const token = { "github-token": "any" };

async function worldOf(project: Project) {
  return await project.world({ context: forge.context, github: async () => forge.github });
}

/** A release has applied 0002 and was rolled back; the commit that reverts it has no such file. */
async function rolledBack(target: string): Promise<Project> {
  const project = await server.project({ ...before, ...bad });
  await project.migrate({ target, ...token }, await worldOf(project));
  await rm(join(project.root, "supabase/migrations/0002_second.sql"));
  return project;
}

async function planned(project: Project, target: string) {
  const inputs = inputsFrom(spec.inputs, { "database-url": project.url, target, ...token });
  const world = await worldOf(project);
  return await planDatabase(inputs, world, await askRecord(inputs, world));
}

test("what a release of the target has applied is no drift for the hotfix that no longer has it: that is said", async () => {
  const project = await rolledBack("one");
  const part = await planned(project, "one");
  expect(part).toMatchObject({ work: "none", decisions: { head: "0002" } });
  expect(part.says).toEqual([
    "the schema is ahead of this commit: 0002 was applied by an earlier release, and stays",
  ]);
  await project.write({ "0003_third.sql": "create table third (id int);" });
  await project.migrate({ target: "one", ...token }, await worldOf(project));
  expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
});

test("a row that nobody knows is drift beside one that is known; another target's release knows nothing here", async () => {
  const project = await rolledBack("two");
  await expect(planned(project, "three")).rejects.toMatchObject({ code: "PR414" });
  await project.rows(
    "insert into supabase_migrations.schema_migrations (version, name) values ('0009', 'dashboard')",
  );
  const drift = await planned(project, "two").catch((error: Error) => error.message);
  expect(drift).toContain("0009 (dashboard) is recorded as applied, but has no file");
  expect(drift).not.toContain("0002");
});

test("a migration that failed here and stands there all the same was written by somebody else", async () => {
  const project = await server.project(before);
  await project.migrate();
  await project.rows(
    "insert into supabase_migrations.schema_migrations (version, name) values ('0002', 'by hand')",
  );
  const record = githubRecord(forge.github, "four", commit);
  const of = { release: "r", phase: "migrate", attempt: 1, approvedBy: [], log: recordingLog() } as const;
  const journal = await openJournal(record, { ...of, onChange: async () => {} });
  const failing = journal.change("0002", { before: null, intended: null }, async () => {
    throw new Error("syntax error");
  });
  await expect(failing).rejects.toThrow("syntax error");
  await expect(planned(project, "four")).rejects.toMatchObject({ code: "PR414" });
});

test("without a token nobody can ask, and a row without a file is drift", async () => {
  const project = await rolledBack("five");
  await expect(project.migrate({ target: "five" })).rejects.toMatchObject({ code: "PR414" });
});
