import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { signJwt } from "../../../../kit/compatibility/tokens.ts";
import {
  asUploaded,
  decodeBundle,
  encodeBundle,
  onPlatform,
  sourceDigest,
} from "../../../../rehearsal/stand-ins/supabase/bundle.ts";
import { isValidJwt, projectKeys, roleToken } from "../../../../rehearsal/stand-ins/supabase/keys.ts";
import { newSupabaseState, type FunctionState } from "../../../../rehearsal/stand-ins/supabase/state.ts";

const segment = fc
  .string({ minLength: 1, unit: "grapheme" })
  .filter((text) => !/[/\\%\0]|^\.+$|[\ud800-\udfff]/u.test(text));
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
const files = fc.dictionary(
  path,
  fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("base64")),
  { noNullPrototype: true },
);
const secret = "a secret of at least thirty-two characters";

test("a bundle holds exactly its sources, whatever their order", () => {
  fc.assert(
    fc.property(files, (sources) => {
      const reversed = Object.fromEntries(Object.entries(sources).toReversed());
      expect(encodeBundle(reversed)).toEqual(encodeBundle(sources));
      expect(decodeBundle(encodeBundle(sources))).toEqual(sources);
      expect(sourceDigest(reversed)).toBe(sourceDigest(sources));
    }),
  );
});

test("the digest changes with any path and any content", () => {
  fc.assert(
    fc.property(files, files, (a, b) => {
      fc.pre(Object.keys(a).length > 0 || Object.keys(b).length > 0);
      const same = encodeBundle(a).equals(encodeBundle(b));
      expect(sourceDigest(a) === sourceDigest(b)).toBe(same);
    }),
  );
});

test("what is no bundle of ours is undefined, never a crash", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(decodeBundle(Buffer.from(bytes))).toBeUndefined();
      expect(decodeBundle(Buffer.concat([Buffer.from("EZBR"), bytes]))).toBeUndefined();
    }),
  );
});

test("a path on the platform leads back to the uploaded one", () => {
  fc.assert(
    fc.property(path, fc.nat(), (uploaded, version) => {
      const fn = { id: "00000000-0000-4000-8000-000000000001", version } as FunctionState;
      expect(asUploaded(onPlatform("a".repeat(20), fn, uploaded))).toBe(uploaded);
      expect(asUploaded(uploaded)).toBe(uploaded);
    }),
  );
});

test("a token is valid only whole, only with its secret, only in its time", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4_000_000_000 }), fc.nat({ max: 80 }), (exp, at) => {
      const token = signJwt({ role: "authenticated", exp }, secret);
      expect(isValidJwt(token, secret, exp * 1000 - 1)).toBe(true);
      expect(isValidJwt(token, secret, exp * 1000)).toBe(false);
      expect(isValidJwt(token, `${secret}!`, 0)).toBe(false);
      expect(isValidJwt(token.slice(0, at) + token.slice(at + 1), secret, 0)).toBe(false);
    }),
  );
  expect(isValidJwt("", secret, 0)).toBe(false);
});

test("keys follow from project and secret, and no other key says a role", () => {
  const keys = projectKeys("a".repeat(20), secret);
  expect(projectKeys("a".repeat(20), secret)).toEqual(keys);
  expect(Object.values(projectKeys("b".repeat(20), secret)).map((key) => roleToken(keys, key))).toEqual(
    Array.from({ length: 4 }),
  );
  expect(keys.publishable).toMatch(/^sb_publishable_[\w-]{22}_[\w-]{8}$/);
});

test("a project ref that cannot be one is refused", () => {
  expect(() => newSupabaseState({ ref: "short", tokens: {} })).toThrow("20 lower-case letters");
});
