import fc from "fast-check";
import { json, text, token } from "./arbitraries.ts";

const signs = Array.from("{}[]():,\"'`\n\r\0&*!|>%@#-\\");

/** A right text with something wrong at some places. */
export function mutatedText(right: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.oneof(fc.constant(0), fc.nat(20)),
    put: fc.oneof(fc.constant(""), token, fc.constantFrom(...signs), text),
    again: fc.constantFrom(1, 1, 1, 2, 200),
  });
  return fc.tuple(right, fc.array(edit, { maxLength: 4 })).map(([start, edits]) =>
    edits.reduce((now, { at, gone, put, again }) => {
      const from = Math.floor(at * (now.length + 1));
      return now.slice(0, from) + put.slice(0, 5000).repeat(again).slice(0, 100_000) + now.slice(from + gone);
    }, start),
  );
}

export function mutatedBytes(right: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    gone: fc.oneof(fc.constant(0), fc.nat(40)),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom(Uint8Array.of(255, 255, 255, 255), Uint8Array.of(0)),
    ),
    over: fc.boolean(),
  });
  return fc.tuple(right, fc.array(edit, { maxLength: 4 })).map(([start, edits]) =>
    edits.reduce((now: Uint8Array, { at, gone, put, over }) => {
      const from = Math.floor(at * (now.length + 1));
      return Buffer.concat([now.subarray(0, from), put, now.subarray(from + (over ? put.length : gone))]);
    }, start),
  );
}

/** Where in a value, and what is put there instead; undefined takes it away. */
export interface Change {
  readonly where: number;
  readonly value: unknown;
}

/** The whole as often as one of its many members. */
export const change: fc.Arbitrary<Change> = fc.record({
  where: fc.oneof(fc.constant(0), fc.nat(2000), fc.nat(20)),
  value: fc.oneof({ weight: 5, arbitrary: json }, { weight: 1, arbitrary: fc.constant(undefined) }),
});

/** A right value with something else at one or two places. */
export function mutatedJson(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(right, fc.array(change, { minLength: 0, maxLength: 2 }))
    .map(([start, changes]) => changes.reduce((now: unknown, one) => changed(now, one), start));
}

export function changed(value: unknown, { where, value: other }: Change): unknown {
  const places = placesIn(value, 6);
  return putAt(value, places[where % places.length] ?? [], other);
}

function putAt(inner: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(inner))
    return inner.flatMap((one: unknown, index) => {
      if (String(index) !== key) return [one];
      return rest.length === 0 && other === undefined ? [] : [putAt(one, rest, other)];
    });
  return Object.fromEntries(
    Object.entries(inner as object).flatMap(([name, one]: [string, unknown]) => {
      if (name !== key) return [[name, one]];
      return rest.length === 0 && other === undefined ? [] : [[name, putAt(one, rest, other)]];
    }),
  );
}

/** The ways to a value and to all inside of it, as deep as answers go. */
function placesIn(
  value: unknown,
  depth: number,
  path: readonly string[] = [],
): readonly (readonly string[])[] {
  const inner =
    typeof value === "object" && value !== null && depth > 0 ? Object.entries(value).slice(0, 200) : [];
  return [path, ...inner.flatMap(([key, one]) => placesIn(one, depth - 1, [...path, key]))];
}
