import { migrate } from "../../../actions/migrate/migrate.ts";
import { spec } from "../../../actions/migrate/spec.ts";
import { renderReport } from "../../../kit/action/report.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import type { Connect } from "../../../kit/ports/database.ts";
import { connectPostgres } from "../../../kit/ports/live-database.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type Project, migrationServer } from "../../support/migration-world.ts";
import { strangersIn } from "../page-judge.ts";
import type { Group } from "../reader.ts";
import { databaseScenes } from "../replay-database.ts";

const applied = {
  "0001_first.sql":
    "create table big (id int primary key, body text); create sequence numbers owned by big.id;",
};
const pending = {
  "0002_second.sql": "create table second (id int);\nselect * from big;\ninsert into second values (1);",
  "0003_third.sql": "create index concurrently big_body on big (body);",
  "0004_fourth.sql": "update big set body = 'x';\nalter table big add column more int;",
};

const lenient = {
  shadow: "none",
  "on-data-loss": "warn",
  "on-breaks-clients": "warn",
  "on-lock-hazard": "warn",
};

/** The actions against a database of which the answers are hostile; nothing else is changed. */
export async function group(): Promise<Group> {
  const server = await migrationServer();
  const made = async (): Promise<Project> => {
    const project = await server.project(applied);
    await project.migrate({ shadow: "none" });
    await project.write(pending);
    return project;
  };
  const [planned, changed] = [await made(), await made()];
  const worldOf = async (project: Project, connect: Connect) =>
    await project.world({ connect, clock: fakeClock() });
  const given = (project: Project, address: string | undefined) =>
    inputsFrom(spec.inputs, { ...lenient, "database-url": address ?? project.url });
  const readings = [
    ...(await databaseScenes(
      "plan of the database",
      async (connect, address) =>
        await planDatabase(given(planned, address), await worldOf(planned, connect)),
      connectPostgres,
    )),
    ...(await databaseScenes(
      "migrate",
      async (connect, address) => {
        const { report } = await migrate(given(changed, address), await worldOf(changed, connect));
        return strangersIn(renderReport("migrate", report));
      },
      connectPostgres,
    )),
  ];
  return { readings, close: server.stop };
}
