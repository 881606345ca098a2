// A server with a shop's database, of which each run gets a copy.
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../lib/rehearsal/engines/postgres.js";

const { Client } = createRequire(import.meta.url)("pg");

export const rows = 2_000_000;

const schema = `
  create table orders (id int primary key, customer int not null, total int not null, at timestamptz not null);
  insert into orders select i, i % 10000, i % 500, now() from generate_series(1, ${rows}) i;
  create index on orders (customer);
  create index on orders (at);
  analyze orders;`;

/** `work` gets a shop: `open()` makes a copy and gives its address. */
export async function withShop(work) {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-"));
  const postgres = await startPostgres({ folder: join(folder, "data") });
  let count = 0;
  try {
    const template = await session(await postgres.createDatabase("shop"), "set-up");
    await template.query(schema);
    await template.end();
    await work({
      folder,
      open: () => postgres.createDatabase(`shop_${(count += 1)}`, { template: "shop" }),
      close: (url) => postgres.dropDatabase(url.split("/").at(-1)),
    });
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A session by a name. */
export async function session(url, name) {
  const client = new Client({ connectionString: url, application_name: name });
  await client.connect();
  return client;
}
