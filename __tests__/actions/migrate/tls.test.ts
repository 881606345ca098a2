import { chown, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { connectPostgres } from "../../../kit/ports/live-database.ts";
import { UNPRIVILEGED, isRoot } from "../../../rehearsal/engines/postgres-binaries.ts";
import { selfSigned } from "../../support/certificate.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;
let project: Project;
let own: string;
let stranger: string;

beforeAll(async () => {
  server = await migrationServer();
  project = await server.project({ "0001_first.sql": "create table first (id int)" });
  const { key, certificate } = selfSigned("localhost");
  own = await written("own.crt", certificate);
  stranger = await written("stranger.crt", selfSigned("localhost").certificate);
  for (const [name, text] of [
    ["server.key", key],
    ["server.crt", certificate],
  ] as const) {
    const path = await written(join("data", name), text);
    if (isRoot()) await chown(path, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  }
});

afterAll(() => server.stop());

async function written(name: string, text: string): Promise<string> {
  const path = join(server.folder, name);
  await writeFile(path, text, { mode: 0o600 });
  return path;
}

/** The project's address under another name of this machine. */
function at(host: string, query = ""): string {
  return project.url.replace("127.0.0.1", host) + query;
}

// Linux and macOS take it to this machine, and nothing says so: to us it is another one.
const elsewhere = "0.0.0.0";

test("a server without TLS on another machine is refused before a word is said to it", async () => {
  await expect(project.migrate({ "database-url": at(elsewhere) })).rejects.toMatchObject({
    code: "PR411",
    message: expect.stringContaining("do not agree on TLS: The server does not support SSL connections."),
    fix: expect.stringContaining("tunnel"),
  });
});

test("another machine is spoken to by TLS alone; who answers is checked where the URL asks for it", async () => {
  await project.rows("alter system set ssl = on");
  await project.rows("select pg_reload_conf()");
  const database = await connectPostgres(at(elsewhere), "a test");
  expect(
    await database.query("select ssl from pg_catalog.pg_stat_ssl where pid = pg_catalog.pg_backend_pid()"),
  ).toEqual([{ ssl: true }]);
  await database.close();

  const { report } = await project.migrate({
    "database-url": at("localhost", `?sslmode=verify-full&sslrootcert=${own}`),
  });
  expect(report.verdict).toBe("pass");
});

test.each([
  ["nobody vouches", () => at("localhost", "?sslmode=verify-full"), "that nobody vouches for"],
  [
    "another one vouches",
    () => at("localhost", `?sslmode=verify-full&sslrootcert=${stranger}`),
    "that nobody vouches for",
  ],
  ["another host's", () => at("127.0.0.1", `?sslmode=verify-full&sslrootcert=${own}`), "of another host"],
  ["no such file", () => at("localhost", "?sslmode=verify-full&sslrootcert=none.crt"), "file cannot be read"],
])("a certificate that does not prove who answers is refused: %s", async (_, url, message) => {
  await expect(project.migrate({ "database-url": url() })).rejects.toMatchObject({
    code: "PR411",
    message: expect.stringContaining(message),
  });
});
