import fc from "fast-check";
import type { Answer, Asked, Connect, LiveDatabase, Row } from "../../kit/ports/database.ts";
import { MB } from "../../kit/ports/bounded.ts";
import { tooDeep } from "../../kit/ports/live-pipe.ts";
import { isTooDeep } from "../../kit/ports/parse-json.ts";
import { noAnswer } from "../../kit/ports/read-whole.ts";
import { text, word } from "./arbitraries.ts";
import { type Replay, type Said, backendOf, inWords, recording, replaying } from "./conversations.ts";
import { type Change, change, changed } from "./mutate.ts";
import { type AnyReading, Broken, reading } from "./reader.ts";
import { failure, overWire } from "./replay-wire.ts";

/** What becomes of one answer. */
interface Wrong {
  /** Which of the exchanges, counted around. */
  readonly which: number;
  readonly how:
    | { readonly is: "changed"; readonly changes: readonly Change[] }
    | { readonly is: "rows"; readonly rows: readonly Row[] }
    | { readonly is: "tags"; readonly tags: readonly string[] }
    | { readonly is: "error"; readonly fields: Readonly<Record<string, string>> };
}

const changes = fc.array(change, { minLength: 1, maxLength: 3 });
/** Columns that are read of what locks, waits, is recorded or is made. */
const read = ["version", "name", "statements", "sha256", "release", "segment", "finished"].concat([
  "pid",
  "session",
  "holder",
  "who",
  "relation",
  "ms",
  "id",
  "rows",
  "bytes",
  "head",
]);
const rows = fc.array(fc.dictionary(fc.oneof(word, fc.constantFrom(...read)), text), {
  maxLength: 3,
});

const wrong: fc.Arbitrary<Wrong> = fc.record({
  which: fc.nat(500),
  how: fc.oneof(
    { weight: 8, arbitrary: changes.map((all) => ({ is: "changed" as const, changes: all })) },
    { weight: 2, arbitrary: rows.map((all) => ({ is: "rows" as const, rows: all })) },
    { weight: 1, arbitrary: fc.array(text, { maxLength: 3 }).map((tags) => ({ is: "tags" as const, tags })) },
    { weight: 3, arbitrary: failure.map((all) => ({ is: "error" as const, fields: all })) },
  ),
});

/** The error that the driver makes of what a server says. */
function errorOf(said: Readonly<Record<string, string>>): Error {
  const named = Object.entries(inWords).map(([name, letter]) => [name, said[letter]] as const);
  return Object.assign(
    new Error(said["M"] ?? ""),
    Object.fromEntries(named.slice(2)),
    { code: said["C"] },
    { completed: 0 },
  );
}

function made(said: Said, how: Wrong["how"]): Said {
  if (how.is === "error") return { fields: how.fields };
  if ("fields" in said) return how.is === "rows" ? { rows: how.rows, tags: ["SELECT 1"] } : said;
  if (how.is === "rows") return { ...said, rows: how.rows };
  if (how.is === "tags") return { ...said, tags: how.tags };
  return { ...said, rows: asRows(how.changes.reduce((now: unknown, one) => changed(now, one), said.rows)) };
}

/** Whatever a server says, the driver makes a list of objects of it. */
function asRows(value: unknown): readonly Row[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one): one is Row => typeof one === "object" && one !== null && !Array.isArray(one));
}

/** Sessions that give what was recorded, with one answer that is another. */
export function replayed({ answer }: Replay, how: Wrong["how"] | undefined): Connect {
  let opened = 0;
  return async () => {
    const number = opened;
    opened += 1;
    const give = async ({ sql }: Asked): Promise<Answer> => {
      // As over a network: others have their turn before it is there.
      await new Promise(setImmediate);
      const { said, chosen } = answer(number, sql);
      const now = chosen && how !== undefined ? made(said, how) : said;
      if ("fields" in now) throw errorOf(now.fields);
      // The session gives on none that is; what comes over the wire is played in readings of its own.
      if (isTooDeep(now.rows)) throw noAnswer("postgres://127.0.0.1/app", MB, tooDeep());
      return now;
    };
    const session: LiveDatabase = {
      told: backendOf(number),
      query: async (sql) => (await give({ sql })).rows,
      script: async (sql) => (await give({ sql })).tags,
      together: (asked) => Promise.allSettled(asked.map(give)),
      close: () => Promise.resolve(),
    };
    return session;
  };
}

/** Work that asks a database: `address` is the one that it has been given. */
export type Works = (connect: Connect, address: string | undefined) => Promise<unknown>;

/**
 * Work of which every answer of a server can be another one: what the driver makes of it, and, bytes for bytes, what comes
 * over the wire. It is done once at its best, to learn what is asked.
 */
export async function databaseScenes(
  name: string,
  works: Works,
  real: Connect,
): Promise<readonly AnyReading[]> {
  const { connect: best, exchanges } = recording(real);
  await works(best, undefined);
  // What is told again as it was is the same to who reads it: else nothing would be tried behind the first difference.
  await works(replayed(replaying(exchanges, undefined), undefined), undefined);
  const judged = async (replay: Replay, doing: Promise<unknown>): Promise<unknown> => {
    const done = await Promise.allSettled([doing]);
    if (replay.endless()) return new Broken("asks without an end");
    if (done[0].status === "rejected") throw done[0].reason;
    return undefined;
  };
  return [
    reading({
      name: `${name}: its rows and errors`,
      share: 2,
      gives: wrong,
      reads: ({ which, how }) => {
        const replay = replaying(exchanges, which);
        return judged(replay, works(replayed(replay, how), undefined));
      },
    }),
    overWire(name, exchanges, (replay, connect, url) => judged(replay, works(connect, url))),
  ];
}
