import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spec } from "../../../actions/migrate/spec.ts";
import type { UserError } from "../../../kit/errors/user-error.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const first = { "0001_first.sql": "create table first (id int);\n" };

/** The project's folder of migrations, in which something stands that is no migration. */
async function beside(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<[Project, string]> {
  const project = await server.project(first);
  const folder = join(project.root, "supabase/migrations");
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return [project, folder];
}

/** What is said, in one message without a stack; nothing at all is changed. */
async function refusal(project: Project): Promise<UserError> {
  const error = await project.migrate().then(
    () => new Error("It was not refused."),
    (thrown: UserError) => thrown,
  );
  expect(error.message).not.toContain("    at ");
  const [found] = await project.rows(
    "select to_regclass('first') as first, to_regclass('supabase_migrations.schema_migrations') as ledger",
  );
  expect(found).toEqual({ first: null, ledger: null });
  return error as UserError;
}

test("text of another encoding is refused with the place of its first byte, and what it seems to be", async () => {
  const latin = Buffer.from("-- fine\ninsert into t values ('caf\u00e9');\n", "latin1");
  const wide = Buffer.from("\uFEFFselect 1;", "utf16le");
  const [project] = await beside({ "0002_latin.sql": latin, "0003_wide.sql": wide });
  expect(await refusal(project)).toMatchObject({
    code: "PR430",
    message: `Migrations in supabase/migrations cannot be read:
  - 0002_latin.sql: not UTF-8 text at 2:27 (byte E9, which is é in Latin-1): save the file as UTF-8
  - 0003_wide.sql: UTF-16, not UTF-8: save the file as UTF-8`,
    fix: "Correct these files; nothing was changed.",
  });
});

test("a folder, a link that leads out, a broken one and a pipe are no migrations, although they are named so", async () => {
  const [project, folder] = await beside();
  await mkdir(join(folder, "0002_folder.sql"));
  await writeFile(join(project.root, "secrets.sql"), "create table stolen (id int)");
  await symlink("../../secrets.sql", join(folder, "0003_out.sql"));
  await symlink("/etc/hostname", join(folder, "0004_far.sql"));
  await symlink("gone.sql", join(folder, "0005_broken.sql"));
  execFileSync("mkfifo", [join(folder, "0006_pipe.sql")]);
  const { code, message } = await refusal(project);
  expect(code).toBe("PR430");
  expect(message.split("\n").slice(1)).toEqual([
    "  - 0002_folder.sql: a folder, which is named like a migration",
    "  - 0003_out.sql: a symbolic link that leads out of the folder; put the file itself there",
    "  - 0004_far.sql: a symbolic link that leads out of the folder; put the file itself there",
    "  - 0005_broken.sql: a symbolic link that leads nowhere",
    "  - 0006_pipe.sql: no ordinary file",
  ]);
});

test("a link within the folder is the file that it leads to; a folder of another name is none of ours", async () => {
  const [project, folder] = await beside({ "text.txt": "create table second (id int)" });
  await symlink("text.txt", join(folder, "0002_second.sql"));
  await mkdir(join(folder, "old"));
  await project.migrate();
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("files that say nothing are applied and recorded, as the Supabase CLI does", async () => {
  const files = {
    "0002_empty.sql": "",
    "0003_blank.sql": " \r\n\t\n",
    "0004_mark.sql": "\uFEFF",
    "0005_c.sql": "-- c\n",
  };
  const project = await server.project(files);
  await project.migrate();
  expect(
    await project.rows("select version, statements from supabase_migrations.schema_migrations order by 1"),
  ).toEqual([
    { version: "0002", statements: [] },
    { version: "0003", statements: [] },
    { version: "0004", statements: [] },
    { version: "0005", statements: ["-- c"] },
  ]);
});

test("a byte order mark and CRLF are no part of what is run; both files are there and recorded", async () => {
  const project = await server.project({
    "0001_first.sql": "\uFEFFcreate table first (\r\n  id int\r\n);\r\n-- end\r\n",
    "0002_second.sql": "insert into first values (1);\r\n",
  });
  await project.migrate();
  expect(await project.rows("select id from first")).toEqual([{ id: 1 }]);
});

test("0008 beside 8: the same version for a person, two for the ledger; neither is taken", async () => {
  const [project] = await beside({ "0008_a.sql": "select 1", "8_b.sql": "select 1" });
  expect(await refusal(project)).toMatchObject({
    code: "PR416",
    message: expect.stringContaining("  - 0008_a.sql, 8_b.sql: the same version 2 times"),
  });
});

test.each([
  [
    "create table second (id int);\ncreate table {{schema}}.t (id int);",
    "2:14 syntax-error: the placeholder {{schema}} of a template is still there",
  ],
  ["create role app password '${APP_PASSWORD}';", "1:26 template-placeholder: ${APP_PASSWORD}"],
  ["insert into first values (<%= id %>);", "1:27 syntax-error: the placeholder <%= id %> of a template"],
])("a template's placeholder that was left in is refused where it stands: %s", async (sql, message) => {
  const [project] = await beside({ "0002_second.sql": sql });
  expect(await refusal(project)).toMatchObject({
    code: "PR412",
    message: expect.stringContaining(`supabase/migrations/0002_second.sql:${message}`),
  });
});

test("a plan counts a file that does not parse among those that wait, and offers no comment that would allow it", async () => {
  const [project] = await beside({ "0002_second.sql": "alter table first add colum title text;" });
  const inputs = inputsFrom(spec.inputs, { "database-url": project.url, shadow: "none" });
  await expect(planDatabase(inputs, await project.world())).rejects.toMatchObject({
    code: "PR412",
    message: expect.stringMatching(
      /^1 of 2 pending migrations is refused:\n.*0002_second\.sql:1:\d+ syntax-error/,
    ),
    fix: "Correct what does not parse. Nothing was changed.",
  });
});

test("a file of 50 MB is refused before it is read as SQL, and leaves its neighbours alone", async () => {
  const [project] = await beside({ "0002_rows.sql": "insert into first values (1);\n".repeat(1_700_000) });
  const began = process.memoryUsage().rss;
  expect(await refusal(project)).toMatchObject({
    code: "PR412",
    message: expect.stringMatching(
      /0002_rows\.sql:1:1 too-large: 51\.0 million characters: .*Split the file/,
    ),
  });
  expect(process.memoryUsage().rss - began).toBeLessThan(500e6);
});
