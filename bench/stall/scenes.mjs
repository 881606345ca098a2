// Migrations that hold up whoever uses the table, each in a way of its own.
import { session } from "./shop.mjs";

export const scenes = [
  {
    name: "a column with a volatile default: the table is written anew",
    sql: "alter table orders add column token uuid default gen_random_uuid();",
    inputs: { "lock-attempts": "2" },
  },
  {
    name: "a column, and all rows filled in the same transaction",
    sql: "alter table orders add column state text;\nupdate orders set state = 'paid' where total > 10;",
    inputs: { "lock-attempts": "2" },
  },
  {
    name: "a column for nothing, behind a report of 12 s",
    sql: "alter table orders add column note text;",
    inputs: { "lock-attempts": "20" },
    beside: longReader,
  },
];

/** A report: it only reads, and everybody who wants more than that waits for it. */
async function longReader(url) {
  const client = await session(url, "report");
  await client.query("begin; select count(*) from orders");
  const timer = setTimeout(() => void client.query("commit").catch(() => undefined), 12_000);
  return {
    end: async () => {
      clearTimeout(timer);
      await client.end();
    },
  };
}
