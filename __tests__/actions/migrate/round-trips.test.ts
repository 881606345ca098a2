import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Connect } from "../../../kit/ports/database.ts";
import { connectPostgres } from "../../../kit/ports/live-database.ts";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

/** Real connections, whose ways there and back are counted. */
function counting(): { readonly connect: Connect; readonly count: () => number } {
  let count = 0;
  const counted = <T>(work: Promise<T>): Promise<T> => {
    count += 1;
    return work;
  };
  const connect: Connect = async (url, name) => {
    const database = await connectPostgres(url, name);
    return {
      query: (sql, parameters) => counted(database.query(sql, parameters)),
      script: (sql) => counted(database.script(sql)),
      together: (asked) => counted(database.together(asked)),
      close: () => database.close(),
    };
  };
  return { connect, count: () => count };
}

async function tripsFor(files: number): Promise<number> {
  const names = Array.from({ length: files }, (_, index) => String(index + 1).padStart(4, "0"));
  const project = await server.project(
    Object.fromEntries(names.map((name) => [`${name}_t.sql`, `create table t${name} (id int)`])),
  );
  const { connect, count } = counting();
  await project.migrate({}, await project.world({ connect }));
  expect(await project.ledger()).toEqual(names);
  return count();
}

test("a file of one transaction costs two ways to the server and back", async () => {
  expect((await tripsFor(11)) - (await tripsFor(1))).toBe(20);
});

test("a file that makes the server forget what it keeps for us is tried once more", async () => {
  const project = await server.project({
    "0001_first.sql": "create table first (id int)",
    "0002_forgets.sql": "deallocate all; create table second (id int)",
    "0003_third.sql": "create table third (id int)",
  });
  const world = await project.world();
  await project.migrate({ "lock-wait": "10ms" }, world);
  expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
  expect(world.log.lines).toContainEqual(
    expect.stringMatching(/0002_forgets\.sql: attempt 1 of \d+ failed: .*prepared statement .* Trying again/),
  );
});

test("what stands before a file in its message is not counted into the place of a mistake", async () => {
  const project = await server.project({
    "0001_bad.sql": "-- Ä€😀\nselect 1;\n\n  select 2, nothing_there;",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR413",
    message: expect.stringMatching(/0001_bad\.sql:4:13 failed in `select 2, nothing_there`/),
  });
});

test("where a transaction does not begin, nothing of its file runs without one", async () => {
  const project = await server.project({ "0001_own.sql": "create table own (id int)" });
  const connect: Connect = async (url, name) => {
    const database = await connectPostgres(url, name);
    const spoilt = (sql: string): string => sql.replace(/^begin\b/, "begin nothing");
    return {
      ...database,
      together: (asked) => database.together(asked.map((one) => ({ ...one, sql: spoilt(one.sql) }))),
    };
  };
  const world = await project.world({ connect });
  await expect(project.migrate({}, world)).rejects.toMatchObject({
    code: "PR413",
    message: expect.stringMatching(/42601: syntax error at or near "nothing"/),
  });
  expect(await project.rows("select to_regclass('own') as own")).toEqual([{ own: null }]);
  expect(await project.ledger()).toEqual([]);
});
