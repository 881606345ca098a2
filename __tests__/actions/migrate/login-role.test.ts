import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { migrate } from "../../../actions/migrate/migrate.ts";
import { spec } from "../../../actions/migrate/spec.ts";
import { withLoginRole } from "../../../kit/parts/database/connection/login-role.ts";
import { type Postgres, startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { newSupabaseState } from "../../../rehearsal/stand-ins/supabase/state.ts";
import { type SupabaseStandIn, startSupabase } from "../../../rehearsal/stand-ins/supabase/start.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { projectAt } from "../../support/migration-world.ts";
import { testWorld } from "../../support/test-world.ts";

const ref = "abcdefghijklmnopqrst";
const all = `sbp_${"0a".repeat(20)}`;
const reader = `sbp_${"1b".repeat(20)}`;

let folder: string;
let postgres: Postgres;
let supabase: SupabaseStandIn;
/** Of the project's owner, without a password. */
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  postgres = await startPostgres({ folder: join(folder, "data"), superuser: "supabase_admin" });
  const tokens = {
    [all]: { user: "ada", permissions: "all" as const },
    [reader]: { user: "bob", permissions: ["database_read", "project_admin_read"] },
  };
  supabase = await startSupabase({
    state: newSupabaseState({ ref, tokens }),
    clock: { now: () => Date.now() },
    databaseUrl: await postgres.createDatabase("project"),
    jwtSecret: "a secret of at least thirty-two characters",
  });
  url = postgres.urlFor("project", "postgres");
});
afterAll(async () => {
  await supabase.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const given = () => ({
  "database-url": url,
  "login-role": "true",
  supabase: ref,
  "supabase-access-token": all,
  "supabase-api-url": supabase.url,
  "require-healthy": "false",
});
const roles = (): number => supabase.requests.filter(({ path }) => path.endsWith("/login-role")).length;

test("a role of some minutes logs in once for all sessions, and what it makes belongs to postgres", async () => {
  const project = projectAt(postgres.urlFor("project", "supabase_admin"), join(folder, "repository"));
  await project.write({
    "0001_first.sql": "create table who as select session_user::text as login, current_user::text as works;",
    "0002_second.sql": "set role anon;",
    "0003_third.sql": "insert into who select session_user, current_user;",
  });
  const { report } = await migrate(inputsFrom(spec.inputs, given()), await testWorld({ root: project.root }));
  expect(report.verdict).toBe("pass");
  expect(roles()).toBe(1);
  expect(await project.rows("select login like 'cli_login_postgres_%' as login, works from who")).toEqual([
    { login: true, works: "postgres" },
    { login: true, works: "postgres" },
  ]);
  const owners =
    "select distinct tableowner from pg_tables where schemaname in ('public', 'supabase_migrations')";
  expect(await project.rows(owners)).toEqual([{ tableowner: "postgres" }]);
});

test.each(["reset role", "set role anon; reset role", "reset session authorization"])(
  "a file that says `%s` goes on as postgres, as with a password",
  async (sql) => {
    const name = sql.replaceAll(/\W/g, "_");
    const root = join(folder, name);
    const database = await postgres.createDatabase(name);
    const project = projectAt(database, root);
    await project.write({ "0001_reset.sql": `create table a (id int); ${sql}; create table b (id int);` });
    const address = { "database-url": postgres.urlFor(name, "postgres") };
    await project.rows(
      "alter schema public owner to postgres; grant create on database ".concat(name, " to postgres"),
    );
    await migrate(inputsFrom(spec.inputs, { ...given(), ...address }), await testWorld({ root }));
    expect(
      await project.rows("select tableowner as name from pg_tables where schemaname = 'public'"),
    ).toEqual([{ name: "postgres" }, { name: "postgres" }]);
  },
);

test("a file that says `set role none` works as the login role from there on: what to write instead is said", async () => {
  const root = join(folder, "none");
  const project = projectAt(await postgres.createDatabase("none"), root);
  await project.write({ "0001_none.sql": "set role none; create table b (id int);" });
  await project.rows("alter schema public owner to postgres; grant create on database none to postgres");
  const inputs = inputsFrom(spec.inputs, { ...given(), "database-url": postgres.urlFor("none", "postgres") });
  await expect(migrate(inputs, await testWorld({ root }))).rejects.toMatchObject({
    code: "PR413",
    message: expect.stringContaining("42501"),
    fix: expect.stringMatching(/With `login-role`.*write `set role postgres`/),
  });
});

test("a role whose time is nearly over is not used for another session", async () => {
  let now = Date.now();
  const clock = { now: () => now, sleep: () => Promise.resolve() };
  const world = withLoginRole(inputsFrom(spec.inputs, given()), await testWorld({ clock }));
  const before = roles();
  const use = async (): Promise<number> => {
    await (await world.connect(url, "test")).close();
    return roles() - before;
  };
  expect(await use()).toBe(1);
  now += 200_000;
  expect(await use()).toBe(1);
  now += 50_000;
  expect(await use()).toBe(2);
  // Another address is somebody else's.
  const other = postgres.urlFor("project", "supabase_admin");
  expect(await (await world.connect(other, "test")).query("select session_user::text as name")).toEqual([
    { name: "supabase_admin" },
  ]);
});

test("a token that may not, an address with a password, and nothing to ask are explained before anything is done", async () => {
  const root = join(folder, "repository");
  const run = async (changed: Readonly<Record<string, string>>) =>
    migrate(inputsFrom(spec.inputs, { ...given(), ...changed }), await testWorld({ root }));
  await expect(run({ "supabase-access-token": reader })).rejects.toMatchObject({
    code: "PR302",
    fix: expect.stringContaining("database_write"),
  });
  const secret = "postgresql://postgres:geheim@127.0.0.1:5432/project";
  const refused = await run({ "database-url": secret }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "PR102" });
  expect(String(refused)).not.toContain("geheim");
  await expect(run({ supabase: "" })).rejects.toMatchObject({ code: "PR104" });
});
