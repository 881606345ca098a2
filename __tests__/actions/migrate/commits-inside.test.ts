import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import { connectPostgres } from "../../../kit/ports/live-database.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { type Cut, cutting } from "../../support/cut-connection.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const base = {
  "0001_base.sql": "create table t (id int, done bool); insert into t select generate_series(1, 3)",
};

const loop = (body = ""): string =>
  `for one in select id from t where done is null order by id loop
     update t set done = true where id = one; ${body} commit;
   end loop;`;
const block = (body = ""): string => `do $$ declare one int; begin ${loop(body)} end $$`;

const done = async (project: Project): Promise<unknown> =>
  (await project.rows("select count(*)::int as n from t where done"))[0]?.["n"];

/** Migrates until the connection breaks at that point. */
async function cutOff(project: Project, cut: Cut): Promise<void> {
  const { connect } = cutting(connectPostgres, cut);
  await project.migrate({}, await project.world({ connect })).catch(() => undefined);
}

test("a block that commits as it goes runs outside of a transaction, and what is around it in its own", async () => {
  const project = await server.project({
    ...base,
    "0002_batches.sql": `create table beside (id int);\n${block()};\ninsert into beside values (1);`,
  });
  const { report } = await project.migrate();
  expect(report.tables?.[0]?.rows[1]).toContain("3 segments");
  expect(await done(project)).toBe(3);
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("a procedure that somebody has made by hand is looked at on the live database", async () => {
  const project = await server.project(base);
  await project.migrate();
  await project.rows(
    `create procedure by_hand() language plpgsql as $$ declare one int; begin ${loop()} end $$`,
  );
  await project.write({ "0002_call.sql": "select 1;\ncall by_hand();" });
  await project.migrate();
  expect(await done(project)).toBe(3);
});

const failing = {
  ...base,
  "0002_batches.sql": `select 1;\n${block("if one = 2 then perform 1/0; end if;")};\nselect 2;`,
};

test("one that fails in the middle is not run again until a person has said what is left of it", async () => {
  const project = await server.project(failing);
  const told =
    /delete from prism_rollout\.segments where version = '0002' and segment = 1.*Or write into the file/;
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR413",
    message: expect.stringMatching(
      /22012: .*It commits as it goes: what it had committed stays, and it is not run again/,
    ),
    fix: expect.stringMatching(told),
  });
  expect(await done(project)).toBe(1);
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR439",
    message: expect.stringMatching(
      /^0002 was begun before \(.*\) and did not come to the end of `do \$\$.*nothing was changed now\.$/s,
    ),
    fix: expect.stringMatching(told),
  });
  expect(await done(project)).toBe(1);
  expect(await project.ledger()).toEqual(["0001"]);
  // The file says what is left to do instead.
  await project.write({ "0002_batches.sql": `select 1;\n${block("perform 1;")};\nselect 2;` });
  await project.migrate();
  expect(await done(project)).toBe(3);
});

test.each([
  [
    "it may run from its beginning",
    "delete from prism_rollout.segments where version = '0002' and segment = 1",
    3,
  ],
  [
    "all of it is done",
    "update prism_rollout.segments set finished = now() where version = '0002' and segment = 1",
    2,
  ],
])("a person says: %s", async (_, sql, expected) => {
  const project = await server.project({ ...base, "0002_batches.sql": `select 1;\n${block()};\nselect 2;` });
  await project.migrate({}, await project.world()).catch(() => undefined);
  await project.rows(
    "update t set done = null where id > 2; delete from supabase_migrations.schema_migrations where version = '0002'",
  );
  await project.rows("delete from prism_rollout.migrations where version = '0002'");
  await cutOff(project, { at: /^do \$\$/, when: "after" });
  await project.rows("update t set done = null where id > 2");
  await expect(project.migrate()).rejects.toMatchObject({ code: "PR439" });
  await project.rows(sql);
  await project.migrate();
  expect(await done(project)).toBe(expected);
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("temporary tables and what is prepared are there again for what is left of a file", async () => {
  const project = await server.project({
    "0001_parts.sql": `create temp table stage (id int); insert into stage values (1), (2); prepare two as select 2;
      create table t (id int);\nvacuum t;\ninsert into t select id from stage; create table u as execute two;`,
  });
  await cutOff(project, { at: /^vacuum t/, when: "after" });
  await project.migrate();
  expect(await project.rows("select id from t order by 1")).toEqual([{ id: 1 }, { id: 2 }]);
});

test("rows of a temporary table that came from live ones stop it, with what to write; written, it goes on", async () => {
  const rest = "insert into kept select id from stage;";
  const begin =
    "create temp table stage as select id from t where done is null; create table kept (id int);\nvacuum t;\n";
  const project = await server.project({ ...base, "0002_parts.sql": `${begin}${rest}` });
  await cutOff(project, { at: /^vacuum t/, when: "after" });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR439",
    message: expect.stringMatching(
      /^supabase\/migrations\/0002_parts\.sql has run in part \(its first segment is done\), .*temporary table stage, .*`create temp table stage as .*` \(line 1\).*Nothing was changed now\.$/,
    ),
    fix: expect.stringMatching(/create temporary table if not exists stage as/),
  });
  const anew = "create temporary table if not exists stage as select id from t where done is null;";
  await project.write({ "0002_parts.sql": `${begin}${anew}\n${rest}` });
  await project.migrate();
  expect(await project.rows("select count(*)::int as n from kept")).toEqual([{ n: 3 }]);
});

test("a file that is tried again in its own session still has its temporary tables", async () => {
  const project = await server.project({
    ...base,
    "0002_parts.sql":
      "create temp table stage as select id from t;\nvacuum t;\nalter table t add column more int; update t set more = s.id from stage s where s.id = t.id;",
  });
  const reader = new Client({ connectionString: project.url });
  await reader.connect();
  // The reader comes when the file is at VACUUM, and goes while it pauses before the second try.
  const world = await project.world({
    connect: async (url, name) => {
      const database = await connectPostgres(url, name);
      const script = async (sql: string) => {
        const tags = await database.script(sql);
        if (sql.startsWith("vacuum")) await reader.query("begin; select * from t");
        return tags;
      };
      return { ...database, script };
    },
    clock: { ...systemClock, sleep: async (ms) => void (ms >= 1000 && (await reader.query("commit"))) },
  });
  await project.migrate({ "lock-timeout": "50ms", "lock-wait": "1s", "blocks-sessions": "0" }, world);
  await reader.end();
  expect(world.log.lines).toContainEqual(expect.stringMatching(/attempt 1 of 5 failed/));
  expect(await project.rows("select count(more)::int as n from t")).toEqual([{ n: 3 }]);
});

test.each([
  ["schema", "reindex (concurrently) schema public", "insert into t values (1)", "t_pkey_ccnew"],
  ["database", "reindex (concurrently) database", "select * from t", "t_pkey_ccold"],
])(
  "what a killed REINDEX of a %s left is dropped, and what was there before is not",
  async (_, sql, held, leftOver) => {
    const project = await server.project({
      "0001_base.sql":
        "create table t (id int primary key); create table u (id int); insert into u values (1), (1);",
    });
    await project.migrate();
    const [named] = await project.rows("select current_database() as name");
    const statement = sql.endsWith("database") ? `${sql} ${String(named?.["name"])}` : sql;
    // Unfinished, of somebody else, and called as one of ours would be.
    await project.rows("create unique index concurrently theirs_ccnew on u (id)").catch(() => undefined);
    await project.write({ "0002_reindex.sql": `select 1;\n${statement};` });
    const reader = new Client({ connectionString: project.url });
    await reader.connect();
    const { rows: sessions } = await reader.query<{ pid: number }>("select pg_backend_pid() as pid");
    await reader.query(`begin; ${held}`);
    const left = () =>
      project.rows(
        "select relname as name from pg_class where relname ~ '_cc(new|old)' and relname !~ '^pg_toast' order by 1",
      );
    // For the reader: on its way there it waits for a moment for whoever looks.
    const killWhenItWaits = async (): Promise<void> => {
      const [waits] = await project.rows(
        `select pid from pg_stat_activity where query ~ '^reindex' and datname = current_database()
            and $1 = any(pg_blocking_pids(pid))`,
        [sessions[0]?.pid],
      );
      if (waits === undefined) return await killWhenItWaits();
      await project.rows("select pg_terminate_backend($1)", [waits["pid"]]);
    };
    const [outcome] = await Promise.allSettled([
      project.migrate({ "blocks-sessions": "0" }),
      killWhenItWaits(),
    ]);
    expect(outcome).toMatchObject({ reason: { message: expect.stringMatching(/57P01/) } });
    await reader.end();
    expect(await left()).toEqual([{ name: leftOver }, { name: "theirs_ccnew" }]);
    const world = await project.world();
    await project.migrate({}, world);
    expect(world.log.lines).toContainEqual(
      expect.stringContaining(`left the index public.${leftOver} unfinished: it is dropped`),
    );
    expect(await left()).toEqual([{ name: "theirs_ccnew" }]);
  },
);
