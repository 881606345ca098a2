import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { READ_ONLY, REF, startWorld, type TestWorld } from "./world.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await startWorld();
});

// A minute later nobody has used up anything.
beforeEach(() => {
  world.clock.time += 61_000;
});

afterAll(async () => {
  await world.close();
});

const project = "/v1/projects/{ref}";

test("tokens: unknown is 401, too weak is 403, another project is 404", async () => {
  expect(await world.api("GET", project, undefined, "sbp_unknown")).toMatchObject({
    status: 401,
    json: { message: "Unauthorized" },
  });
  expect(await world.api("GET", `${project}/functions`, undefined, READ_ONLY)).toMatchObject({ status: 200 });
  expect(await world.api("PUT", `${project}/functions`, [], READ_ONLY)).toMatchObject({ status: 403 });
  expect(await world.api("POST", `${project}/secrets`, [], READ_ONLY)).toMatchObject({ status: 403 });
  expect(await world.api("GET", `/v1/projects/${"z".repeat(20)}`)).toMatchObject({
    status: 404,
    json: { message: "Project not found" },
  });
});

test("a user who asks too often is told when to come back, on that endpoint only", async () => {
  const answers = [];
  for (let n = 0; n < 121; n += 1) answers.push(await world.api("GET", `${project}/secrets`));
  expect(answers[0]?.headers.get("x-ratelimit-remaining")).toBe("119");
  expect(answers.at(-1)).toMatchObject({
    status: 429,
    json: { message: "ThrottlerException: Too Many Requests" },
  });
  expect(answers.at(-1)?.headers.get("retry-after")).toBe("60");
  expect(await world.api("GET", project)).toMatchObject({ status: 200 });
  world.clock.time += 60_000;
  expect(await world.api("GET", `${project}/secrets`)).toMatchObject({ status: 200 });
});

test("the project and its health", async () => {
  expect((await world.api("GET", project)).json).toMatchObject({ ref: REF, status: "ACTIVE_HEALTHY" });
  const health = await world.api("GET", `${project}/health?services=db,rest,auth`);
  expect(health.json).toEqual(
    ["db", "rest", "auth"].map((name) => ({ name, healthy: true, status: "ACTIVE_HEALTHY" })),
  );
  world.supabase.change((state) => (state.project.unhealthy["auth"] = "down for a rehearsal"));
  expect((await world.api("GET", `${project}/health?services=auth`)).json).toMatchObject([
    { status: "UNHEALTHY" },
  ]);
  expect(await world.api("GET", `${project}/health?services=functions`)).toMatchObject({ status: 400 });
});

test("queries run as postgres, or only read", async () => {
  const query = `${project}/database/query`;
  expect(
    await world.api("POST", query, { query: "select current_user as who, $1::int as n", parameters: [7] }),
  ).toMatchObject({
    status: 201,
    json: [{ who: "postgres", n: 7 }],
  });
  const write = { query: "create table t ()" };
  expect(await world.api("POST", query, write, READ_ONLY)).toMatchObject({ status: 400 });
  expect(await world.api("POST", `${query}/read-only`, write)).toMatchObject({
    status: 400,
    json: { message: expect.stringContaining("25006") },
  });
});

test("the ledger is empty before the first migration, and then what it says", async () => {
  const migrations = `${project}/database/migrations`;
  expect(await world.api("GET", migrations)).toMatchObject({ status: 200, json: [] });
  expect((await world.supabase.live()).ledger).toBeNull();
  const sql = `create schema supabase_migrations;
    create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
    insert into supabase_migrations.schema_migrations values ('0002', '{}', 'b'), ('0001', '{select 1}', 'a');`;
  await world.api("POST", `${project}/database/query`, { query: sql });
  expect((await world.api("GET", migrations)).json).toEqual([
    { version: "0001", name: "a" },
    { version: "0002", name: "b" },
  ]);
  expect((await world.api("GET", `${migrations}/0001`)).json).toMatchObject({ statements: ["select 1"] });
  expect((await world.supabase.live()).ledger).toBe("0002");
});

test("secrets reach functions at once, and only their digests come back", async () => {
  await world.deploy("secretive", `Deno.serve(() => new Response(Deno.env.get("COLOUR") ?? "none"));`);
  expect(await world.call("secretive")).toMatchObject({ text: "none" });
  expect(await world.api("POST", `${project}/secrets`, [{ name: "COLOUR", value: "green" }])).toMatchObject({
    status: 201,
  });
  expect(await world.call("secretive")).toMatchObject({ text: "green" });
  const digest = createHash("sha256").update("green").digest("hex");
  expect((await world.api("GET", `${project}/secrets`)).json).toMatchObject([
    { name: "COLOUR", value: digest },
  ]);
  expect(await world.api("POST", `${project}/secrets`, [{ name: "SUPABASE_X", value: "" }])).toMatchObject({
    status: 400,
  });
  await world.api("DELETE", `${project}/secrets`, ["COLOUR"]);
  expect(await world.call("secretive")).toMatchObject({ text: "none" });
});

test("notebooks are made, found by name, changed cell by cell and removed", async () => {
  const notebooks = "/v2/projects/{ref}/notebooks";
  const document = (attributes: object): object => ({ data: { type: "notebook", attributes } });
  const cells = [
    { type: "markdown", text: "# watch" },
    { type: "log", sql: "select 1", time_range: { type: "relative", unit: "hour", amount: 1 } },
  ];
  const made = await world.api("POST", notebooks, document({ name: "watch", content: { cells } }));
  const { data } = made.json as {
    data: { id: string; attributes: { content: { cells: { id: string }[] } } };
  };
  expect(data.attributes.content.cells).toHaveLength(2);
  const found = await world.api("GET", `${notebooks}?filter[name]=watch`);
  expect(found.json).toMatchObject({
    data: [{ id: data.id, attributes: { name: "watch" } }],
    links: { next: null },
  });
  const [first] = data.attributes.content.cells;
  const kept = { content: { cells: [first, { type: "markdown", text: "new" }] } };
  const changed = await world.api("PATCH", `${notebooks}/${data.id}`, document(kept));
  expect(changed.json).toMatchObject({
    data: { attributes: { name: "watch", content: { cells: [{ id: first?.id }, { text: "new" }] } } },
  });
  expect(
    await world.api("POST", notebooks, document({ name: "x", content: { cells: [{ type: "log" }] } })),
  ).toMatchObject({ status: 400 });
  await world.api("DELETE", `${notebooks}/${data.id}`);
  expect(await world.api("GET", `${notebooks}/${data.id}`)).toMatchObject({ status: 404 });
});

test("log queries are answered, or refused by name; the old endpoint is gone", async () => {
  await world.deploy("chatty", `Deno.serve(() => new Response("hi"));`);
  await world.call("chatty");
  const logs = `${project}/analytics/endpoints/logs`;
  const sql = (text: string): string => `${logs}?sql=${encodeURIComponent(text)}`;
  expect(
    (await world.api("GET", sql("select count() as n from logs where source = 'function_edge_logs'"))).json,
  ).toMatchObject({
    result: [{ n: expect.any(Number) }],
    error: null,
  });
  const rows = await world.api("GET", sql("select event_message from logs order by timestamp desc limit 1"));
  expect(rows.json).toEqual({ result: [{ event_message: "GET | 200 | /functions/v1/chatty" }], error: null });
  expect(await world.api("GET", sql("select uniq(id) from logs"))).toMatchObject({
    status: 200,
    json: { error: { code: 400, message: "Unknown function uniq", status: "INVALID_ARGUMENT" } },
  });
  expect(await world.api("GET", `${logs}.all?sql=x`)).toMatchObject({ status: 410 });
});

test("a planned fault comes before the real answer, as often as planned", async () => {
  world.supabase.change((state) =>
    state.faults.push({
      method: "GET",
      path: ".*/functions",
      times: 1,
      status: 503,
      json: { message: "busy" },
    }),
  );
  expect(await world.api("GET", `${project}/functions`)).toMatchObject({ status: 503 });
  expect(await world.api("GET", `${project}/functions`)).toMatchObject({ status: 200 });
});
