import { afterEach, expect, test } from "@jest/globals";
import { connectPostgres, postgresUntil } from "../../../kit/ports/live-database.ts";
import {
  type Answers,
  type WireServer,
  columns,
  done,
  fields,
  int,
  letInAs,
  message,
  ready,
  row,
  serveWire,
} from "../../support/wire-server.ts";

// Each of these ended the process with a stack trace, kept it busy for ever, or filled its memory.

const MB = 2 ** 20;
const open: WireServer[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((one) => one.close()))));

async function serverThat(answers: Answers, login?: Uint8Array): Promise<WireServer> {
  const server = await serveWire(answers, login && (() => login));
  open.push(server);
  return server;
}

const one = columns([{ name: "a" }]);
const deep = "[".repeat(20_000) + "]".repeat(20_000);
const wrong: readonly (readonly [string, Buffer, string])[] = [
  ["an error without an end", message("E", "SERROR"), "a message about an error that has no end"],
  ["an error of which only the last text ends", message("E", "SERROR\0"), "that has no end"],
  ["a notice of nothing", message("N"), "that has no end"],
  ["a message that is shorter than its own length", message("Z", "I", 3), "a message of 3 bytes"],
  ["a message of 1 GB", message("D", "", 2 ** 30), "a message of 1073741824 bytes, of which 268435456"],
  ["a page", Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n"), "HTTP: a web server is there"],
  ["a kind that does not exist", message("!", "x"), "a message of the unknown kind 33"],
  ["a portal that is to be asked for more", message("s"), "a message of the unknown kind 115"],
  ["a login that is of no kind", message("R", int(99, 4)), "Unknown authenticationOk message type 99"],
  ["fewer columns than it says", columns([{ name: "a" }], 300), "not PostgreSQL's protocol"],
  ["columns of which there are minus one", columns([], -1), "not PostgreSQL's protocol"],
  ["a column in binary", columns([{ name: "a", type: 1007, format: 1 }]), "a form that nobody asked for"],
  ["a row of minus one values", Buffer.concat([one, row([], -1)]), "a row whose values do not fill it"],
  [
    "a row that has less than it says",
    Buffer.concat([one, row(["a"], 2)]),
    "a row whose values do not fill it",
  ],
  ["a row that has more than it says", Buffer.concat([one, row(["a", "b"], 1)]), "do not fill it"],
  ["a row without columns", row(["a"]), "a row of 1 values for 0 columns"],
  [
    "a value that is not of its type",
    Buffer.concat([columns([{ name: "a", type: 114 }]), row(["{"])]),
    "a value that cannot be read",
  ],
  [
    "a value that is nested deeper than a stack",
    Buffer.concat([columns([{ name: "a", type: 114 }]), row([deep]), done, ready]),
    "a value that is nested too deep",
  ],
  ["an end without an answer", ready, "nothing to a question"],
  [
    "a value that leads back to the one before it",
    message("D", Buffer.concat([int(3), int(4, 4), Buffer.from("abcd"), int(-8, 4), int(-1, 4)])),
    "a row whose values do not fill it",
  ],
];

test.each(wrong)("%s is refused in one message", async (_, bytes, said) => {
  const { url } = await serverThat(() => [bytes]);
  const session = await connectPostgres(url, "a test");
  const end = { code: "PR306", message: expect.stringContaining(said) };
  await expect(session.query("select 1")).rejects.toMatchObject(end);
  await expect(session.query("select 1")).rejects.toThrow();
  await session.close();
});

test.each(wrong.filter(([, bytes]) => bytes !== ready))(
  "%s is refused before the login is over, too",
  async (_, bytes) => {
    const { url } = await serverThat(() => [], bytes);
    const error = await connectPostgres(url, "a test").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: expect.stringMatching(/^PR(306|411)$/) });
    expect(String(error)).toMatch(/^UserError: The database at 127\.0\.0\.1:\d+\/app .*\.$/);
  },
);

test.each([1, 2, 3, 7])("what is right is read in pieces of %d bytes as well", async (size) => {
  const text = "ä".repeat(50);
  const rows = Array.from({ length: 3 }, (__, index) => row([`${index} ${text}`, null]));
  const notice = message("N", fields({ S: "NOTICE", C: "00000", M: "look" }));
  const all = Buffer.concat([notice, columns([{ name: "a" }, { name: "b" }]), ...rows, done, ready]);
  const pieces = Array.from({ length: Math.ceil(all.length / size) }, (__, index) =>
    all.subarray(index * size, (index + 1) * size),
  );
  const { url } = await serverThat(() => pieces);
  const session = await connectPostgres(url, "a test");
  expect(await session.query("select 1")).toEqual([0, 1, 2].map((n) => ({ a: `${n} ${text}`, b: null })));
  expect(await session.script("select 1")).toEqual(["SELECT 1"]);
  await session.close();
});

function* endless(first: Buffer, piece: Buffer): Iterable<Buffer> {
  yield first;
  const block = Buffer.concat(Array.from({ length: Math.ceil(65_536 / piece.length) }, () => piece));
  for (;;) yield block;
}

const many = columns(Array.from({ length: 1600 }, (_, index) => ({ name: `c${index}` })));
const none = row(Array.from({ length: 1600 }, () => null));

test.each([
  ["rows", one, row(["x".repeat(1000)])],
  ["rows with nothing in them", columns([]), row([])],
  ["rows of nothing but NULL", many, none],
  ["columns", one, many],
  ["statements that are done", one, done],
  ["one value", message("D", Buffer.concat([int(1), int(7 * MB, 4)]), 7 * MB + 10), Buffer.alloc(1000)],
])("of %s without an end no more is held than may be", async (_, first, piece) => {
  const server = await serverThat(() => endless(first, piece));
  const session = await postgresUntil(new AbortController().signal, 8 * MB)(server.url, "a test");
  const before = process.memoryUsage().rss;
  const error = await session.query("select 1").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "PR306" });
  expect(server.sent()).toBeLessThan(16 * MB);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
  await session.close();
});

test("rows that nobody reads are let go of, however many", async () => {
  let left = 200;
  const block = Buffer.concat(Array.from({ length: 500 }, () => row(["x".repeat(1000)])));
  const blocks = function* (): Iterable<Buffer> {
    yield one;
    while ((left -= 1) > 0) yield block;
    yield Buffer.concat([done, ready]);
  };
  const { url, sent } = await serverThat(blocks);
  const session = await connectPostgres(url, "a test");
  const before = process.memoryUsage().rss;
  expect(await session.script("select a from large")).toEqual(["SELECT 1"]);
  expect(sent()).toBeGreaterThan(90 * MB);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * MB);
  await session.close();
});

test.each([
  ["notices", message("N", fields({ S: "NOTICE", M: "x".repeat(1000) }))],
  ["rows to nothing", row(["a"])],
])("%s without an end take no memory, and end with the work", async (_, piece) => {
  const server = await serverThat(() => endless(letInAs(0), piece));
  const work = new AbortController();
  const session = await postgresUntil(work.signal)(server.url, "a test");
  const before = process.memoryUsage().rss;
  await session.query("select 1").catch(() => undefined);
  const asking = session.query("select 2");
  setTimeout(() => work.abort(new Error("the work is over")), 500);
  await expect(asking).rejects.toThrow();
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * MB);
  await session.close();
});
