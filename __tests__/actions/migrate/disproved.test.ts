import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spec } from "../../../actions/migrate/spec.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { writeFormat } from "../../../kit/release/formats.ts";
import type { PlanPart } from "../../../kit/release/plan/plan.ts";
import { approved } from "../../support/approved.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";
import { planOf } from "../../support/planned-release.ts";
import { shadowEnv } from "../../support/shadow-env.ts";

let server: MigrationServer;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  [server, env] = await Promise.all([migrationServer(), shadowEnv()]);
});
afterAll(() => server.stop());

const first = `create type state as enum ('new', 'old'); create table jobs (id int, state state);
  create table notes (id int, body text); create view listed as select * from notes;`;
// For the text these may be live, made past the migrations; the live catalog and the replay have none of them.
const absent = "select 1;\ndrop view if exists never_there;\ndrop type if exists nor_this;";

async function projectWith(pending: string): Promise<Project> {
  const project = await server.project({ "0001_first.sql": first });
  await project.migrate({}, await project.world({ env }));
  await project.write({ "0002_second.sql": pending });
  return project;
}

async function plan(project: Project, more: Readonly<Record<string, string>> = {}): Promise<PlanPart> {
  const inputs = inputsFrom(spec.inputs, { "database-url": project.url, ...more });
  return await planDatabase(inputs, await project.world({ env }));
}

/** What `migrate` is given of that plan. */
async function passed(project: Project, part: PlanPart): Promise<Readonly<Record<string, string>>> {
  const text = writeFormat(planOf([part], { target: "default", gates: [] }));
  await writeFile(join(project.root, "plan.json"), text);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { ...approved(part, { sha256 }), plan: "plan.json" };
}

test("what the replay disproves is shown, approved by its name, and believed by migrate as it stands there", async () => {
  const project = await projectWith(absent);
  await expect(plan(project, { shadow: "none" })).rejects.toMatchObject({ code: "PR412" });
  const part = await plan(project);
  expect(part.decisions).toMatchObject({
    breaking: [],
    disproved: expect.arrayContaining([expect.objectContaining({ rule: "drop-view", line: 2 })]),
  });
  expect(part.details?.[0]?.how).toContainEqual(expect.stringContaining("no drop-view at line 2"));
  const given = await passed(project, part);
  // Alone, and with a digest whose plan nobody passes on, the text's verdict stands.
  await expect(project.migrate()).rejects.toMatchObject({ code: "PR412" });
  await expect(project.migrate({ "plan-digest": given["plan-digest"] ?? "" })).rejects.toMatchObject({
    code: "PR412",
  });
  expect(await project.ledger()).toEqual(["0001"]);
  const { outputs } = await project.migrate(given);
  expect(outputs.applied).toBe('["0002"]');
}, 120_000);

test("a list that is not the one that was approved is refused, and so is another file under it", async () => {
  const project = await projectWith(absent);
  const part = await plan(project);
  const given = await passed(project, part);
  const path = join(project.root, "plan.json");
  const { disproved: _, ...none } = part.decisions as Readonly<Record<string, never>>;
  const other = planOf([{ ...part, decisions: none }], { target: "default", gates: [] });
  await writeFile(path, writeFormat(other));
  await expect(project.migrate(given)).rejects.toMatchObject({ code: "PR202" });
  await passed(project, part);
  await project.write({ "0002_second.sql": `${absent} drop table notes cascade;` });
  await expect(project.migrate(given)).rejects.toMatchObject({ code: "PR412" });
  expect(await project.ledger()).toEqual(["0001"]);
}, 60_000);

test("a view that was changed in the live database is not what its replay shows: the text's verdict stands", async () => {
  const project = await projectWith(absent);
  await project.rows("create view never_there as select 1 as one");
  await expect(plan(project)).rejects.toMatchObject({
    code: "PR412",
    message: expect.stringContaining("drop-view: public.never_there"),
  });
  await project.rows("drop view never_there");
  expect((await plan(project)).decisions).toMatchObject({
    disproved: [{ rule: "drop-view" }, { rule: "drop-type" }],
  });
}, 120_000);
