import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { databaseInputs } from "../../../kit/parts/database/inputs.ts";
import { inspectDatabase, planMigrations } from "../../../kit/parts/database/plan/plan-database.ts";
import { connectPostgres } from "../../../kit/ports/live-database.ts";
import { approved } from "../../support/approved.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

/** What somebody has put into the live database by hand, and no migration knows. */
const byHand = `
  create table orders (id int primary key, note text);
  create table audit (what text);
  insert into orders select i, 'n' from generate_series(1, 3) i;
  create function tidy() returns void language plpgsql as 'begin drop table orders; end';
  create function clear() returns void language sql as 'delete from orders';
  create function widen() returns void language sql as 'alter table orders add column at timestamptz default clock_timestamp()';
  create function fired() returns trigger language plpgsql as 'begin perform tidy(); return new; end';
  create trigger fires after insert on audit for each row execute function fired()`;

async function live(files: Readonly<Record<string, string>>): Promise<Project> {
  const project = await server.project(files);
  await project.rows(byHand);
  return project;
}

const orders = async (project: Project): Promise<unknown> =>
  (await project.rows("select to_regclass('orders')::text as name"))[0]?.["name"];

test("a trigger of the live database that drops a table is rolled back before COMMIT, and nothing is recorded", async () => {
  const project = await live({
    "0001_first.sql": "create table first (id int)",
    "0002_note.sql": "create table beside (id int);\ninsert into audit values ('released')",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR425",
    message:
      "supabase/migrations/0002_note.sql was stopped before its COMMIT: it did what its plan did not show: table public.orders is gone. The file was rolled back: nothing of it is there. 1 of 2 are applied and recorded (0001); not applied: 0002.",
    fix: expect.stringMatching(
      /`-- rollout-allow: <rule> <reason>`, with `replay-loss`, or with `live-effect`/,
    ),
  });
  expect(await orders(project)).toBe("orders");
  expect(await project.rows("select to_regclass('beside') as beside")).toEqual([{ beside: null }]);
  expect(await project.ledger()).toEqual(["0001"]);
});

test("rows that a function deletes are counted, and stay", async () => {
  const project = await live({ "0001_clear.sql": "select clear()" });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR425",
    message: expect.stringContaining("table public.orders lost 3 rows"),
  });
  expect(await project.rows("select count(*)::int as n from orders")).toEqual([{ n: 3 }]);
});

test.each(["live-effect", "replay-loss"])("what is allowed as %s may happen", async (rule) => {
  const project = await live({
    "0001_note.sql": `-- rollout-allow: ${rule} orders are archived since 1.3\ninsert into audit values ('released')`,
  });
  expect((await project.migrate()).report.verdict).toBe("pass");
  expect(await orders(project)).toBeNull();
});

test("a file that is allowed to drop one table may not drop another one on the way", async () => {
  const project = await live({
    "0001_drop.sql": `-- rollout-allow: drop-table nobody reads it\ndrop table audit;\nselect tidy()`,
  });
  await expect(project.migrate()).rejects.toMatchObject({
    message: expect.stringContaining("did not show: table public.orders is gone."),
  });
  await project.write({
    "0001_drop.sql": `-- rollout-allow: drop-table nobody reads it\ndrop table audit`,
  });
  expect((await project.migrate()).report.verdict).toBe("pass");
});

test("what the policy only warns of is committed, and told in the log and in the report", async () => {
  const project = await live({ "0001_widen.sql": "select widen()" });
  const world = await project.world();
  await expect(project.migrate({ "on-lock-hazard": "fail" })).rejects.toMatchObject({
    code: "PR425",
    message: expect.stringContaining("table public.orders is written anew"),
  });
  const { report } = await project.migrate({}, world);
  const line =
    "supabase/migrations/0001_widen.sql: table public.orders is written anew, or emptied, under its strongest lock, which its plan did not show.";
  expect(world.log.lines).toContainEqual(expect.stringContaining(line));
  expect(report.folded).toContainEqual({ title: "Done beyond the plan", text: line });
});

test("a file of several transactions is compared for each: what an earlier one has committed stays, and is said", async () => {
  const project = await live({
    "0001_parts.sql":
      "begin; create table kept (id int); commit;\nbegin; create table lost (id int); select tidy(); commit;",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR425",
    message: expect.stringMatching(
      /table public\.orders is gone\. Its transaction was rolled back\. 1 of its 2 segments are done; what is done stays/,
    ),
  });
  const [row] = await project.rows(
    "select to_regclass('kept')::text as kept, to_regclass('lost')::text as lost, to_regclass('orders')::text as orders",
  );
  expect(row).toEqual({ kept: "kept", lost: null, orders: "orders" });
});

test("calm files pass without a word, also where a later one takes back what an earlier one has made", async () => {
  const project = await live({
    "0001_make.sql":
      "create table helper (id int); alter table orders add column more int; create function once() returns void language sql as 'drop table helper'; insert into orders values (9, 'z')",
    "0002_use.sql": "update orders set note = 'x' where id = 9; select once()",
    "0003_back.sql": "alter table orders drop column more; drop function once()",
  });
  const world = await project.world();
  const { report } = await project.migrate({}, world);
  expect(report.verdict).toBe("pass");
  expect(world.log.lines.filter((line) => line.startsWith("warning"))).toEqual([]);
  expect(world.log.lines).toContainEqual("info: Its statements: 1 row updated.");
});

test("without a second connection it is said, and what was not shown is rolled back all the same", async () => {
  const project = await live({ "0001_note.sql": "insert into audit values ('released')" });
  const world = await project.world({
    connect: async (url, name) => {
      if (name.includes("guard")) throw new Error("remaining connection slots are reserved");
      return connectPostgres(url, name);
    },
  });
  await expect(project.migrate({}, world)).rejects.toMatchObject({ code: "PR425" });
  expect(world.log.lines).toContainEqual(
    expect.stringMatching(
      /^warning: There is no second connection: remaining connection slots are reserved\. Nobody watches .* whole catalog before each file\./,
    ),
  );
  expect(await orders(project)).toBe("orders");
});

test("what an attempt that was cut off has made is still nobody's: the next attempt may take it back", async () => {
  const project = await live({
    "0001_make.sql":
      "create table helper (id int, more int); create function once(x int, y text) returns void language sql as 'select 1'; alter table orders add column tmp int; create policy p on orders using (true)",
    "0002_back.sql":
      "drop function once(int, text); drop table helper; alter table orders drop column tmp; drop policy p on orders",
  });
  const inputs = inputsFrom(databaseInputs, { "database-url": project.url });
  const { part } = planMigrations(await inspectDatabase(inputs, await project.world()), inputs);
  const stop = new AbortController();
  const world = await project.world({ signal: stop.signal });
  const { group } = world.log;
  const cut = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    const done = await group(title, work);
    stop.abort(new Error("the runner asked to stop"));
    return done;
  };
  await expect(
    project.migrate(approved(part), { ...world, log: { ...world.log, group: cut } }),
  ).rejects.toMatchObject({ message: expect.stringContaining("1 of 2 are applied") });
  const { report } = await project.migrate(approved(part));
  expect(report).toMatchObject({ verdict: "pass" });
  expect(report.folded?.map(({ title }) => title)).not.toContain("Done beyond the plan");
});
