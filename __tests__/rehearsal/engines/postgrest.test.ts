import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createClient } from "@supabase/supabase-js";
import { createHmac } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { applyPrelude } from "../../../rehearsal/engines/prelude.ts";
import { startPostgres, type Postgres } from "../../../rehearsal/engines/postgres.ts";
import { startPostgrest, type Postgrest } from "../../../rehearsal/engines/postgrest.ts";

const jwtSecret = "a secret of at least thirty-two characters";
let folder: string;
let server: Postgres;
let rest: Postgrest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  server = await startPostgres({ folder: join(folder, "data"), superuser: "supabase_admin" });
  await applyPrelude(server.url);
  rest = await startPostgrest({ databaseUrl: server.urlFor("postgres", "authenticator"), jwtSecret });
});

afterAll(async () => {
  await rest.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function migrate(sql: string): Promise<void> {
  const client = new Client({ connectionString: server.urlFor("postgres", "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function token(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${body}.${createHmac("sha256", jwtSecret).update(body).digest("base64url")}`;
}

/** supabase-js as an app uses it, but straight at PostgREST, without the gateway's /rest/v1. */
function appAs(claims: object): ReturnType<typeof createClient> {
  const direct: typeof fetch = (input, init) => {
    if (typeof input !== "string") throw new TypeError("supabase-js asks by string");
    return fetch(input.replace("http://gateway.invalid/rest/v1", rest.url), init);
  };
  return createClient("http://gateway.invalid", token(claims), {
    global: { fetch: direct },
    realtime: { transport: WebSocketStub },
  });
}

// supabase-js insists on a WebSocket, which Node 20 does not have; nothing here opens one.
const WebSocketStub = function stub() {} as unknown as typeof WebSocket;

test("the prelude can be applied twice", async () => {
  await applyPrelude(server.url);
});

test("postgres owns the project but is no superuser, as on Supabase", async () => {
  await expect(migrate("copy (select 1) to program 'true'")).rejects.toThrow("permission denied");
  await migrate("create extension citext with schema extensions; create table public.owned (name citext)");
});

test("a migration is served at once, and row level security tells the roles apart", async () => {
  const user = "5d2a4a52-6c1c-4f0a-9d5e-0d2b4d9c8a11";
  await migrate(`
    create table notes (id uuid primary key default gen_random_uuid(), owner uuid references auth.users, text text);
    alter table notes enable row level security;
    create policy own on notes for select to authenticated using (owner = auth.uid());
    insert into auth.users (id) values ('${user}');
    insert into notes (owner, text) values ('${user}', 'mine'), (null, 'nobody''s');`);
  const texts = async (claims: object): Promise<unknown> => {
    for (;;) {
      const { data, error } = await appAs(claims).from("notes").select("text").order("text");
      // 42P01: PostgREST has not read the new schema yet.
      if (error?.code !== "42P01" && error?.code !== "PGRST205") return error ?? data;
    }
  };
  expect(await texts({ role: "anon" })).toEqual([]);
  expect(await texts({ role: "authenticated", sub: user })).toEqual([{ text: "mine" }]);
  expect(await texts({ role: "service_role" })).toEqual([{ text: "mine" }, { text: "nobody's" }]);
});

test("a database copied from one with the prelude has it as well", async () => {
  await server.createDatabase("plain");
  await applyPrelude(server.urlFor("plain"));
  const client = new Client({
    connectionString: await server.createDatabase("copied", { template: "plain" }),
  });
  await client.connect();
  const found = await client.query(
    "select auth.uid() is null as ok, to_regclass('storage.objects') is not null as files",
  );
  await client.end();
  expect(found.rows).toEqual([{ ok: true, files: true }]);
});

test("a database that is not there is an error in PostgREST's own words", async () => {
  const databaseUrl = server.urlFor("nowhere", "authenticator");
  await expect(startPostgrest({ databaseUrl, jwtSecret })).rejects.toThrow("nowhere");
}, 30_000);
