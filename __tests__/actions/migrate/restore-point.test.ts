import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Clock } from "../../../kit/ports/clock.ts";
import { systemHttp } from "../../../kit/ports/http.ts";
import { newSupabaseState } from "../../../rehearsal/stand-ins/supabase/state.ts";
import { type SupabaseStandIn, startSupabase } from "../../../rehearsal/stand-ins/supabase/start.ts";
import { loseAnswer } from "../../support/broken-http.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

const ref = "abcdefghijklmnopqrst";
const all = `sbp_${"0a".repeat(20)}`;
const reader = `sbp_${"1b".repeat(20)}`;

let server: MigrationServer;
let supabase: SupabaseStandIn;
beforeAll(async () => {
  server = await migrationServer();
  const tokens = {
    [all]: { user: "ada", permissions: "all" as const },
    [reader]: { user: "bob", permissions: ["backups_read", "project_admin_read"] },
  };
  supabase = await startSupabase({
    state: newSupabaseState({ ref, tokens }),
    clock: { now: () => Date.parse("2026-11-22T10:00:00Z") },
    databaseUrl: await server.postgres.createDatabase("platform"),
    jwtSecret: "a secret of at least thirty-two characters",
  });
});
afterAll(async () => {
  await supabase.close();
  await server.stop();
});

/** Time passes by waiting, and by nothing else. */
function quickClock(): Clock {
  let now = 0;
  return { now: () => now, sleep: (ms) => Promise.resolve(void (now += ms)) };
}

async function migrated(project: Project, given: Readonly<Record<string, string>> = {}, http = systemHttp) {
  const asked = supabase.requests.length;
  const world = await project.world({ clock: quickClock(), http });
  const inputs = {
    "restore-point": "true",
    supabase: ref,
    "supabase-access-token": all,
    "supabase-api-url": supabase.url,
    "health-services": "",
    ...given,
  };
  const done = await project.migrate(inputs, world);
  const calls = supabase.requests
    .slice(asked)
    .map(({ method, path }) => `${method} ${path.split("/").at(-1)}`);
  const { receipt } = world.emitted as { readonly receipt?: string };
  return { outputs: done.outputs, calls: calls.filter((call) => !call.endsWith("health")), world, receipt };
}

const files = { "0001_first.sql": "create table notes (id int)" };
const applied = async (project: Project): Promise<unknown> =>
  (await project.rows("select to_regclass('notes') is not null as there"))[0]?.["there"];

test("a restore point is made and there before the first file runs; a run that is run again keeps its own", async () => {
  supabase.change((state) => void delete state.backups.restorePoints["run-42"]);
  const project = await server.project(files);
  const { outputs, calls, world, receipt } = await migrated(project);
  expect(outputs).toMatchObject({ applied: '["0001"]', "restore-point": "run-42" });
  expect(JSON.parse(receipt ?? "")).toMatchObject({ before: { head: null, restorePoint: "run-42" } });
  expect(world.emitted).toMatchObject({ "restore-point": "run-42" });
  expect(calls).toEqual([
    "GET restore-point",
    "POST restore-point",
    "GET restore-point",
    "GET restore-point",
  ]);
  await project.write({ "0002_second.sql": "create table more (id int)" });
  const again = await migrated(project);
  expect(again.outputs["restore-point"]).toBe("run-42");
  expect(again.calls).toEqual(["GET restore-point"]);
});

test("without one nothing runs: no physical backups, one that fails, one that takes too long", async () => {
  const refusedWith = async (
    message: RegExp,
    given: Readonly<Record<string, string>> = {},
  ): Promise<void> => {
    supabase.change((state) => void delete state.backups.restorePoints["run-42"]);
    const project = await server.project(files);
    await expect(migrated(project, given)).rejects.toMatchObject({
      code: "PR438",
      message: expect.stringMatching(message),
    });
    expect(await applied(project)).toBe(false);
  };
  await refusedWith(/it was not there after 0 s. Nothing was changed/, { "restore-point-wait": "0s" });
  supabase.change((state) => void (state.backups.ends = "FAILED"));
  await refusedWith(/Supabase says FAILED of it/);
  supabase.change((state) => void Object.assign(state.backups, { ends: "AVAILABLE", physical: false }));
  await refusedWith(/Physical backups are not enabled for this project/);
  supabase.change((state) => void (state.backups.physical = true));
});

test("a token that may not is explained; without project or token it is said what is missing", async () => {
  supabase.change((state) => void delete state.backups.restorePoints["run-42"]);
  const project = await server.project(files);
  await expect(migrated(project, { "supabase-access-token": reader })).rejects.toMatchObject({
    code: "PR302",
    fix: expect.stringContaining("backups_write"),
  });
  await expect(project.migrate({ "restore-point": "true" })).rejects.toMatchObject({ code: "PR104" });
  expect(await applied(project)).toBe(false);
});

test("an answer that was lost on the way is asked for, and none is made twice", async () => {
  supabase.change((state) => void delete state.backups.restorePoints["run-42"]);
  const http = loseAnswer(systemHttp, "POST", /restore-point$/);
  const { calls } = await migrated(await server.project(files), {}, http);
  expect(calls.filter((call) => call.startsWith("POST"))).toHaveLength(1);
});
