import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { type Postgres, startPostgres } from "../../rehearsal/engines/postgres.ts";
import { serveLoopback } from "../support/serve-loopback.ts";
import { databaseProxy } from "./faults/database-proxy.ts";
import { type FaultName, databaseFaults, faultsOf, httpFaults, newBook } from "./faults/faults.ts";
import { httpProxy, placeOf } from "./faults/http-proxy.ts";

let folder: string;
let server: Postgres;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  server = await startPostgres({ folder: join(folder, "data") });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What a client sees of two calls, of which the first meets the fault, and what the service has carried out. */
async function asked(name: FaultName, lasts = false) {
  const carried: string[] = [];
  const service = await serveLoopback((request, response) => {
    carried.push(request.url ?? "");
    response.setHeader("content-type", "application/json").end('{"is":"the whole answer"}');
  });
  const book = newBook({ call: "api POST /a #1", fault: { name, onwards: lasts } });
  const proxy = await httpProxy("api", service.url, () => book);
  const ask = async (): Promise<string> => {
    try {
      const options = { method: "POST", body: "x", signal: AbortSignal.timeout(1500) };
      const response = await fetch(`${proxy.url}/a`, options);
      return `${response.status} ${await response.text()}`;
    } catch (error) {
      const { name: kind, cause } = error as { name: string; cause?: { code?: string } };
      return cause?.code ?? kind;
    }
  };
  const seen = [await ask(), await ask()];
  await Promise.all([proxy.close(), service.close()]);
  return { seen, carried: carried.length, hit: book.hit };
}

const whole = '200 {"is":"the whole answer"}';

test.each<[FaultName, RegExp, number]>([
  ["reset", /^(ECONNRESET|UND_ERR_SOCKET)$/, 1],
  ["stalled", /^TimeoutError$/, 1],
  ["delayed", /^200 \{"is":"the whole answer"\}$/, 2],
  ["truncated", /^(TypeError|UND_ERR_SOCKET)$/, 2],
  ["429", /^429 /, 1],
  ["429 with Retry-After", /^429 /, 1],
  ["500", /^500 \{/, 1],
  ["502 page", /^502 <!doctype html>/, 1],
  ["page", /^200 <!doctype html>/, 1],
  ["error in a 200", /^200 \{"error"/, 1],
  ["invalid JSON", /^200 \{"id": 1, "name": "$/, 1],
  ["answer lost", /^(ECONNRESET|UND_ERR_SOCKET)$/, 2],
])("a call meets «%s», and the one after it does not", async (name, seen, carried) => {
  const came = await asked(name);
  expect(came).toEqual({ seen: [expect.stringMatching(seen), whole], carried, hit: true });
});

test("a service that refuses does not listen; from there on it never does", async () => {
  const { seen, carried } = await asked("refused");
  expect(seen[0]).toMatch(/^(UND_ERR_SOCKET|ECONNRESET)$/);
  expect(seen[1]).toBe("ECONNREFUSED");
  expect(carried).toBe(0);
  expect((await asked("500", true)).seen).toEqual([
    expect.stringMatching(/^500/),
    expect.stringMatching(/^500/),
  ]);
});

/** What two statements of a session give, of which the first meets the fault, and which rows are there then. */
async function queried(name: FaultName) {
  const url = await server.createDatabase(`t_${name.replace(" ", "_")}`);
  const direct = new Client({ connectionString: url });
  await direct.connect();
  await direct.query("create table t (n int)");
  const book = newBook({ call: "database insert into t values (1) #1", fault: { name, onwards: false } });
  const proxy = await databaseProxy(url, () => book);
  const client = new Client({ connectionString: proxy.url, query_timeout: 1000 });
  client.on("error", () => undefined);
  await client.connect();
  const seen = await client.query("insert into t values (1)").then(
    () => "done",
    (error: Error) => error.message,
  );
  const { rows } = await direct.query<{ n: number }>("select count(*)::int as n from t");
  await Promise.all([direct.end(), proxy.close()]);
  return { seen, rows: rows[0]?.n, hit: book.hit };
}

test.each<[FaultName, RegExp, number]>([
  ["reset", /Connection terminated|ECONNRESET/, 0],
  ["stalled", /timeout/, 0],
  ["delayed", /^done$/, 1],
  ["truncated", /Connection terminated|ECONNRESET/, 1],
  ["answer lost", /Connection terminated|ECONNRESET/, 1],
])("a statement meets «%s»", async (name, seen, rows) => {
  expect(await queried(name)).toEqual({ seen: expect.stringMatching(seen), rows, hit: true });
});

test("a database that refuses lets nobody in, once", async () => {
  const book = newBook({ call: "database connect #1", fault: { name: "refused", onwards: false } });
  const proxy = await databaseProxy(server.url, () => book);
  const client = new Client({ connectionString: proxy.url });
  client.on("error", () => undefined);
  await expect(client.connect()).rejects.toThrow(/Connection terminated|ECONNRE/);
  await proxy.close();
});

test("every call has its faults, and what differs from run to run is no part of its name", () => {
  expect(faultsOf("github GET / #1")).toHaveLength(httpFaults.length + 3);
  expect(faultsOf("database commit #1")).toHaveLength(databaseFaults.length + 1);
  expect(placeOf("/v13/deployments/dpl_0000a1?b=1&a=2&a=3")).toBe("/v13/deployments/:id?a&b");
  expect(placeOf("/v4/aliases/127.0.0.1%3A4711")).toBe("/v4/aliases/:host");
});
