import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { globToRegExp } from "../../../rehearsal/player/files/glob.ts";
import { parseCommand } from "../../../rehearsal/player/run/commands.ts";
import { parsePairs } from "../../../rehearsal/player/run/file-commands.ts";
import { createMasks } from "../../../rehearsal/player/run/masks.ts";

const name = fc.stringMatching(/^[a-zA-Z_][\w-]{0,8}$/);
const encode = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const encodeProperty = (text: string): string => encode(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

test("a command comes out as the toolkit puts it in", () => {
  fc.assert(
    fc.property(
      name,
      fc.dictionary(name, fc.string({ minLength: 1 })),
      fc.string(),
      (command, properties, message) => {
        const written = Object.entries(properties).map(([key, value]) => `${key}=${encodeProperty(value)}`);
        const line = `::${command}${written.length > 0 ? ` ${written.join(",")}` : ""}::${encode(message)}`;
        expect(parseCommand(line)).toEqual({ name: command.toLowerCase(), properties, message });
      },
    ),
  );
});

test.each(["", "text", ":: ::x", "a ::error::x", "::error", "::error:x", "https://a::b::c"])(
  "%p is no command",
  (line) => {
    expect(parseCommand(line)).toBeUndefined();
  },
);

test("pairs come out as the toolkit puts them in", () => {
  const text = fc.string().map((value) => value.replaceAll("\r", ""));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, text), { maxLength: 5 }), (pairs) => {
      const written = pairs
        .map(([key, value]) => `${key}<<ghadelimiter_1\n${value}\nghadelimiter_1\n`)
        .join("");
      expect([...parsePairs(written)]).toEqual([...new Map(pairs)]);
    }),
  );
});

test("a value may hold what looks like a block, and the other way round", () => {
  expect([...parsePairs("a=b<<c\nd<<E\nx=y\nE\n\nempty=\n")]).toEqual([
    ["a", "b<<c"],
    ["d", "x=y"],
    ["empty", ""],
  ]);
});

test("no text that was masked keeps its secret", () => {
  const secret = fc.stringMatching(/^[a-zA-Z0-9+/=@ ]{4,20}$/).filter((text) => text.trim().length > 3);
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 3 }),
      fc.string(),
      fc.string(),
      (secrets, before, after) => {
        const masks = createMasks(secrets);
        for (const one of secrets) {
          const value = one.trim();
          for (const text of [
            before + value + after,
            Buffer.from(before + value + after).toString("base64"),
          ]) {
            expect(masks.hide(text)).not.toContain(value);
          }
          expect(masks.holds(before + value + after)).toBe(true);
        }
      },
    ),
  );
});

test("a secret of nine bytes or more is found in base64, wherever it begins in it", () => {
  const masks = createMasks(["correct horse"]);
  for (const before of ["", "x", "xy", "xyz"]) {
    expect(masks.holds(Buffer.from(`${before}correct horse tail`).toString("base64"))).toBe(true);
  }
});

test("a secret of several lines is masked line by line, an empty one not at all", () => {
  const masks = createMasks(["one-line\ntwo-line\n", "", " \n"]);
  expect(masks.hide("a one-line b two-line c")).toBe("a *** b *** c");
  expect(masks.hide(" ")).toBe(" ");
});

test("secrets that overlap leave nothing between them", () => {
  expect(createMasks(["abcdef", "defghi", "xabc"]).hide("-xabcdefghi-abc-")).toBe("-***-abc-");
});

test.each([
  ["**/*.json", ["a.json", "x/y/b.json"], ["a.jsonc", "a/json"]],
  ["*.json", ["a.json"], ["x/a.json"]],
  ["dist/**", ["dist/a", "dist/x/y"], ["distant/a", "a/dist/b"]],
  ["a?.[ch]", ["ab.c", "ax.h"], ["a.c", "ab.d"]],
  ["a+(b).txt", ["a+(b).txt"], ["aab.txt"]],
  ["[!a]b", ["cb"], ["ab"]],
])("the glob %s", (glob, yes, no) => {
  expect(yes.filter((path) => !globToRegExp(glob).test(path))).toEqual([]);
  expect(no.filter((path) => globToRegExp(glob).test(path))).toEqual([]);
});
