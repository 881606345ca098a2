import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isAsset, manifestText, parseManifest } from "../../../../kit/parts/web/kept-assets.ts";

const sha1 = fc.stringMatching(/^[0-9a-f]{40}$/);
const path = fc
  .stringMatching(/^[a-z0-9-]{1,8}(\/[a-zA-Z0-9._ -]{1,12})?\.js$/)
  .map((name) => `assets/${name}`);
const file = fc.record({ path, sha1, size: fc.nat() });
const release = fc.record({ marker: fc.string({ minLength: 1 }), files: fc.array(file) });

test("a manifest that was written is read back, its own release first and only once", () => {
  fc.assert(
    fc.property(release, fc.array(release), (own, kept) => {
      const read = parseManifest(manifestText(own, kept), "assets");
      expect(read).toEqual([own, ...kept.filter(({ marker }) => marker !== own.marker)]);
    }),
  );
});

test.each(["", "[]", "null", "<!doctype html>", "{}", '{"schema":"prism-rollout/assets@2","releases":[]}'])(
  "what is no manifest is none: %j",
  (text) => expect(parseManifest(text, "assets")).toBeUndefined(),
);

test.each([
  { path: "assets/../index.html" },
  { path: "/assets/a.js" },
  { path: "index.html" },
  { path: "assets//a.js" },
  { path: "assets/" },
  { sha1: "0".repeat(39) },
  { sha1: "G".repeat(40) },
  { size: -0.5 },
  { size: "1" },
  { size: -1 },
])("one entry that this suite would not write spoils the whole: %j", (change) => {
  const good = { path: "assets/a.js", sha1: "0".repeat(40), size: 1 };
  const text = (one: object): string =>
    JSON.stringify({ schema: "prism-rollout/assets@1", releases: [{ marker: "m", files: [one] }] });
  expect(parseManifest(text(good), "/assets/")).toHaveLength(1);
  expect(parseManifest(text({ ...good, ...change }), "/assets/")).toBeUndefined();
});

test("a folder of hashed files is not the one beside it", () => {
  expect(["assets/a.js", "assets2/a.js", "x/assets/a.js"].map((one) => isAsset(one, "assets"))).toEqual([
    true,
    false,
    false,
  ]);
});
