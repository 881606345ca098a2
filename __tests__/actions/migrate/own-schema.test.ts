import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const base = { "0001_base.sql": "create table t (id int)" };

test("a role that a file becomes is its own between its segments, and never writes our notes", async () => {
  const project = await server.project({
    "0001_role.sql":
      "create role owner_of_it; create schema its authorization owner_of_it;\nset role owner_of_it;\nbegin; create table its.a (id int); commit;\ncreate index concurrently on its.a (id);\nbegin; create table its.b (id int); commit;",
  });
  await project.migrate();
  expect(await project.rows("select tableowner from pg_tables where schemaname = 'its'")).toEqual([
    { tableowner: "owner_of_it" },
    { tableowner: "owner_of_it" },
  ]);
});

test("our schema is nobody's but the owner's, whatever default privileges say", async () => {
  const project = await server.project({ "0002_more.sql": "select 1" });
  await project.rows(
    `do $$ begin if not exists (select from pg_roles where rolname = 'anon') then create role anon; create role authenticated; create role service_role; end if; end $$`,
  );
  await project.rows(
    "alter default privileges grant all on tables to anon, authenticated, service_role, public",
  );
  await project.rows("alter default privileges grant all on schemas to anon, public");
  await project.migrate();
  expect(
    await project.rows(
      `select role, t.relname from unnest(array['anon', 'authenticated', 'service_role']) role, pg_class t
        where t.relnamespace = 'prism_rollout'::regnamespace and t.relkind = 'r'
          and (has_table_privilege(role, t.oid, 'select, insert, update, delete, truncate')
            or has_schema_privilege(role, 'prism_rollout', 'usage, create'))`,
    ),
  ).toEqual([]);
});

test("a schema of our name that belongs to somebody else is not written to", async () => {
  const project = await server.project(base);
  await project.rows("create role squatter");
  await project.rows("create role deployer login");
  await project.rows("create schema prism_rollout authorization squatter");
  await project.rows(`grant create on database ${new URL(project.url).pathname.slice(1)} to deployer`);
  await project.rows("create schema supabase_migrations authorization deployer");
  const database = decodeURIComponent(new URL(project.url).pathname.slice(1));
  const url = server.postgres.urlFor(database, "deployer");
  await expect(project.migrate({ "database-url": url })).rejects.toMatchObject({
    code: "PR418",
    message: expect.stringContaining("belongs to squatter. Nothing was changed."),
  });
});
