import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { connectPostgres } from "../../kit/ports/live-database.ts";
import { type Cut, cutting } from "../support/cut-connection.ts";
import { type MigrationServer, type Project, migrationServer } from "../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

/** Every kind of segment, each of which leaves something that doing it twice would double, or refuse. */
const files = {
  "0001_mixed.sql": `create table t (id int, note text);
insert into t values (1, 'a');
create index concurrently by_note on t (note);
insert into t values (2, 'b');
create unique index concurrently on t (id, note);
begin; insert into t values (3, 'c'); commit;
drop index concurrently by_note;
reindex table concurrently t;
vacuum t;
insert into t values (4, 'd');`,
  "0002_whole.sql": "alter table t add column more int; insert into t values (5, 'e', 5);",
};

async function stateOf(project: Project) {
  const [tables, indexes, ledger, progress] = await Promise.all([
    project.rows("select * from t order by id"),
    project.rows(
      "select pg_get_indexdef(indexrelid) as made, indisvalid as valid from pg_index where indrelid = 't'::regclass order by 1",
    ),
    project.rows("select version, name, statements from supabase_migrations.schema_migrations order by 1"),
    project.rows("select version from prism_rollout.segments"),
  ]);
  return { tables, indexes, ledger, progress };
}

/**
 * What an uninterrupted run leaves, and which of what it asks the server from when it has its turn is no mere reading:
 * to be cut off there is to be cut off behind the last thing that was not.
 */
async function uninterrupted() {
  const project = await server.project(files);
  const { connect, asked } = cutting(connectPostgres, { at: -1, when: "before" });
  await project.migrate({}, await project.world({ connect }));
  const first = asked.findIndex((sql) => sql.includes("pg_try_advisory_lock"));
  const points = [...asked.keys()].slice(first).filter((at) => !/^\s*select/.test(asked[at] ?? ""));
  return { state: await stateOf(project), points };
}

test.each(["during", "after"] as const)(
  "cut off %s anything that is asked, a run that is run again comes to what an uninterrupted one leaves",
  async (when) => {
    const { state, points } = await uninterrupted();
    expect(state.ledger).toHaveLength(2);
    expect(points.length).toBeGreaterThan(40);
    for (const at of points) {
      const project = await server.project(files);
      const { connect } = cutting(connectPostgres, { at, when });
      await project.migrate({}, await project.world({ connect })).catch(() => undefined);
      await project.migrate();
      expect({ at, ...(await stateOf(project)) }).toEqual({ at, ...state });
    }
  },
  600_000,
);

/** Runs migrate in a process that kills itself at that point. */
async function killed(project: Project, cut: Pick<Cut, "at" | "when">): Promise<void> {
  const support = join(import.meta.dirname, "..");
  const loader = join(support, "rehearsal/engines/run-typescript.mjs");
  const victim = join(support, "support/migrate-victim.ts");
  const child = spawn(
    process.execPath,
    ["--import", loader, victim, project.url, project.root, String(cut.at), cut.when],
    { stdio: "ignore" },
  );
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
}

test("killed while the server records, commits or begins the first of it, the same", async () => {
  const { state } = await uninterrupted();
  for (const at of [/^create table t/m, /^commit$/, /schema_migrations \(version/]) {
    const project = await server.project(files);
    await killed(project, { at, when: "during" });
    await project.migrate();
    expect({ at: at.source, ...(await stateOf(project)) }).toEqual({ at: at.source, ...state });
  }
}, 120_000);
