import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { UserError } from "../../../kit/errors/user-error.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";
import { transactionPooler } from "../../support/transaction-pooler.ts";

let server: MigrationServer;
let project: Project;

beforeAll(async () => {
  server = await migrationServer();
  project = await server.project({ "0001_first.sql": "create table first (id int)" });
  await project.rows("create role guarded login password 'right-secret'");
  const rules = join(server.folder, "data/pg_hba.conf");
  const old = await readFile(rules, "utf8");
  await writeFile(rules, "host all guarded 127.0.0.1/32 scram-sha-256\n");
  await appendFile(rules, old);
  await project.rows("select pg_reload_conf()");
});

afterAll(() => server.stop());

const secret = "s3cr3t-word";

async function refusal(url: string): Promise<UserError> {
  try {
    await project.migrate({ "database-url": url });
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

test.each([
  ["not a URL", secret, "is not a connection string"],
  ["another scheme", `https://postgres:${secret}@127.0.0.1/postgres`, "is not a connection string"],
  ["no host", `postgresql:///${secret}`, "is not a connection string"],
  [
    "a password with a stray @ and #",
    `postgresql://postgres:${secret}#@:x/postgres`,
    "is not a connection string",
  ],
  [
    "nobody listens",
    `postgresql://postgres:${secret}@127.0.0.1:1/postgres`,
    "at 127.0.0.1:1/postgres cannot be reached",
  ],
  [
    "an unknown host",
    `postgresql://postgres:${secret}@db.invalid:5432/postgres`,
    "at db.invalid:5432/postgres cannot be reached",
  ],
  [
    "the transaction pooler",
    `postgresql://postgres:${secret}@127.0.0.1:6543/postgres`,
    "leads to a transaction pooler",
  ],
  [
    "the transaction pooler by another word",
    `postgresql://postgres:${secret}@127.0.0.1/postgres?port=6543`,
    "leads to a transaction pooler",
  ],
  [
    "no TLS to another machine",
    `postgresql://postgres:${secret}@db.invalid/postgres?sslmode=disable`,
    "as clear text to db.invalid:5432/postgres, which is not this machine",
  ],
  [
    "pgbouncer in its words",
    `postgresql://postgres:${secret}@127.0.0.1/postgres?pgbouncer=true`,
    "transaction pooler",
  ],
])("%s: one clear message without the secret", async (_, url, message) => {
  const error = await refusal(url);
  expect(error).toMatchObject({ code: "PR411" });
  expect(error.message).toContain(message);
  expect(`${error.message} ${error.fix}`).not.toContain(secret);
});

test("a wrong password, and a database that is not there", async () => {
  const { port } = server.postgres;
  const wrong = await refusal(`postgresql://guarded:${secret}@127.0.0.1:${port}/postgres`);
  expect(wrong).toMatchObject({
    code: "PR411",
    message: `The database at 127.0.0.1:${port}/postgres refuses the login: password authentication failed for user "guarded".`,
    fix: "Check user and password of `database-url`, special characters percent-encoded. At Supabase's session pooler the user is postgres.<project>.",
  });
  expect(`${wrong.message} ${wrong.fix}`).not.toContain(secret);
  const absent = await refusal(server.postgres.urlFor("absent"));
  expect(absent.message).toContain('database "absent" does not exist');
});

test("a folder that is not there names the key", async () => {
  await expect(project.migrate({ directory: "db/migrations" })).rejects.toMatchObject({
    code: "PR105",
    message: "The migrations' folder db/migrations is not there or cannot be read.",
  });
});

test.each([
  { backends: 1, fair: false },
  { backends: 3, fair: false },
  { backends: 2, fair: true },
  { backends: 3, fair: true },
])("a transaction pooler that nobody else uses is told from a session: %o", async (options) => {
  const pooler = await transactionPooler(server.postgres.url, options);
  try {
    expect(await refusal(pooler.url)).toMatchObject({
      code: "PR411",
      message: expect.stringContaining("leads to a transaction pooler"),
      fix: expect.stringContaining("session pooler"),
    });
  } finally {
    await pooler.close();
  }
});
