import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import { loadParser } from "../../../kit/judge/parser.ts";
import { type Postgrest, startPostgrest } from "../../../rehearsal/engines/postgrest.ts";
import { applyPrelude } from "../../../rehearsal/engines/prelude.ts";
import { type StandInRequest, type StandInResponse, serve } from "../../../rehearsal/stand-ins/server.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;
beforeAll(async () => {
  server = await migrationServer();
});
afterAll(() => server.stop());

const granted = "create table notes (id int); grant select on notes to anon;";
const callable = "create function score(a int) returns int language sql as 'select a';";

async function supabase(files: Readonly<Record<string, string>>): Promise<Project> {
  const project = await server.project(files);
  await applyPrelude(project.url);
  return project;
}

async function rest({ url }: Project): Promise<Postgrest> {
  const address = new URL(url);
  address.username = "authenticator";
  return await startPostgrest({
    databaseUrl: address.href,
    jwtSecret: "a secret of at least thirty-two characters",
  });
}

/** Evidence about REST, and how it ended. */
async function migrated(project: Project, given: Readonly<Record<string, string>>) {
  const { report } = await project.migrate(given);
  const { verdict, reason, evidence = [] } = report;
  return { verdict, reason, rest: evidence.filter((line) => line.includes("REST")) };
}

test("a running PostgREST is told, and serves the new table and the new function at the end", async () => {
  const project = await supabase({
    "0001_first.sql": "create table old (id int); grant select on old to anon;",
  });
  const postgrest = await rest(project);
  try {
    await project.migrate({ "rest-url": postgrest.url });
    // Nobody but us tells it now: at a project of one's own there may be no trigger for it.
    await project.rows("drop event trigger pgrst_ddl_watch; drop event trigger pgrst_drop_watch");
    await project.write({ "0002_second.sql": granted + callable });
    const { verdict, rest: said } = await migrated(project, { "rest-url": postgrest.url });
    expect(verdict).toBe("pass");
    expect(said).toEqual([
      expect.stringMatching(
        /^2 of 2 new tables and functions \(\/notes, \/rpc\/score\) answer over REST, after \d/,
      ),
    ]);
    await project.write({
      "0003_inside.sql": "create table inside (id int); revoke all on inside from anon;",
    });
    expect((await migrated(project, { "rest-url": postgrest.url })).rest).toEqual([]);
  } finally {
    await postgrest.stop();
  }
});

type Answer = (request: StandInRequest) => StandInResponse;

async function answered(answer: Answer, given: Readonly<Record<string, string>> = {}) {
  const project = await supabase({ "0001_first.sql": granted + callable });
  const asked: string[] = [];
  const gateway = await serve([], (request) => {
    asked.push(`${request.method} ${request.path}`);
    return answer(request);
  });
  try {
    return {
      ...(await migrated(project, { "rest-url": gateway.url, "rest-wait": "300ms", ...given })),
      asked,
    };
  } finally {
    await gateway.close();
  }
}

test("a cache that stays behind holds the release, with what is missing and what to do", async () => {
  const {
    verdict,
    reason,
    rest: said,
  } = await answered(() => ({ status: 200, json: { paths: { "/rpc/score": {} } } }));
  expect(verdict).toBe("inconclusive");
  expect(reason).toMatch(
    /applied and recorded, but after 0.3 s REST still does not serve \/notes: its schema cache/,
  );
  expect(said).toEqual(["1 of 2 new tables and functions (/notes, /rpc/score) answer over REST"]);
});

test("where its description is kept from the key, tables are asked for no rows, and functions are not called", async () => {
  const {
    verdict,
    rest: said,
    asked,
  } = await answered(({ path }) => {
    if (path === "/") return { status: 401, json: { message: "Access to schema is forbidden" } };
    return { status: 401, json: { code: "42501", message: "permission denied for table notes" } };
  });
  expect(verdict).toBe("pass");
  expect(said).toEqual([
    expect.stringContaining("1 of 2 new tables and functions"),
    "1 of 2 could not be asked over REST without calling them",
  ]);
  expect(asked).toEqual(["GET /", "GET /notes"]);
  const behind = await answered(({ path }) =>
    path === "/"
      ? { status: 404 }
      : { status: 404, json: { code: "PGRST205", message: "Could not find the table" } },
  );
  expect(behind.verdict).toBe("inconclusive");
});

test("what cannot be asked is said, and holds up nobody", async () => {
  const invalid = await answered(() => ({ status: 401, json: { message: "Invalid API key" } }));
  expect(invalid).toMatchObject({
    verdict: "pass",
    rest: [expect.stringMatching(/asked over REST: it answered 401$/)],
  });
  const html = await answered(() => ({
    status: 200,
    body: "<html>",
    headers: { "content-type": "text/html" },
  }));
  expect(html).toMatchObject({
    verdict: "pass",
    rest: [expect.stringMatching(/what answers there is not PostgREST$/)],
  });
  const down = await answered(() => ({ status: 503, body: "upstream" }));
  expect(down).toMatchObject({ verdict: "pass", rest: [expect.stringMatching(/it answered 503$/)] });
  const project = await supabase({ "0001_first.sql": granted });
  expect(
    (await migrated(project, { supabase: "abcdefghijklmnopqrst", "require-healthy": "false" })).rest,
  ).toEqual([
    "0 of 1 new tables and functions (/notes) were asked over REST: `publishable-key` is not given",
  ]);
  const plain = await server.project({ "0001_first.sql": "create table notes (id int)" });
  expect((await migrated(plain, {})).verdict).toBe("pass");
});

test("a run that is run again asks anew for what it has applied; another run asks nothing", async () => {
  const project = await supabase({ "0001_first.sql": `${granted}${callable}` });
  let paths: object = { "/notes": {} };
  const asked: string[] = [];
  const gateway = await serve([], ({ path }) => {
    asked.push(path);
    return { status: 200, json: { paths } };
  });
  const given = { "rest-url": gateway.url, "rest-wait": "50ms" };
  const first = await migrated(project, given);
  const again = await migrated(project, given);
  paths = { "/notes": {}, "/rpc/score": {} };
  const served = await migrated(project, given);
  asked.length = 0;
  const world = await project.world();
  await project.migrate(given, { ...world, context: { ...world.context, runId: "43" } });
  await gateway.close();
  expect([first, again, served].map(({ verdict }) => verdict)).toEqual([
    "inconclusive",
    "inconclusive",
    "pass",
  ]);
  expect(again.reason).toContain("REST still does not serve /rpc/score");
  expect(served.rest).toEqual([expect.stringMatching(/^2 of 2 new tables and functions/)]);
  expect(asked).toEqual([]);
});

test("where no REST is known, a run that is run again tells whoever listens, and reads no file for it", async () => {
  const project = await supabase({ "0001_first.sql": granted });
  await project.migrate({});
  const listener = new Client({ connectionString: project.url });
  await listener.connect();
  await listener.query("listen pgrst");
  const told = new Promise((resolve) => listener.once("notification", resolve));
  const parser = await loadParser();
  const parse = (): never => {
    throw new Error("a file was read");
  };
  const world = await project.world();
  const { report } = await project.migrate({}, { ...world, parser: async () => ({ ...parser, parse }) });
  expect(report.reason).toContain("No migration is pending");
  expect(await told).toMatchObject({ payload: "reload schema" });
  await listener.end();
});
