import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type MigrationServer, type Project, migrationServer } from "../support/migration-world.ts";
import { keepRow } from "./kills/keep-row.ts";
import { before, files, points, wholes } from "./statements/history.ts";
import { killedAt } from "./statements/kill.ts";

/** `npm run kills` kills at every point, `npm run engines` at a part of them that changes from day to day. */
const whole = process.env["KILLS"] === "all";
const seed = Number(process.env["KILLS_SEED"] ?? Math.floor(Date.now() / 86_400_000));
const one = whole ? 1 : 8;

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

async function fresh(): Promise<Project> {
  const project = await server.project(files);
  await project.rows(before);
  return project;
}

async function numbers(project: Project): Promise<readonly number[]> {
  return (await project.rows("select id from steps order by id")).map(({ id }) => Number(id));
}

async function stateOf(project: Project) {
  const [steps, columns, indexes, ledger, progress] = await Promise.all([
    numbers(project),
    project.rows("select attname::text from pg_attribute where attrelid = 'steps'::regclass and attnum > 0"),
    project.rows(
      `select pg_get_indexdef(indexrelid) as made, indisvalid as valid from pg_index
        where indrelid in (select oid from pg_class where relname ~ '^t1') order by 1`,
    ),
    project.rows("select version, name, statements from supabase_migrations.schema_migrations order by 1"),
    project.rows("select version from prism_rollout.segments"),
  ]);
  return { steps, columns, indexes, ledger, progress };
}

/** Whatever is there is a beginning of the files, a transaction wholly or not at all, and as the ledger has it. */
async function isPrefix(project: Project): Promise<string | undefined> {
  const done = await numbers(project);
  const inserted = [...done.keys()].map((at) => expected[at]);
  if (done.join() !== inserted.join()) return `steps are ${done.join()}`;
  const half = wholes.find(([first, last]) => done.includes(first) !== done.includes(last));
  if (half) return `of the transaction of ${half.join(" to ")} only a part is there: ${done.join()}`;
  const ledger = await project
    .ledger()
    .catch((error: unknown) => (String(error).includes("does not exist") ? [] : Promise.reject(error)));
  const last = done.at(-1) ?? 0;
  // A file of several transactions is recorded behind the last of them.
  const [least, most] = [ends.filter((end) => end < last).length, ends.filter((end) => end <= last).length];
  return ledger.length >= least && ledger.length <= most
    ? undefined
    : `${ledger.length} files are recorded, and step ${last} is the last one`;
}

/** What the files insert, in their order, and the number behind which each has done all. */
const expected = [11, 13, 18, 19, 20, 21]
  .reduce<number[]>(
    (all, n) => [...all, n],
    Array.from({ length: 10 }, (_, at) => at + 1),
  )
  .concat([22, 23, 24, 25, 26, 28, 29, 30]);
const ends = [10, 18, 21, 26, 30];

test(
  "killed at any statement, behind it and at any COMMIT, what is there is a beginning of the files; run again, all of it, once",
  async () => {
    const undisturbed = await fresh();
    await undisturbed.migrate();
    const wanted = await stateOf(undisturbed);
    expect(wanted.steps).toEqual(expected);
    const waiting = points.filter((_, index) => (index + seed) % one === 0);
    const chosen = waiting.length;
    const failures: string[] = [];
    const worker = async (): Promise<void> => {
      for (let point = waiting.shift(); point !== undefined; point = waiting.shift()) {
        const { where } = point;
        const project = await fresh();
        try {
          await killedAt(project, point);
          const wrong = await isPrefix(project);
          if (wrong) failures.push(`killed ${where}: ${wrong}`);
          await project.migrate();
          expect(await stateOf(project)).toEqual(wanted);
        } catch (error) {
          failures.push(`killed ${where}: ${String(error)}`);
        }
      }
    };
    await Promise.all([worker(), worker()]);
    const held = chosen - new Set(failures.map((line) => line.split(":")[0])).size;
    const name = "migrate, at its statements";
    keepRow({ name, places: points.length, cases: points.length, chosen, tried: chosen, held });
    process.stdout.write(
      `statement walk: ${points.length} points, ${chosen} tried, ${held} held (seed ${seed})\n`,
    );
    expect(failures).toEqual([]);
  },
  whole ? 900_000 : 180_000,
);
