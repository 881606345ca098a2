import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spec } from "../../../actions/migrate/spec.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { type PlanPart, partDigest } from "../../../kit/release/plan.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";
import { shadowEnv } from "../../support/shadow-env.ts";
import type { TestWorld } from "../../support/test-world.ts";

let server: MigrationServer;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  [server, env] = await Promise.all([migrationServer(), shadowEnv()]);
});
afterAll(() => server.stop());

const open = "create table countries (code text primary key);";
const callable =
  "create function total(a int, b int) returns int language sql security definer set search_path = '' as 'select 1';";

async function planned(
  given: Readonly<Record<string, string>> = {},
): Promise<{ part: PlanPart; world: TestWorld }> {
  const project = await server.project({ "0001_first.sql": "create table notes (id int primary key);" });
  const world = await project.world({ env });
  await project.migrate({}, world);
  await project.write({ "0002_second.sql": open, "0003_third.sql": callable });
  const inputs = inputsFrom(spec.inputs, { "database-url": project.url, ...given });
  return { part: await planDatabase(inputs, world), world };
}

test("what pending files leave open stands in the warnings of the file that does it, and changes no digest", async () => {
  const [{ part, world }, unseen] = [await planned(), await planned({ shadow: "none" })];
  expect(part.details?.map(({ beware }) => beware)).toEqual([
    [expect.stringMatching(/^advisor-rls-off: table public.countries is open to whoever has the public key/)],
    [expect.stringMatching(/^advisor-definer-callable: function public.total\(a integer, b integer\) runs/)],
  ]);
  expect(world.log.lines.filter((line) => line.includes("advisor-"))).toEqual([
    expect.stringMatching(/^warning: advisor-rls-off.* \(supabase\/migrations\/0002_second.sql:1\)$/),
    expect.stringMatching(/^warning: advisor-definer-callable.*0003_third.sql:1\)$/),
  ]);
  expect(unseen.part.details?.map(({ beware }) => beware)).toEqual([[], []]);
  expect(partDigest(part)).toBe(partDigest(unseen.part));
}, 60_000);

test("a policy of fail refuses it with file and the safe way; what is accepted with a reason is told, not refused", async () => {
  const accepted = { "advisor-definer-callable public.total": "it adds two numbers" };
  const given = { "on-advisors": "fail", "accepted-advice": JSON.stringify(accepted) };
  await expect(planned(given)).rejects.toMatchObject({
    code: "PR436",
    message: expect.stringMatching(
      /supabase\/migrations\/0002_second.sql: advisor-rls-off: .*ENABLE ROW LEVEL SECURITY(?!.*total)/s,
    ),
  });
  const all = { ...accepted, "advisor-rls-off": "public data" };
  const { part } = await planned({ ...given, "accepted-advice": JSON.stringify(all) });
  expect(part.details?.map(({ beware }) => beware)).toEqual([[], []]);
  expect(part.details?.map(({ how }) => how.at(-1))).toEqual([
    "accepted: advisor-rls-off of table public.countries («public data»)",
    "accepted: advisor-definer-callable of function public.total(a integer, b integer) («it adds two numbers»)",
  ]);
}, 60_000);

test("accepted advice that there is not, or without a reason, is an error with the name that was meant", async () => {
  const wrong = JSON.stringify({ "advisor-rls-of": "x", "advisor-invalid-index": " " });
  await expect(planned({ "accepted-advice": wrong })).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringMatching(/did you mean advisor-rls-off\?; advisor-invalid-index gives no reason/),
  });
}, 60_000);
