import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { FunctionsHttpError, createClient, type SupabaseClient } from "@supabase/supabase-js";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import type { LogRow } from "../../../../rehearsal/stand-ins/supabase/state.ts";
import { saying, startWorld, type TestWorld } from "./world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await startWorld();
  const client = new Client({ connectionString: world.database });
  await client.connect();
  await client.query(`
    create table notes (id int primary key generated always as identity, owner uuid default auth.uid(), text text);
    alter table notes enable row level security;
    create policy own on notes to authenticated using (owner = auth.uid());
    create function whoami() returns text language sql stable as $$ select auth.role() $$;
    create function locked(token text) returns text language plpgsql as $$
      begin raise exception 'no entry' using errcode = 'PT401', hint = 'bring a token'; end $$;`);
  await client.end();
  while (!((await appWith(world.supabase.keys.publishable).rpc("whoami")).status < 300)) await wait(20);
});

afterAll(async () => {
  await world.close();
});

// supabase-js insists on a WebSocket, which Node 20 does not have; nothing here opens one.
const WebSocketStub = function stub() {} as unknown as typeof WebSocket;

function appWith(key: string, token?: string): SupabaseClient {
  const session = token === undefined ? {} : { accessToken: async () => token };
  return createClient(world.supabase.gatewayUrl, key, { ...session, realtime: { transport: WebSocketStub } });
}

async function rowsOf(source: LogRow["source"], count: number): Promise<LogRow[]> {
  for (;;) {
    const rows = world.supabase.state().logs.filter((row) => row.source === source);
    if (rows.length >= count) return rows;
    await wait(20);
  }
}

test("every key of the project says a role, and the client's own token goes before it", async () => {
  const { publishable, secret, anon, serviceRole } = world.supabase.keys;
  const roles = await Promise.all(
    [publishable, anon, secret, serviceRole].map(
      async (key) => (await appWith(key).rpc("whoami")).data as unknown,
    ),
  );
  expect(roles).toEqual(["anon", "anon", "service_role", "service_role"]);
  const sub = "5d2a4a52-6c1c-4f0a-9d5e-0d2b4d9c8a11";
  const ada = appWith(publishable, world.supabase.userToken({ role: "authenticated", sub }));
  await ada.from("notes").insert({ text: "mine" }).throwOnError();
  expect((await ada.from("notes").select("text, owner")).data).toEqual([{ text: "mine", owner: sub }]);
  expect((await appWith(publishable).from("notes").select()).data).toEqual([]);
});

test("an error that a function of the database raises reaches the app as it was meant", async () => {
  const { error, status } = await appWith(world.supabase.keys.publishable).rpc("locked", { token: "x" });
  expect([status, error?.message, error?.hint]).toEqual([401, "no entry", "bring a token"]);
});

test("no key, a wrong key and a browser's preflight are answered by the gateway", async () => {
  const rest = `${world.supabase.gatewayUrl}/rest/v1/notes`;
  const none = await fetch(rest);
  expect([none.status, await none.json()]).toMatchObject([401, { message: "No API key found in request" }]);
  const wrong = await fetch(rest, { headers: { apikey: "sb_publishable_of-another-project" } });
  expect([wrong.status, await wrong.json()]).toMatchObject([401, { message: "Invalid API key" }]);
  const preflight = await fetch(rest, {
    method: "OPTIONS",
    headers: { "access-control-request-method": "POST", "access-control-request-headers": "apikey" },
  });
  expect(preflight.status).toBe(200);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(preflight.headers.get("access-control-allow-headers")).toBe("apikey");
});

test("a function that verifies tokens is called with one, and only asked about CORS without", async () => {
  await world.deploy("guarded", saying("in"), { verify_jwt: true });
  const { publishable, anon } = world.supabase.keys;
  const code = async (headers: Record<string, string>): Promise<unknown> => {
    const { status, json } = await world.call("guarded", { headers });
    return [status, (json as { code?: string } | undefined)?.code];
  };
  expect(await code({})).toEqual([401, "UNAUTHORIZED_NO_AUTH_HEADER"]);
  expect(await code({ authorization: `Bearer ${publishable}` })).toEqual([
    401,
    "UNAUTHORIZED_INVALID_JWT_FORMAT",
  ]);
  expect(await code({ authorization: `Bearer ${anon.slice(0, -3)}xxx` })).toEqual([
    401,
    "UNAUTHORIZED_LEGACY_JWT",
  ]);
  expect(await code({ authorization: `Bearer ${anon}` })).toEqual([200, undefined]);
  expect(await world.call("guarded", { method: "OPTIONS" })).toMatchObject({ status: 200 });
});

test("supabase-js calls functions, which read the database with the keys they are given", async () => {
  await world.deploy(
    "count-notes",
    `import { createClient } from "npm:@supabase/supabase-js@2";
    const db = createClient(Deno.env.get("SUPABASE_URL")!, Deno.env.get("SUPABASE_SERVICE_ROLE_KEY")!);
    Deno.serve(async (request) => {
      const { fail } = await request.json();
      if (fail) return Response.json({ error: "asked to" }, { status: 500 });
      const { count } = await db.from("notes").select("*", { count: "exact", head: true });
      return Response.json({ count });
    });`,
  );
  const app = appWith(world.supabase.keys.publishable);
  expect(await app.functions.invoke("count-notes", { body: {} })).toMatchObject({
    data: { count: 1 },
    error: null,
  });
  const { error } = await app.functions.invoke("count-notes", { body: { fail: true } });
  expect(error).toBeInstanceOf(FunctionsHttpError);
});

test("answers are passed on while they are made", async () => {
  await world.deploy(
    "stream",
    `Deno.serve(() => { let push; const body = new ReadableStream({ start(c) { push = c; c.enqueue(new TextEncoder().encode("first")); } });
      setTimeout(() => { push.enqueue(new TextEncoder().encode("last")); push.close(); }, 200);
      return new Response(body); });`,
  );
  const response = await fetch(`${world.supabase.gatewayUrl}/functions/v1/stream`);
  const chunks: string[] = [];
  for await (const chunk of response.body ?? []) chunks.push(new TextDecoder().decode(chunk));
  expect(chunks).toEqual(["first", "last"]);
});

test("requests and output become log rows that belong together", async () => {
  await world.deploy(
    "talks",
    `Deno.serve(() => { console.log(JSON.stringify({ event: "scoring.completed", attempt_no: 1 })); console.error("oh"); return new Response("", { status: 202 }); });`,
  );
  const before = world.supabase.state().logs.filter((row) => row.source === "function_logs").length;
  await world.call("talks/sub?x=1", { method: "POST" });
  const [printed, error] = (await rowsOf("function_logs", before + 2)).slice(before);
  const request = (await rowsOf("function_edge_logs", 1)).at(-1);
  expect(request?.log_attributes).toMatchObject({
    "request.method": "POST",
    "request.pathname": "/functions/v1/talks/sub",
    "response.status_code": "202",
  });
  expect(printed?.event_message).toBe('{"event":"scoring.completed","attempt_no":1}\n');
  expect(error).toMatchObject({ event_message: "oh\n", severity_text: "ERROR" });
  for (const key of ["execution_id", "function_id", "deployment_id", "version"]) {
    expect(printed?.log_attributes[key]).toBe(request?.log_attributes[key]);
    expect(printed?.log_attributes[key]).toBeTruthy();
  }
  expect(await rowsOf("edge_logs", 1)).toContainEqual(
    expect.objectContaining({
      log_attributes: expect.objectContaining({ "request.path": "/rest/v1/rpc/whoami" }),
    }),
  );
});

test("a function whose process died is started again by the next request", async () => {
  await world.deploy(
    "mortal",
    `Deno.serve((r) => { if (r.method === "DELETE") setTimeout(() => Deno.exit(1), 5); return new Response("alive"); });`,
  );
  await world.call("mortal", { method: "DELETE" });
  await wait(100);
  expect(await world.call("mortal")).toMatchObject({ status: 200, text: "alive" });
});
