import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const files = {
  "0001_first.sql": "create table first (id int);",
  "0002_second.sql": "create table second (id int);\ncreate index concurrently by_id on second (id);",
};
const dry = { "dry-run": "true" };
const untouched = [{ schemas: "0" }];
const made =
  "select count(*) as schemas from pg_namespace where nspname in ('supabase_migrations', 'prism_rollout')";

test("a dry run shows what would be applied and how, and changes nothing: neither ledger nor own schema is made", async () => {
  const project = await server.project(files);
  const world = await project.world();
  const { outputs, report } = await project.migrate(dry, world);
  expect(report).toMatchObject({
    verdict: "pass",
    reason: "2 migrations would be applied. Nothing was changed.",
    next: "Run it without dry-run to apply them.",
    tables: [
      {
        rows: [
          ["0001", "first", "1", "one transaction", "-"],
          ["0002", "second", "2", "2 segments", "-"],
        ],
      },
    ],
  });
  expect(outputs).toEqual({ pending: '["0001","0002"]', applied: "[]", head: "" });
  expect(world.emitted).toMatchObject({ work: "some", digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(world.log.lines).toContain("info: apply 0001 first");
  expect(await project.rows(made)).toEqual(untouched);
});

test("what it shows is what is then done; afterwards nothing would be", async () => {
  const project = await server.project(files);
  const [shown, done] = [await project.migrate(dry), await project.migrate()];
  expect(done.outputs.pending).toBe(shown.outputs.pending);
  expect(done.outputs.applied).toBe(shown.outputs.pending);
  expect((await project.migrate(dry)).report).toMatchObject({
    reason: "0 migrations would be applied. Nothing was changed.",
    next: "Nothing to do.",
  });
});

test("what may not run is refused in a dry run, too", async () => {
  const project = await server.project({ ...files, "0003_third.sql": "drop table gone;" });
  await expect(project.migrate(dry)).rejects.toMatchObject({ code: "PR412" });
  expect(await project.rows(made)).toEqual(untouched);
});

test("inside of an approved release it is refused: the phases behind it would go on", async () => {
  const project = await server.project(files);
  const world = await project.world();
  await project.migrate(dry, world);
  const digest = world.emitted["digest"] ?? "";
  await expect(project.migrate({ ...dry, "plan-digest": digest })).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringContaining("would go live on the old schema"),
  });
});
