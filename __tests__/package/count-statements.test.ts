import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { type Postgres, startPostgres } from "../../rehearsal/engines/postgres.ts";
import { type CountedWay, countStatements } from "../../scripts/performance/count-statements.ts";

const folder = mkdtempSync(join(tmpdir(), "prism-counted-"));
let postgres: Postgres;
let way: CountedWay;

beforeAll(async () => {
  postgres = await startPostgres({ folder: join(folder, "data") });
  way = await countStatements(postgres.port);
}, 60_000);
afterAll(async () => {
  await way.close();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

async function statementsOf(work: (client: Client) => Promise<unknown>): Promise<number> {
  const before = way.sent();
  const client = new Client({ connectionString: way.through(postgres.url) });
  await client.connect();
  const closed = new Promise((done) => client.once("end", done));
  await work(client);
  await client.end();
  await closed;
  // The way hears of the end when the client does, or just after.
  while (way.sent().bytes === before.bytes) await new Promise((done) => setImmediate(done));
  return way.sent().statements - before.statements;
}

test("a query of several statements is one, each execution of a prepared one is one, and a login is none", async () => {
  expect(await statementsOf(async () => undefined)).toBe(0);
  expect(await statementsOf((client) => client.query("select 1; select 2"))).toBe(1);
  const prepared = { name: "twice", text: "select $1::int as n", values: [7] };
  expect(
    await statementsOf(async (client) => {
      expect((await client.query(prepared)).rows).toEqual([{ n: 7 }]);
      await client.query(prepared);
    }),
  ).toBe(2);
});

test("a message of many packets is one, and every byte of it is counted", async () => {
  const long = `select length('${"x".repeat(300_000)}') as n`;
  const before = way.sent().bytes;
  expect(await statementsOf((client) => client.query(long))).toBe(1);
  expect(way.sent().bytes - before).toBeGreaterThan(300_000);
});
