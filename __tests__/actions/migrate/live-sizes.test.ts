import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spec } from "../../../actions/migrate/spec.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { partDigest } from "../../../kit/release/plan/plan.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;
beforeAll(async () => {
  server = await migrationServer();
});
afterAll(() => server.stop());

const first = `create table big (id int primary key, body text);
  create table few (id int);
  create table parts (id int) partition by range (id);
  create table parts_low partition of parts for values from (0) to (10);`;

async function planned(pending: string, fill = "select 1") {
  const project = await server.project({ "0001_first.sql": first });
  const world = await project.world();
  await project.migrate({}, world);
  await project.rows(fill);
  await project.write({ "0002_second.sql": pending });
  const inputs = inputsFrom(spec.inputs, { "database-url": project.url, shadow: "none" });
  return {
    part: await planDatabase(inputs, world),
    warned: world.log.lines.filter((line) => line.startsWith("warning: ")),
  };
}

const index = "create index big_body on big (body);";

test("an index on a big table is a warning that says how big; on a small one it is told, not warned of", async () => {
  const big = await planned(
    index,
    "insert into big select g, repeat('x', 40) from generate_series(1, 20000) g; analyze big",
  );
  const analysed = big.part.details?.[0]?.beware ?? [];
  expect(analysed.at(-1)).toMatch(/^public\.big has about 20,000 rows in \d+ (kB|MB) now: try it/);
  const few = await planned("create index few_id on few (id);");
  expect(few.part.details?.[0]?.beware.at(-1)).toBe("public.few has 0 kB now: the lock will be short.");
  expect({ big: big.warned.length, few: few.warned.length }).toEqual({ big: 1, few: 0 });
});

test("the size of a live table is measured: it is no part of what is approved", async () => {
  const [empty, full] = [
    await planned(index),
    await planned(index, "insert into big select g from generate_series(1, 30000) g; analyze big"),
  ];
  expect(full.part.measurements).toMatchObject({ sizes: { "public.big": { rows: 30_000 } } });
  expect(empty.part.measurements).not.toEqual(full.part.measurements);
  expect(partDigest(empty.part)).toBe(partDigest(full.part));
});

test("an unfinished index whose name IF NOT EXISTS would take for a good one is told with its file, and is no part of what is approved", async () => {
  const unfinished = `create index big_body on big (body);
    update pg_index set indisvalid = false where indexrelid = 'big_body'::regclass`;
  const again = "create index concurrently if not exists big_body on big (body);";
  const [whole, found] = [
    await planned(again, "create index big_body on big (body)"),
    await planned(again, unfinished),
  ];
  const said = "public.big_body is there, unfinished and used by nobody: IF NOT EXISTS takes it";
  expect(found.part.details?.[0]?.beware.at(-1)).toContain(said);
  expect(found.warned.filter((line) => line.includes(said))).toHaveLength(1);
  expect(JSON.stringify(whole)).not.toContain(said);
  expect(partDigest(found.part)).toBe(partDigest(whole.part));
  const mended = await planned(`drop index concurrently if exists big_body; ${again}`, unfinished);
  expect(JSON.stringify(mended)).not.toContain(said);
});

test("a partitioned table is as big as its partitions", async () => {
  const fill = "insert into parts select 1 from generate_series(1, 12000); analyze parts_low";
  const { part } = await planned("create index parts_id on parts (id);", fill);
  expect(part.details?.[0]?.beware.at(-1)).toMatch(/^public\.parts has about 12,000 rows in /);
});

test("where nothing is locked, nobody is asked", async () => {
  const { part } = await planned("alter table big add column more text;");
  expect(part.measurements).not.toHaveProperty("sizes");
});
