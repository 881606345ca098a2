import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { type Postgres, startPostgres } from "../../rehearsal/engines/postgres.ts";
import { applyPrelude } from "../../rehearsal/engines/prelude.ts";

const folder = join(resolve(import.meta.dirname, "../.."), "conformance/corpus/histories");
let server: Postgres;

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), "prism-histories-"));
  server = await startPostgres({ folder: data, superuser: "supabase_admin" });
}, 60_000);
afterAll(() => server.stop());

test.each(["chat", "shop", "teams"])(
  "the history of %s replays on a project's first day, file by file",
  async (name) => {
    const files = readdirSync(join(folder, name)).toSorted();
    expect(files).toHaveLength(30);
    const url = await server.createDatabase(name);
    await applyPrelude(url);
    const client = new Client({ connectionString: server.urlFor(name, "postgres") });
    await client.connect();
    try {
      for (const file of files) {
        const sql = readFileSync(join(folder, name, file), "utf8");
        await client.query(sql).catch((error: Error) => {
          throw new Error(`${file}: ${error.message}`);
        });
      }
    } finally {
      await client.end();
    }
  },
);
