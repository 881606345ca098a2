import fc from "fast-check";
import { hostile } from "../support/hostile.ts";

const commands = [
  "::set-output name=x::y",
  "\n::add-mask::x",
  "\r##[error]x",
  "\u0085::error::x",
  "%0A::stop-commands::x",
  "EOF\nx<<EOF\ny",
];
const shells = [
  "$(touch pwned)",
  "`touch pwned`",
  "; touch pwned",
  "| touch pwned",
  "&& touch pwned",
  "'\"\\",
];
const paths = [
  "../../../../pwned",
  "/pwned",
  "..\\..\\pwned",
  "a/../../pwned",
  "./",
  "..",
  "C:\\pwned",
  "a//b",
  "a\0b",
];
const names = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "length",
  "then",
  "toJSON",
];
const numbers = ["9007199254740993", "-0", "1e309", "0x10", "1e-400", "99999999999999999999999", "NaN", "-1"];

/** Pieces of text that want to be more than text. */
const tokens: readonly string[] = [...hostile, ...commands, ...shells, ...paths, ...names, ...numbers];

export const token: fc.Arbitrary<string> = fc.constantFrom(...tokens);

const anyUnit = fc.oneof(
  fc.constantFrom(
    "\0",
    "\n",
    "\r",
    "\t",
    "\ud800",
    "\udfff",
    "\u2028",
    "\u0085",
    "\ufeff",
    "\u202e",
    "'",
    '"',
    "`",
  ),
  fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    ":",
    ",",
    "#",
    "%",
    "&",
    "*",
    "!",
    "|",
    "-",
    "\\",
    "/",
    "$",
  ),
  fc.string({ minLength: 1, maxLength: 1, unit: "binary" }),
);

/** A text that repeats a piece far too often. */
export const longText: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(anyUnit, token, fc.constantFrom("[", "{", "(", "a:\n ", "((a|", "/*", "--\n", "a,", "- ")),
    fc.constantFrom(300, 5000, 60_000),
  )
  .map(([piece, times]) => piece.repeat(Math.max(1, Math.floor(times / piece.length))));

/** Any text, hostile more often than not. */
export const text: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.oneof(token, anyUnit, fc.string()), { maxLength: 6 }).map((all) => all.join("")),
  },
  { weight: 3, arbitrary: token },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: longText },
);

/** A short text, for names. */
export const word: fc.Arbitrary<string> = fc.oneof(
  token,
  fc.string({ maxLength: 12 }),
  fc.constantFrom("", " ", "a"),
);

/** A value as `JSON.parse` gives it: also with a member that is called `__proto__`, and nested deeper than a stack. */
export const json: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown>(null, [], {}, "", 0, true, [null], { a: null }, [[]], [{}], -1),
  },
  { weight: 3, arbitrary: fc.jsonValue({ stringUnit: "binary" }) },
  {
    weight: 2,
    arbitrary: fc.oneof(text, fc.constantFrom(2 ** 53 + 2, 1e308, -0.5, 1e-300, 2 ** 31, -(2 ** 63))),
  },
  { weight: 2, arbitrary: fc.dictionary(word, fc.jsonValue({ maxDepth: 1 })).map(withProto) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(200, 5000, 50_000)
      .chain((depth) => fc.boolean().map((list) => nested(depth, list))),
  },
  { weight: 1, arbitrary: fc.constantFrom(1000, 20_000).map((length) => Array.from({ length }, () => null)) },
);

function withProto(value: object): unknown {
  return JSON.parse(
    JSON.stringify(value).replace(/^\{/, '{"__proto__":{"polluted":1},').replace(/,\}$/, "}"),
  );
}

function nested(depth: number, list: boolean): unknown {
  return JSON.parse(
    list ? "[".repeat(depth) + "]".repeat(depth) : '{"a":'.repeat(depth) + "1" + "}".repeat(depth),
  );
}

/** The text of a JSON value; also one that is cut, a page, or nothing. */
export const jsonText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: json.map(textOf) },
  {
    weight: 2,
    arbitrary: fc.tuple(json, fc.nat(40)).map(([value, cut]) => textOf(value).slice(0, -cut - 1)),
  },
  { weight: 2, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", " ", "<!doctype html><title>Log in</title>", "\ufeff{}", "{}{}", "null"),
  },
);

/** As `JSON.stringify`, also of what is nested deeper than its stack. */
export function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  }
}
