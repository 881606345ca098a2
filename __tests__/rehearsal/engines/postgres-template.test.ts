import { expect, test } from "@jest/globals";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startPostgres } from "../../../rehearsal/engines/postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "prism-template-"));

/** Starts a server on a new data folder, and tells which cluster it is. */
async function cluster(name: string, cache: string): Promise<string> {
  await chmod(folder, 0o755);
  const server = await startPostgres({ folder: join(folder, name), cache, superuser: "supabase_admin" });
  const client = new Client({ connectionString: server.url });
  try {
    await client.connect();
    const { rows } = await client.query("select system_identifier, current_user from pg_control_system()");
    return JSON.stringify(rows);
  } finally {
    await client.end();
    await server.stop();
  }
}

test("a new data folder is kept and unpacked for the next; a damaged one, and a folder that keeps none, is made anew", async () => {
  const cache = join(folder, "cache");
  const first = await cluster("first", cache);
  expect(first).toContain("supabase_admin");
  const [archive = "", ...more] = readdirSync(cache);
  expect(more).toEqual([]);
  expect(await cluster("second", cache)).toBe(first);
  writeFileSync(join(cache, archive), "half of an archive");
  const anew = await cluster("third", cache);
  expect(anew).not.toBe(first);
  expect(await cluster("fourth", cache)).toBe(anew);
  writeFileSync(join(folder, "no-folder"), "");
  expect([first, anew]).not.toContain(await cluster("fifth", join(folder, "no-folder")));
});
