import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { explain } from "../../../../kit/action/fail.ts";
import { masksOf } from "../../../../kit/action/mask.ts";
import { loadParser } from "../../../../kit/judge/parser.ts";
import { replayOnShadow } from "../../../../kit/shadow/shadow.ts";
import { findPostgres } from "../../../../kit/shadow/find-postgres.ts";
import { type ShadowServer, startServer } from "../../../../kit/shadow/start-server.ts";
import { type Postgres, startPostgres } from "../../../../rehearsal/engines/postgres.ts";
import { seekerOf } from "../../../../rehearsal/secrets/seeker.ts";
import { testWorld } from "../../../support/test-world.ts";
import { fields, message, serveWire } from "../../../support/wire-server.ts";

// Whatever happens on the way to the server of `shadow-database-url`, no form of its password is in what is said of it.

let postgres: Postgres;
let folder: string;
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  postgres = await startPostgres({ folder: join(folder, "data"), superuser: "supabase_admin" });
});
afterEach(async () => void (await Promise.all(closing.splice(0).map((close) => close()))));
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const password = `Zq7${randomBytes(9).toString("hex")}/?#@%ü ${randomBytes(9).toString("hex")}`;
const withPassword = (url: string, own = password): string =>
  url.replace(/^postgresql:\/\/([^:@/]*)(:[^@/]*)?@/, `postgresql://$1:${encodeURIComponent(own)}@`);

/** All that is said of a replay on that server, and where its address stands in it. */
async function saidOf(url: string) {
  const files = {
    history: [{ path: "a.sql", text: "create table t (id int);" }],
    pending: [{ path: "p.sql", text: "alter table t add column more int; drop table t;" }],
  };
  const world = await testWorld();
  const done = await replayOnShadow(await loadParser(), files, world, undefined, { databaseUrl: url }).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  const told = "error" in done ? explain(done.error) : done.value;
  const said = `${inspect(done, { depth: 9, maxStringLength: null })}\n${JSON.stringify(told)}\n${world.log.lines.join("\n")}`;
  const seeker = seekerOf(() => [
    { name: "SHADOW_DATABASE_URL", value: url },
    { name: "its password", value: password },
  ]);
  seeker.look("what is said", "here", said);
  return { error: "error" in done ? done.error : undefined, said, found: seeker.findings() };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  closing.push(() => new Promise((closed) => server.close(closed)));
  return (server.address() as AddressInfo).port;
}

/** The server behind a line that is cut after so many bytes of its answers. */
async function cutAfter(bytes: number): Promise<string> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(postgres.port, "127.0.0.1");
    let left = bytes;
    for (const one of [near, far]) {
      open.add(one);
      one.on("error", () => undefined);
    }
    near.on("data", (data) => far.write(data));
    far.on("data", (data) => {
      left -= data.length;
      near.write(left > 0 ? data : data.subarray(0, Math.max(0, data.length + left)));
      if (left <= 0) for (const one of open) one.destroy();
    });
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  const port = await listening(server);
  const name = await postgres.createDatabase(`cut_${bytes}`);
  return withPassword(name).replace(/:\d+\//, `:${port}/`);
}

async function wrongPassword(): Promise<string> {
  const bin = findPostgres(process.env);
  if (bin === undefined) throw new Error("There is no PostgreSQL.");
  const server: ShadowServer = await startServer(bin, await testWorld());
  closing.push(server.stop);
  return withPassword(server.adminUrl);
}

async function saying(answer: Uint8Array): Promise<string> {
  const port = await listening(
    createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => socket.end(answer));
    }),
  );
  return withPassword(`postgresql://supabase_admin@127.0.0.1:${port}/empty`);
}

const at = withPassword("postgresql://supabase_admin@127.0.0.1:1/empty");

const ways: readonly (readonly [how: string, make: () => string | Promise<string>])[] = [
  ["a wrong password", wrongPassword],
  ["a refused connection", () => at],
  ["a name that leads nowhere", () => at.replace("127.0.0.1", "db.nowhere.invalid")],
  ["TLS that the server has not", async () => `${await saying(Buffer.from("N"))}?sslmode=require`],
  ["no TLS to another machine", () => `${at.replace("127.0.0.1", "192.0.2.1")}?sslmode=disable`],
  ["a certificate that is not there", () => `${at}?sslmode=verify-full&sslrootcert=/nowhere.crt`],
  ["a page instead of an answer", () => saying(Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n"))],
  ["an end without a word", () => saying(Buffer.alloc(0))],
  ...[20, 400, 700, 1500, 4000].map(
    (bytes) => [`a line that is cut after ${bytes} bytes`, () => cutAfter(bytes)] as const,
  ),
];

test.each(ways)("%s: nothing of the password is said", async (_, make) => {
  const { error, said, found } = await saidOf(await make());
  expect(found).toEqual([]);
  expect(error).toMatchObject({ code: expect.stringMatching(/^PR(411|428|306)$/) });
  expect(said).not.toContain("This is a bug");
  expect(said.replaceAll("`shadow-database-url`", "")).not.toContain("database-url`");
});

const raw = randomBytes(9).toString("hex");
test.each([
  ["a slash in the password", `postgresql://owner:4711/${raw}@db.nowhere.invalid:5432/empty`],
  ["a question mark in the password", `postgresql://owner:4711?${raw}@db.nowhere.invalid/empty`],
  ["a hash in the password", `postgresql://owner:4711#${raw}@db.nowhere.invalid/empty`],
  ["a sign that is half encoded", `postgresql://owner:${raw}%ZZ@127.0.0.1:1/empty`],
  ["a port that is none", `postgresql://owner:${raw}@127.0.0.1:port/empty`],
  ["another kind of address", `https://owner:${raw}@127.0.0.1/empty`],
  ["no address at all", `owner ${raw}`],
  ["a list of words", `host=127.0.0.1 user=owner password=${raw}`],
])("%s: the address is refused, and no part of it is said but where it leads", async (_, url) => {
  const { error, said } = await saidOf(url);
  expect(error).toMatchObject({ code: "PR411" });
  expect(said).not.toContain(raw);
  expect(said).not.toContain(raw.slice(0, 9));
  expect(said).toContain("`shadow-database-url`");
  expect(said).not.toContain("This is a bug");
});

test("a server that says the password to everybody is quoted, and its runner hides that", async () => {
  const told = { S: "FATAL", C: "28P01", M: `the password «${password}» is wrong` };
  const server = await serveWire(
    () => [],
    () => message("E", fields(told)),
  );
  closing.push(server.close);
  const url = withPassword(server.url);
  const { said } = await saidOf(url);
  const shown = masksOf(url).reduce((text, mask) => text.replaceAll(mask, "***"), said);
  expect(shown).toContain("***");
  expect(shown).not.toContain(password.slice(0, 12));
});
