import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, realpath, statfs, symlink, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { loadParser } from "../../../kit/judge/parser.ts";
import { quickFolder } from "../../../kit/shadow/engines/quick-folder.ts";
import { findPostgres } from "../../../kit/shadow/find-postgres.ts";
import { replayOnShadow } from "../../../kit/shadow/shadow.ts";
import { replayed as shadow, said } from "../../support/replayed.ts";
import { shadowEnv } from "../../support/shadow-env.ts";
import { testWorld } from "../../support/test-world.ts";

const migrations = join(import.meta.dirname, "../../../examples/prism/supabase/migrations");

test("what static rules cannot see is seen: each at the statement that did it", async () => {
  const { files, history, engine } = await shadow(
    [
      `create table public.notes (id int primary key, body text, kind varchar(5), extra int);
       create view public.listed as select id, body from public.notes;
       create type public.state as enum ('new', 'old');
       create function public.score(a int) returns int language sql as 'select 1';
       create function public.cleanup() returns void language plpgsql as 'begin drop table public.attic; end';
       create table public.attic (id int);
       create table public.counted (id int generated always as identity);
       create extension if not exists pg_cron;
       select cron.schedule('nightly', '0 3 * * *', 'select 1');`,
    ],
    [
      "-- a function of before drops it\nselect 1;\nselect public.cleanup();",
      "drop view public.listed; create view public.listed as select id from public.notes;",
      "drop function public.score(int); create function public.score(a int) returns text language sql as $$ select '1' $$;",
      "alter table public.notes drop column body; alter table public.notes add column body text;",
      "alter table public.notes alter column kind type varchar(50); alter table public.notes alter column extra type bigint;",
      "select no_such_thing();",
      "create table public.later (id int); alter table public.notes add column more text;",
      "drop table public.later;",
      "alter table public.counted alter column id drop identity;",
      "create index concurrently if not exists notes_body on public.notes (body);",
    ],
  );
  expect(history).toEqual([]);
  expect(engine).toMatch(/^PostgreSQL 1[78]\./);
  expect(files.map(said)).toEqual([
    ["2 table-gone table public.attic"],
    ["1 view-column-gone column public.listed.body"],
    ["1 routine-changed function public.score(int4)"],
    ["1 column-recreated column public.notes.body"],
    ["2 rewritten table public.notes", "2 column-type column public.notes.extra"],
    ["unverified: function no_such_thing() does not exist"],
    [],
    [],
    ["1 default-gone column public.counted.id"],
    [],
  ]);
}, 60_000);

test("what Supabase lets a project's owner do runs: triggers of services, extensions among the system's own, second factors", async () => {
  const { files, history } = await shadow(
    [
      `create extension if not exists pg_cron with schema pg_catalog;
       create extension if not exists hypopg with schema extensions;
       create function public.on_user() returns trigger language plpgsql as 'begin return new; end';
       create trigger on_user after insert on auth.users for each row execute function public.on_user();`,
    ],
    [
      "drop trigger if exists on_user on auth.users;",
      "create table public.secured (factor uuid references auth.mfa_factors, session uuid references auth.sessions);",
      "alter table auth.users disable row level security;",
      "select cron.schedule('nightly', '0 3 * * *', 'select 1'), vault.create_secret('a', 'b');",
    ],
  );
  expect(history).toEqual([]);
  expect(files.map(said)).toEqual([
    ["1 trigger-gone trigger on_user on auth.users"],
    [],
    ["unverified: must be owner of table users"],
    [],
  ]);
}, 60_000);

test("a file that sets search_path, as dumps do, changes nothing by that", async () => {
  const { files } = await shadow(
    [
      `create table public.notes (id int, body text); create type public.pair as (note public.notes, at date);
       create function public.all_notes() returns setof public.notes language sql as 'select * from public.notes';
       create function public.rows() returns table (id int, at date) language sql as 'select 1, current_date';
       create function public.listed(out note public.notes, out n int) language sql as 'select null::public.notes, 1';`,
    ],
    [
      "select set_config('search_path', '', false); create table public.more (id int);",
      "drop function rows(); create function rows() returns table (id int, at date, n int) language sql as 'select 1, current_date, 2';",
      "set search_path = pg_catalog; drop function public.all_notes(); create function public.all_notes() returns setof public.pair language sql as 'select null::public.pair';",
    ],
  );
  expect(files.map(said)).toEqual([[], [], ["2 routine-changed function public.all_notes()"]]);
}, 60_000);

test("of an applied file that does not run, the rest stands: what comes after it does not fail for it", async () => {
  const { files, history } = await shadow(
    ["create table public.kept (id int); select no_such_thing(); create table public.kept_too (id int);"],
    [
      "alter table public.kept add column more text;",
      "select nothing(); create table a (id int);",
      "drop table a;",
    ],
  );
  expect(history).toEqual(["a1.sql does not run on the shadow: function no_such_thing() does not exist"]);
  expect(files.map(said)).toEqual([[], ["unverified: function nothing() does not exist"], []]);
}, 60_000);

test("who reads a live table under a lock is told, whoever does so before it or on a new table is not", async () => {
  const { files } = await shadow(
    [
      "create table public.notes (id int primary key, body text); create table public.tags (id int primary key);",
    ],
    [
      "do $$ begin execute 'alter table notes add check (body <> chr(32))'; end $$;",
      "do $$ begin perform count(*) from notes; end $$; alter table notes add column more text;",
      "create table links (note int references notes); alter table links add foreign key (note) references notes;",
      "alter table tags add column note int references notes; create policy own on tags using (true);",
      "create table fresh (id int, at timestamptz); create index on fresh (at);",
      "create table copied as select * from notes; drop table notes cascade; alter table copied rename to notes;",
    ],
  );
  expect(files.map(said)).toEqual([
    ["1 constraint-added constraint notes_body_check on public.notes", "1 scanned table public.notes"],
    [],
    [],
    [],
    [],
    // Of a table that is gone, no later statement is told that it reads it.
    ["2 table-recreated table public.notes"],
  ]);
}, 60_000);

test("the sample's migrations replay, and nothing of them is a fact", async () => {
  const texts = readdirSync(migrations)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => readFileSync(join(migrations, name), "utf8"));
  const { files, history } = await shadow(texts.slice(0, 8), texts.slice(8));
  expect(history).toEqual([]);
  expect(files.map(said)).toEqual(texts.slice(8).map(() => []));
}, 60_000);

test("a server is found on the PATH, behind a link, and where Debian and Homebrew put it, newest first", async () => {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const put = async (folder: string): Promise<string> => {
    await mkdir(join(root, folder), { recursive: true });
    for (const name of ["initdb", "postgres"]) await writeFile(join(root, folder, name), "");
    return realpath(join(root, folder));
  };
  const found = (PATH: string): string | undefined => findPostgres({ PATH }, root);
  expect(found("/nowhere")).toBeUndefined();
  const brew = await put("opt/homebrew/opt/postgresql@16/bin");
  expect(found("/nowhere")).toBe(brew);
  await put("usr/lib/postgresql/9/bin");
  const debian = await put("usr/lib/postgresql/16/bin");
  expect(found("/nowhere")).toBe(debian);
  const own = await put("own");
  await mkdir(join(root, "linked"));
  await symlink(join(own, "initdb"), join(root, "linked/initdb"));
  expect(found(`/nowhere:${join(root, "linked")}`)).toBe(own);
});

test("data that nobody keeps is in memory where there is room, else in the job's folder", async () => {
  expect(await quickFolder("/temp", "/no/such/memory")).toBe("/temp");
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const { bavail, bsize } = await statfs(folder);
  expect(await quickFolder("/temp", folder)).toBe(bavail * bsize >= 2 ** 30 ? folder : "/temp");
});

test("a server that does not start is no failure: it is said why there is no shadow", async () => {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  for (const name of ["initdb", "postgres"])
    await writeFile(join(folder, name), "#!/bin/sh\necho no shared memory >&2\nexit 1\n", { mode: 0o755 });
  await chmod(folder, 0o755);
  const world = await testWorld({ env: { PATH: folder } });
  const found = await replayOnShadow(await loadParser(), { history: [], pending: [] }, world);
  expect(found).toEqual({ because: expect.stringContaining("no shared memory") });
  expect(await readdir(world.temp)).toEqual([]);
});

/** Nobody waits without an end: by then it says what for. */
async function within<T>(what: string, work: Promise<T>, ms = 30_000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`after ${ms / 1000} s, this has not come: ${what}`)), ms);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

test("a process that is killed leaves no server and no data behind", async () => {
  const temp = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const module = pathToFileURL(join(import.meta.dirname, "../../../lib/kit/shadow/start-server.js")).href;
  const env = await shadowEnv();
  const program = `
    const { startServer } = await import(${JSON.stringify(module)});
    const { url } = await startServer(${JSON.stringify(env["PATH"])}, ${JSON.stringify({ env, temp })});
    console.log(new URL(url).port);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program]);
  const port = await within(
    "the process names its port",
    new Promise<number>((resolve, reject) => {
      child.stdout.once("data", (data: Buffer) => resolve(Number(data.toString())));
      child.once("exit", (code) => reject(new Error(`the process ended before that, with ${String(code)}`)));
    }),
  );
  expect(await readdir(temp)).toHaveLength(1);
  const gone = new Promise<void>((resolve) => {
    const client = connect(port, "127.0.0.1", () => child.kill("SIGKILL"));
    client.on("error", () => undefined).once("close", () => resolve());
  });
  await within("the server closes its connections", gone);
  const until = Date.now() + 20_000;
  while ((await readdir(temp)).length > 0) {
    if (Date.now() > until) throw new Error(`20 s after its process was killed, ${temp} is not empty`);
    await new Promise(setImmediate);
  }
}, 60_000);

test("what is not approved yet can start no program and read no file of the machine", async () => {
  const { files } = await shadow(
    [],
    [
      "create table t (x text); copy t from program 'id';",
      "select pg_read_file('/etc/hostname');",
      "set role supabase_admin;",
      "create extension plpgsql_evil; create function f() returns int language c as 'x', 'y';",
    ],
  );
  expect(files.map((file) => ("unverified" in file ? "refused" : file.path))).toEqual([
    "refused",
    "refused",
    "refused",
    "refused",
  ]);
}, 60_000);
