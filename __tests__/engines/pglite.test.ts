import { createHash } from "node:crypto";
import { mkdtemp, readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { loadParser } from "../../kit/judge/parser.ts";
import { fetchPglite, pglitePin } from "../../kit/shadow/engines/fetch-pglite.ts";
import { pgliteEngine } from "../../kit/shadow/engines/pglite.ts";
import { replayOn } from "../../kit/shadow/shadow.ts";
import { systemHttp } from "../../kit/ports/http.ts";
import { serveLoopback } from "../support/serve-loopback.ts";
import { tar } from "../support/tar.ts";

const installed = join(import.meta.dirname, "../../node_modules/@electric-sql/pglite");

/** The installed package, packed as a registry has it. */
async function packed(): Promise<Buffer> {
  const names = (await readdir(installed, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && !/\.(map|cts|ts|cjs|md)$/.test(entry.name),
  );
  const files = await Promise.all(
    names.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [`package/${relative(installed, path)}`, await readFile(path)] as const;
    }),
  );
  return gzipSync(tar(Object.fromEntries(files)), { level: 1 });
}

test("a machine without PostgreSQL replays on PGlite: same facts, as no superuser, and what it cannot show is said", async () => {
  const archive = await packed();
  const served = await serveLoopback((_, response) => response.end(archive));
  const integrity = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  const temp = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const world = { http: systemHttp, temp, env: {} };
  const folder = await fetchPglite(served.url, world, { ...pglitePin, integrity });
  await served.close();
  const engine = await pgliteEngine(folder, "0.5.16", ["citext", "no_such_thing"]);
  const shadow = await replayOn(
    engine,
    await loadParser(),
    {
      history: [
        {
          path: "a1.sql",
          text: `create extension citext; create extension pg_cron;
            create table public.notes (id uuid primary key default extensions.gen_random_uuid(), body citext);
            create policy own on public.notes using (auth.uid() = id);
            create function public.cleanup() returns void language plpgsql as 'begin drop table public.notes; end';`,
        },
      ],
      pending: [
        { path: "p1.sql", text: "alter table notes add column more text; set role anon;" },
        { path: "p2.sql", text: "alter table auth.users disable row level security;" },
        { path: "p3.sql", text: "select no_such_thing();" },
        { path: "p4.sql", text: "select 1; select cleanup();" },
      ],
    },
    undefined,
  );
  expect(await engine.stop()).toEqual([]);
  expect(shadow.engine).toMatch(/^PGlite 0\.5\.16, PostgreSQL 18\./);
  expect(shadow.limits).toEqual([expect.stringContaining("one session")]);
  expect(shadow.history).toEqual([]);
  expect(shadow.files).toMatchObject([
    { facts: [], locks: [{ relation: "public.notes", mode: "AccessExclusiveLock" }], stubbed: [] },
    { unverified: "must be owner of table users" },
    { unverified: "function no_such_thing() does not exist" },
    { facts: [{ kind: "table-gone", thing: "table public.notes", statement: 1 }] },
  ]);
  expect((await readdir(temp)).filter((name) => name !== "prism-rollout")).toEqual([]);
}, 180_000);
