import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import { connectPostgres } from "../../../kit/ports/live-database.ts";
import { type Cut, cutting } from "../../support/cut-connection.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

/** Migrates until the connection breaks at that point, in whatever way the server takes it. */
async function cutOff(project: Project, cut: Cut): Promise<string> {
  const { connect } = cutting(connectPostgres, cut);
  const ended = await project.migrate({}, await project.world({ connect })).then(
    () => "it was not cut off",
    (error: Error) => error.message,
  );
  return ended;
}

async function again(project: Project): Promise<readonly string[]> {
  const world = await project.world();
  expect((await project.migrate({}, world)).report.verdict).toBe("pass");
  return world.log.lines;
}

test.each([
  ["an index", "create index concurrently by_note on t (note)", true],
  ["an index without a name", "create index concurrently on t (note, lower(note)) include (id)", true],
  ["an index that is dropped", "drop index concurrently old", true],
  ["a partition that is detached", "alter table p detach partition p1 concurrently", true],
  ["a database", "create database made_by_segments", true],
  ["what may be done twice", "vacuum t", false],
  ["an index that is built anew", "reindex index concurrently old", false],
])(
  "%s: cut off after it is done and before that is noted, it is not done again unless that does no harm",
  async (_, sql, told) => {
    const waiver = sql.includes("detach") ? "-- rollout-allow: detach-partition it is kept apart\n" : "";
    const project = await server.project({
      "0001_base.sql":
        "create table t (id int, note text); create index old on t (id); create table p (id int) partition by list (id); create table p1 partition of p for values in (1);",
    });
    await project.migrate();
    await project.write({
      "0002_alone.sql": `insert into t values (1, 'once');\n${waiver}${sql};\ninsert into t values (2, 'once');`,
    });
    const text = new RegExp(`^${sql.replace(/[()]/g, "\\$&")}$`);
    await cutOff(project, { at: text, when: "after" });
    expect(await project.ledger()).toEqual(["0001"]);
    const lines = await again(project);
    expect(lines.some((line) => /had done `.*`: it is not run again/.test(line))).toBe(told);
    expect(await project.rows("select id from t order by id")).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await project.ledger()).toEqual(["0001", "0002"]);
    const made = await project.rows("select count(*)::int as n from pg_index where indrelid = 't'::regclass");
    expect(made).toEqual([{ n: sql.startsWith("create index") ? 2 : sql.startsWith("drop") ? 0 : 1 }]);
  },
);

test("a partition whose detaching was cut off is detached to its end", async () => {
  const project = await server.project({
    "0001_base.sql":
      "create table p (id int) partition by list (id); create table p1 partition of p for values in (1);",
  });
  await project.migrate();
  await project.write({
    "0002_detach.sql":
      "-- rollout-allow: detach-partition it is kept apart\nalter table p detach partition p1 concurrently",
  });
  const reader = new Client({ connectionString: project.url });
  await reader.connect();
  await reader.query("begin; select * from p");
  await expect(project.migrate({ "statement-timeout": "300ms" })).rejects.toMatchObject({
    message: expect.stringMatching(/57014.*It runs outside of a transaction.*none of its 1 segment are done/),
  });
  expect(await project.rows("select inhdetachpending as pending from pg_inherits")).toEqual([
    { pending: true },
  ]);
  await reader.end();
  await again(project);
  expect(await project.rows("select inhdetachpending as pending from pg_inherits")).toEqual([]);
});

test("what finished segments have set holds for those that are left, and for the author's limits", async () => {
  const project = await server.project({
    "0001_set.sql":
      "create schema app;\nset search_path = app; set statement_timeout = '7min';\nvacuum;\ncreate table here (t text);\nvacuum here;\ninsert into here select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout');",
  });
  await cutOff(project, { at: /^vacuum here$/, when: "before" });
  await again(project);
  expect(await project.rows("select t from app.here")).toEqual([{ t: "7min 4s" }]);
});

test("a connection that breaks while it only reads is told as that, before the first file and behind the last", async () => {
  const files = { "0001_t.sql": "create table t (id int);" };
  const whole = await server.project(files);
  const { connect, asked } = cutting(connectPostgres, { at: -1, when: "before" });
  await whole.migrate({}, await whole.world({ connect }));
  const turn = asked.findIndex((sql) => sql.includes("pg_try_advisory_lock"));
  const last = asked.lastIndexOf("commit");
  const isAside = (sql: string): boolean => sql.includes("recursive waiting");
  const points = [0, turn, ...asked.keys()].filter(
    (at, index) => index < 2 || (at > last + 2 && !isAside(asked[at] ?? "")),
  );
  expect(points.length).toBeGreaterThan(4);
  for (const at of points) {
    const project = await server.project(files);
    const cut = cutting(connectPostgres, { at, when: "during" });
    const ended = project.migrate({}, await project.world({ connect: cut.connect }));
    expect({ at: asked[at], ended: await codeOf(ended) }).toEqual({ at: asked[at], ended: "PR411" });
  }
});

async function codeOf(ended: Promise<unknown>): Promise<string> {
  return await ended.then(
    () => "none",
    ({ code, message }: Error & { readonly code?: string }) => code ?? message,
  );
}
