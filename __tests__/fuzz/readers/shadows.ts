import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spec } from "../../../actions/migrate/spec.ts";
import { shadowSecrets } from "../../../kit/parts/database/inputs.ts";
import { reportPlan } from "../../../actions/plan/report-plan.ts";
import { renderReport } from "../../../kit/action/report.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import type { Connect } from "../../../kit/ports/database.ts";
import { connectPostgres } from "../../../kit/ports/live-database.ts";
import { startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { migrationServer } from "../../support/migration-world.ts";
import { extras, planOf } from "../../support/planned-release.ts";
import { recording, replaying } from "../conversations.ts";
import { strangersIn } from "../page-judge.ts";
import type { Group } from "../reader.ts";
import { databaseScenes, replayed } from "../replay-database.ts";
import { shadowPrograms } from "./shadow-programs.ts";

const applied = {
  "0001_first.sql": `create type mood as enum ('sad', 'glad');
create table big (id int primary key, body text, feels mood); alter table big enable row level security;
create policy own on big for select using (true);
create view shown as select id, body from big;
create function twice(a int) returns int language sql as 'select a * 2';`,
};
const pending = {
  "0002_second.sql":
    "alter policy own on big using (false);\ndo $$ begin execute 'alter table big drop column feels'; end $$;\ndrop function twice(int);",
  "0003_third.sql": "create index concurrently big_body on big (body);",
  "0004_fourth.sql":
    "alter table big alter column id type bigint using id;\ncreate table second (id int references big);\nselect * from nowhere;",
};

const lenient = {
  "on-data-loss": "warn",
  "on-breaks-clients": "warn",
  "on-lock-hazard": "warn",
  "on-advisors": "warn",
};

/** A plan that replays its files on a shadow of which the answers are hostile; the live database's are as they were. */
export async function group(): Promise<Group> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-shadows-"));
  await mkdir(join(folder, "shadow"));
  const server = await migrationServer();
  const project = await server.project(applied);
  await project.migrate({ shadow: "none" });
  await project.write(pending);
  const postgres = await startPostgres({ folder: join(folder, "shadow/data"), superuser: "supabase_admin" });
  const empty = await postgres.createDatabase("empty");
  // Whoever logs in does it by a password, as the port of a session has it.
  const named = empty.replace("@", ":secret@");
  const plan = async (live: Connect, shadow: Connect, address = named): Promise<unknown> => {
    const world = await project.world({
      clock: fakeClock(),
      connect: (url, name) => (name.startsWith("prism-rollout s") ? shadow : live)(url, name),
    });
    const given = { ...lenient, "database-url": project.url, "shadow-database-url": address };
    const part = await planDatabase(inputsFrom({ ...spec.inputs, ...shadowSecrets }, given), world);
    return strangersIn(renderReport("plan", reportPlan(planOf([part]), extras)));
  };
  const { connect, exchanges } = recording(connectPostgres);
  await plan(connect, connectPostgres);
  const live = (): Connect => replayed(replaying(exchanges, undefined), undefined);
  const readings = [
    ...(await databaseScenes(
      "plan on a shadow",
      async (shadow, address) => await plan(live(), shadow, address),
      connectPostgres,
    )),
    ...(await shadowPrograms()),
  ];
  return {
    readings,
    close: async () => {
      await Promise.all([server.stop(), postgres.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
