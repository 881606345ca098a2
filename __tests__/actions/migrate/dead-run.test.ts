import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openSession } from "../../../kit/parts/database/connection/session.ts";
import { endedRun } from "../../../kit/parts/database/run/ended-run.ts";
import { takeTurn } from "../../../kit/parts/database/run/turn.ts";
import { sessionName } from "../../../kit/parts/database/connection/session.ts";
import type { Database } from "../../../kit/ports/database.ts";
import { type GithubWorld, githubWorld } from "../../support/github-world.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;
let forge: GithubWorld;

beforeAll(async () => {
  [server, forge] = await Promise.all([migrationServer(), githubWorld()]);
});

afterAll(() => Promise.all([server.stop(), forge.standIn.close()]));

const files = { "0001_first.sql": "create table first (id int)" };
const quickly = { "turn-wait": "500ms" };

/** Of a run that was killed: its session has the turn, and does something that has no end. */
async function orphan(project: Project, run: { readonly runId: string; readonly attempt: number }) {
  const world = await project.world();
  const session: Database = await openSession(
    { connect: world.connect, context: { ...world.context, ...run } },
    project.url,
  );
  await takeTurn(world, session, 1000);
  const working = session.script("begin; create table half (id int); select pg_sleep(600)").then(
    () => "it ended",
    (error: Error) => error.message,
  );
  return { working, close: () => session.close().catch(() => undefined) };
}

test("the session of an earlier attempt that the server did not give up is ended, and the run goes on", async () => {
  const project = await server.project(files);
  const world = await project.world();
  const { working, close } = await orphan(project, { runId: "42", attempt: 1 });
  const second = { ...world, context: { ...world.context, attempt: 2 } };
  await project.migrate(quickly, second);
  expect(await working).toMatch(/terminating connection due to administrator command|Connection terminated/);
  expect(world.log.lines).toEqual(
    expect.arrayContaining([
      expect.stringContaining("The run of that session is over"),
      expect.stringMatching(/ended the session prism-rollout run 42\.1 acme\/prism \(pid \d+/),
    ]),
  );
  expect(await project.ledger()).toEqual(["0001"]);
  expect(await project.rows("select to_regclass('half') as half")).toEqual([{ half: null }]);
  await close();
});

test("the session of a run that may be alive is waited for, and left alone", async () => {
  const project = await server.project(files);
  const { close } = await orphan(project, { runId: "41", attempt: 1 });
  await expect(project.migrate(quickly)).rejects.toMatchObject({
    code: "PR415",
    message: expect.stringContaining("prism-rollout run 41.1 acme/prism"),
  });
  const still = await project.rows(
    "select 1 as alive from pg_stat_activity where application_name like '%run 41.1%'",
  );
  expect(still).toEqual([{ alive: 1 }]);
  await close();
});

test("GitHub is asked of other runs of this repository; whatever it does not answer is no end", async () => {
  const other = await forge.another();
  const ended = endedRun(
    { githubToken: "any" },
    { context: forge.context, github: async () => forge.github },
  );
  const name = sessionName(other.context);
  expect(await ended(name)).toBe(false);
  forge.standIn.runs.finish(Number(other.context.runId), "failure");
  expect(await ended(name)).toBe(true);
  expect(await ended(name.replace("acme/prism", "acme/other"))).toBe(false);
  expect(await ended(sessionName({ ...other.context, runId: "999999" }))).toBe(false);
  expect(await ended("psql")).toBe(false);
  expect(await ended(sessionName(forge.context))).toBe(false);
  const alone = endedRun(
    { githubToken: undefined },
    { context: forge.context, github: async () => forge.github },
  );
  expect(await alone(name)).toBe(false);
});
