import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { type Canary, formsOf } from "../../../rehearsal/secrets/forms.ts";
import { needlesOf } from "../../../rehearsal/secrets/needles.ts";
import { seekerOf } from "../../../rehearsal/secrets/seeker.ts";
import { zipOf } from "../../../rehearsal/stand-ins/github/zip-of.ts";

const value = `3f8a91c7 "ä%/@\\&<'d20b64ee`;
const canaries: readonly Canary[] = [
  { name: "TOKEN", value },
  {
    name: "DATABASE_URL",
    value: `postgresql://owner:${encodeURIComponent("pa$$ wörd 71c0ffee")}@db.example.com/x`,
  },
  { name: "ACCOUNTS", value: "MAIL=someone@example.com\nPASSWORD=correct horse battery" },
];

function seek(what: string | Buffer) {
  const seeker = seekerOf(() => canaries);
  seeker.look("log", "build", what);
  return seeker.findings();
}
const secrets = (what: string | Buffer): readonly string[] => [
  ...new Set(seek(what).map(({ secret }) => secret)),
];

const spelt: readonly (readonly [how: string, text: string])[] = [
  ["plain", value],
  ["cut", value.slice(0, 20)],
  ["URL-encoded", encodeURIComponent(value)],
  ["URL-encoded, as forms have it", new URLSearchParams({ a: value }).toString()],
  ["in JSON", JSON.stringify({ a: value })],
  ["in JSON, in JSON", JSON.stringify({ a: JSON.stringify({ b: value }) })],
  ["hexadecimal", Buffer.from(value).toString("hex")],
  [
    "in HTML",
    value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;").replace(/'/g, "&#39;"),
  ],
];

test.each(spelt)("a secret is found, %s", (_, text) => {
  expect(secrets(`before ${text} behind`)).toEqual(["TOKEN"]);
  expect(secrets(`before ${text.replace(/(.{7})/g, "$1\n   ")} behind`)).toEqual(["TOKEN"]);
});

test("a secret inside of base64 is found wherever it begins", () => {
  for (const before of ["", "a", "ab", "abc"])
    expect(secrets(Buffer.from(`${before}${value} and more`).toString("base64"))).toEqual(["TOKEN"]);
});

test("a password is found without its address, and the value of a line without its name", () => {
  expect(secrets("password authentication failed: pa$$ wörd 71c0ffee")).toEqual(["DATABASE_URL"]);
  expect(secrets("typed correct horse battery")).toEqual(["ACCOUNTS"]);
});

test("archives are unpacked, also where they lie in each other, and colours do not hide", () => {
  const zip = Buffer.from(zipOf({ "trace.zip": zipOf({ "0.network": Buffer.from(value) }) }));
  expect(seek(zip)).toMatchObject([{ secret: "TOKEN", place: "log", where: "build!trace.zip!0.network" }]);
  expect(secrets(gzipSync(value))).toEqual(["TOKEN"]);
  expect(secrets(`${value.slice(0, 9)}\u001b[31m${value.slice(9)}`)).toEqual(["TOKEN"]);
});

test("nothing is found where there is nothing, and a finding never says the secret", () => {
  expect(seek("3f8a91c7, d20b64ee and other words of no secret; someone@example.org")).toEqual([]);
  expect(JSON.stringify(seek(`all of ${value}`))).not.toContain("3f8a91c7");
});

test("secrets that come later are looked for from then on", () => {
  let known: readonly Canary[] = [];
  const seeker = seekerOf(() => known);
  seeker.look("log", "before", value);
  known = canaries;
  seeker.look("log", "behind", value);
  expect(seeker.findings().map(({ where }) => where)).toEqual(["behind"]);
  expect(seeker.places()).toEqual([{ place: "log", looked: 2, bytes: 2 * Buffer.byteLength(value) }]);
});

test("every form is found at every place of every text, as a search one by one finds it", () => {
  const forms = canaries.flatMap(formsOf);
  const find = needlesOf(forms);
  fc.assert(
    fc.property(fc.string(), fc.nat(forms.length - 1), fc.string(), (before, which, behind) => {
      const bytes = Buffer.from(before + (forms[which]?.text ?? "") + behind);
      const expected = forms.filter(({ text }) => bytes.includes(text));
      expect(new Set(find(bytes))).toEqual(new Set(expected));
    }),
  );
});
