import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import { loadParser } from "../../../../kit/judge/parser.ts";
import { copyStates } from "../../../../kit/compatibility/copies.ts";
import type { Visitor } from "../../../../kit/shadow/visitor.ts";
import { replayOnShadow } from "../../../../kit/shadow/shadow.ts";
import { type Postgres, startPostgres } from "../../../../rehearsal/engines/postgres.ts";
import { testWorld } from "../../../support/test-world.ts";

let server: Postgres;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  server = await startPostgres({ folder: join(folder, "data"), superuser: "supabase_admin" });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function asked(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Databases and roles of the server, without the system's own. */
const inventory = `select array(select datname::text from pg_database order by 1) as databases,
  array(select rolname::text from pg_roles where rolname !~ '^pg_' order by 1) as roles`;

async function replayed(databaseUrl: string, pending: string, visitor?: Visitor) {
  const files = {
    history: [{ path: "a.sql", text: "create table t (id int);" }],
    pending: [{ path: "p.sql", text: pending }],
  };
  return await replayOnShadow(await loadParser(), files, await testWorld(), visitor, { databaseUrl });
}

test("a server that is named is used, as no superuser, and is left as it was", async () => {
  const url = await server.createDatabase("mine");
  const before = await asked(url, inventory);
  // What a run that was killed has left.
  await asked(url, "create database prism_rollout_shadow_0123456789ab");
  const shadow = await replayed(url, "do $$ begin execute 'drop table t'; end $$;");
  expect(shadow).toMatchObject({
    engine: expect.stringMatching(/^PostgreSQL 1\d\./),
    limits: [],
    history: [],
    files: [{ facts: [{ kind: "table-gone" }] }],
  });
  expect(await replayed(url, "copy t from program 'id';")).toMatchObject({
    files: [{ unverified: expect.stringContaining("permission denied") }],
  });
  expect(await asked(url, inventory)).toEqual(before);
}, 60_000);

test("copies that were made of it on a server that is named are gone, too", async () => {
  const url = await server.createDatabase("copied");
  const before = await asked(url, inventory);
  const copies = copyStates(1);
  await replayed(url, "create table u (id int);", copies.visitor);
  expect(copies.problem()).toBeUndefined();
  expect(copies.nameOf(1)).toMatch(/^prism_rollout_shadow_/);
  expect(await asked(url, inventory)).toEqual(before);
}, 60_000);

test("a database that has something in it is refused and not touched: it may be a live one", async () => {
  const url = await server.createDatabase("live");
  await asked(url, "create table people (id int)");
  const before = await asked(url, inventory);
  await expect(replayed(url, "select 1")).rejects.toMatchObject({
    code: "PR428",
    message: expect.stringContaining("is not empty: it has relation people"),
  });
  expect(await asked(url, inventory)).toEqual(before);
});

test("who is no superuser, a `postgres` of somebody else's and a second run are refused, each with its fix", async () => {
  const url = await server.createDatabase("other");
  await asked(url, "create role weak login password 'w'");
  const weak = Object.assign(new URL(url), { username: "weak", password: "w" }).toString();
  await expect(replayed(weak, "select 1")).rejects.toMatchObject({
    code: "PR428",
    message: expect.stringContaining("no superuser"),
  });
  await asked(url, "create role postgres superuser");
  await expect(replayed(url, "select 1")).rejects.toMatchObject({
    code: "PR428",
    fix: expect.stringContaining("POSTGRES_USER"),
  });
  await asked(url, "drop role postgres");
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_advisory_lock(hashtextextended('prism-rollout shadow', 0))");
  await expect(replayed(url, "select 1")).rejects.toMatchObject({
    code: "PR428",
    message: expect.stringContaining("in use"),
  });
  await client.end();
  await asked(url, "drop role weak");
});

test("a server that does not answer is said to be unreachable, without its password", async () => {
  const at = new URL(server.urlFor("postgres"));
  const url = `postgresql://supabase_admin:s3cret-pa55@127.0.0.1:1/${at.pathname.slice(1)}`;
  const error = await replayed(url, "select 1").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "PR411" });
  expect((error as Error).message).not.toContain("s3cret");
});
