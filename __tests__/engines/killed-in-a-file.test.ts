import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import { type MigrationServer, type Project, migrationServer } from "../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

/** Each statement of the file, and then its COMMIT, passes a door that a test may hold shut. */
const doors = [1, 2, 3, 4, 5];
const files = {
  "0001_doors.sql": `create table steps (id int);
    create function pass(door int) returns int language sql as 'select $1 from pg_advisory_xact_lock_shared($1)';
    create function at_commit() returns trigger language plpgsql as 'begin perform pass(5); return new; end';
    create constraint trigger last after insert on steps deferrable initially deferred
      for each row when (new.id = 4) execute function at_commit();`,
  "0002_file.sql": doors
    .slice(0, -1)
    .map((door) => `insert into steps select pass(${door});`)
    .join("\n"),
  "0003_next.sql": "create table next (id int);",
};

/** Asks again and again until a backend waits at the door, or no migrator has a backend. */
async function until(project: Project, sql: string): Promise<void> {
  const [row] = await project.rows(sql);
  if (row?.["reached"] !== true) await until(project, sql);
}

const waits = (door: number): string =>
  `select count(*) > 0 as reached from pg_locks where locktype = 'advisory' and not granted and objid = ${door}`;
const gone = `select count(*) = 0 as reached from pg_stat_activity
  where datname = current_database() and application_name like 'prism-rollout%'`;

async function killedAt(project: Project, door: number): Promise<void> {
  const support = join(import.meta.dirname, "..");
  const loader = join(support, "rehearsal/engines/run-typescript.mjs");
  const holder = new Client({ connectionString: project.url });
  await holder.connect();
  await holder.query("select pg_advisory_lock($1)", [door]);
  const child = spawn(
    process.execPath,
    ["--import", loader, join(support, "support/migrate-victim.ts"), project.url, project.root],
    { stdio: "ignore" },
  );
  await until(project, waits(door));
  child.kill("SIGKILL");
  await once(child, "exit");
  await holder.end();
  await until(project, gone);
}

test.each(doors)(
  "killed while the server is at statement %d of a file, or at its COMMIT: all of it or nothing, and never twice",
  async (door) => {
    const project = await server.project(files);
    await killedAt(project, door);
    const committed = door === 5;
    expect(await project.ledger()).toEqual(committed ? ["0001", "0002"] : ["0001"]);
    expect(await project.rows("select id from steps")).toHaveLength(committed ? 4 : 0);
    await project.migrate();
    expect(await project.rows("select id from steps order by id")).toEqual(
      [1, 2, 3, 4].map((id) => ({ id })),
    );
    expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
  },
  60_000,
);
