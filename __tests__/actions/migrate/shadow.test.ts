import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spec } from "../../../actions/migrate/spec.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { partDigest } from "../../../kit/release/plan/plan.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";
import { shadowEnv } from "../../support/shadow-env.ts";

let server: MigrationServer;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  [server, env] = await Promise.all([migrationServer(), shadowEnv()]);
});
afterAll(() => server.stop());

// Who only reads the text of a migration does not see what a trigger does.
const first = `create table notes (id int primary key, body text);
  create table attic (id int);
  create table jobs (id int);
  create function tidy() returns trigger language plpgsql as 'begin drop table public.attic; return new; end';
  create trigger tidied after insert on jobs for each row execute function tidy();`;
const changed = "insert into jobs values (1);";

async function planned(pending: string, shadow = "auto", applied = first) {
  const project = await server.project({ "0001_first.sql": applied });
  const world = await project.world({ env });
  await project.migrate({}, world);
  await project.write({ "0002_second.sql": pending });
  const inputs = inputsFrom(spec.inputs, { "database-url": project.url, shadow });
  return await planDatabase(inputs, world);
}

test("a calm migration is said to be, and what is approved is the same without a shadow", async () => {
  const pending = "alter table notes add column more text;";
  const [seen, unseen] = [await planned(pending), await planned(pending, "none")];
  expect(seen.details?.[0]?.how[1]).toMatch(
    /^replayed on PostgreSQL 1\d\.\d+: nothing disappears, nothing is rewritten$/,
  );
  expect(seen.details?.[0]?.how[2]).toBe("holds until its COMMIT: ACCESS EXCLUSIVE on public.notes");
  expect(seen.unverified).toEqual([]);
  expect(seen.measurements).toMatchObject({ shadow: { files: [{ facts: [] }] } });
  expect(unseen.unverified).toEqual(["No file was replayed: `shadow` is none."]);
  expect(partDigest(seen)).toBe(partDigest(unseen));
}, 60_000);

test("what only the replay shows is refused at its statement, and can be allowed there", async () => {
  await expect(planned(changed)).rejects.toMatchObject({
    code: "PR412",
    message: expect.stringContaining("0002_second.sql:1:1 replay-loss: table public.attic is gone"),
  });
  const part = await planned(`-- rollout-allow: replay-loss nobody reads it\n${changed}`);
  expect(part.decisions).toMatchObject({
    waivers: [{ rule: "replay-loss", reason: "nobody reads it" }],
    breaking: ["0002"],
  });
  expect(part.details?.[0]?.beware).toContainEqual("By its replay, table public.attic is gone.");
}, 60_000);

test("an allowance that the replay does not need is refused", async () => {
  const pending = "-- rollout-allow: replay-loss it might\nalter table notes add column more text;";
  await expect(planned(pending)).rejects.toMatchObject({
    code: "PR412",
    message: expect.stringContaining("waiver: its replay shows nothing that replay-loss allows"),
  });
}, 60_000);

test("a file that cannot be replayed is said to be unverified, and refused by nothing else", async () => {
  const part = await planned("create table more as select * from only_live;", "auto", first);
  expect(part.unverified).toEqual([
    'supabase/migrations/0002_second.sql could not be replayed: relation "only_live" does not exist',
  ]);
}, 60_000);
