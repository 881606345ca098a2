import fc from "fast-check";
import { UserError } from "../../kit/errors/user-error.ts";
import type { Connect } from "../../kit/ports/database.ts";
import { postgresUntil } from "../../kit/ports/live-database.ts";
import { columns, fields, letInAs, message, ready, row, serveWire } from "../support/wire-server.ts";
import { text, word } from "./arbitraries.ts";
import { type Exchange, type Replay, type Said, backendOf, replaying } from "./conversations.ts";
import { mutatedBytes } from "./mutate.ts";
import { type AnyReading, reading } from "./reader.ts";

/** The fields of an error, or of a notice. */
const codes = fc.constantFrom(
  "42P01",
  "42501",
  "55P03",
  "57014",
  "57P01",
  "25006",
  "53100",
  "XX000",
  "28P01",
);
export const failure = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...Array.from("SVDHPpqWstcdnFLR")), text, { maxKeys: 5 }),
    fc.oneof(codes, word),
    text,
  )
  .map(([all, C, M]) => zeroless({ ...all, C, M }));
/** A server's texts end at a zero. */
function zeroless(all: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, value.replaceAll("\0", "")]));
}

/** As much as a reader in the memory of a case may take. */
const mostRead = 2 * 1024 * 1024;

export function overWire(
  name: string,
  exchanges: readonly Exchange[],
  play: (replay: Replay, connect: Connect, url: string) => Promise<unknown>,
): AnyReading {
  const bytes = fc.nat(500).chain((which) => {
    const said = exchanges[which % exchanges.length]?.said;
    const right = said === undefined ? ready : wireOf(said);
    return fc.record({
      which: fc.constant(which),
      sent: fc.oneof(
        { weight: 4, arbitrary: mutatedBytes(fc.constant(right)) },
        { weight: 2, arbitrary: failure.map((all) => Buffer.concat([message("E", fields(all)), ready])) },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
        { weight: 1, arbitrary: mutatedBytes(fc.constant(right)).map((all) => Buffer.concat([all, right])) },
      ),
      login: fc.oneof(
        { weight: 9, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: mutatedBytes(fc.constant(letInAs(backendOf(0)))) },
      ),
    });
  });
  return reading({
    name: `${name}: what comes over the wire`,
    gives: bytes,
    reads: async ({ which, sent, login }) => {
      const replay = replaying(exchanges, which);
      const work = new AbortController();
      // What is waited for beyond its end is waited for until the action's own: here it is over a little later.
      const late = setTimeout(
        () => work.abort(new UserError("PR504", "Its time was over.", "Look why.")),
        300,
      );
      const server = await serveWire(
        (sql, session) => {
          const { said, chosen } = replay.answer(session, sql);
          return [chosen ? sent : wireOf(said)];
        },
        (session) => (session > 0 || login === undefined ? letInAs(backendOf(session)) : login),
      );
      try {
        return await play(replay, postgresUntil(work.signal, mostRead), server.url);
      } finally {
        clearTimeout(late);
        await server.close();
      }
    },
  });
}

const types = { number: 701, boolean: 16, string: 25, object: 114 } as const;

/** What a server sends that answers so. */
function wireOf(said: Said): Buffer {
  if ("fields" in said) return Buffer.concat([message("E", fields(said.fields)), ready]);
  const [first] = said.rows;
  const names = Object.keys(first ?? {});
  const typeOf = (key: string): number => {
    const value = said.rows.find((one) => one[key] !== null)?.[key];
    return value instanceof Date ? 1184 : (heldType(typeof value) ?? 25);
  };
  const described = first ? [columns(names.map((key) => ({ name: key, type: typeOf(key) })))] : [];
  const all = said.rows.map((one) => row(names.map((key) => shown(one[key]))));
  const ends = (said.tags.length > 0 ? said.tags : ["SELECT 0"]).map((tag) => message("C", `${tag}\0`));
  return Buffer.concat([...described, ...all, ...ends, ready]);
}

function heldType(kind: string): number | undefined {
  return Object.hasOwn(types, kind) ? types[kind as keyof typeof types] : undefined;
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "boolean") return value ? "t" : "f";
  return typeof value === "string" ? value : JSON.stringify(value);
}
