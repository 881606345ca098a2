import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readZip } from "../../../kit/ports/read-zip.ts";
import { zipOf } from "../../../rehearsal/stand-ins/github/zip-of.ts";

const texts = (bytes: Uint8Array): unknown =>
  readZip(bytes)?.map(({ path, content }) => [path, Buffer.from(content()).toString()]);

test("stored and deflated files are read, in the archive's order", () => {
  const files = { "a.txt": "one", "b/ü.json": "{}", empty: "" };
  expect(texts(zipOf(files))).toEqual(Object.entries(files));
  expect(texts(zipOf(files, 0))).toEqual(Object.entries(files));
  expect(texts(zipOf({}))).toEqual([]);
});

test("another tool's archive, with a comment after its end, is read too", () => {
  const archive = Buffer.from(
    "UEsDBBQAAAAIAABgdl0TLUMbBwAAACwBAAANAAAAc25hcHNob3QuanNvbquoGAXEAgBQSwECFAMUAAAACAAAYHZdEy1DGwcAAAAsAQAADQAAAAAAAAAAAAAAgAEAAAAAc25hcHNob3QuanNvblBLBQYAAAAAAQABADsAAAAyAAAADgBtYWRlIGVsc2V3aGVyZQ==",
    "base64",
  );
  expect(texts(archive)).toEqual([["snapshot.json", "x".repeat(300)]]);
});

test("what is no whole archive is none, and never throws", () => {
  const whole = zipOf({ "a.txt": "one", "b.txt": "two" });
  fc.assert(
    fc.property(fc.nat(whole.length - 1), (cut) => expect(readZip(whole.subarray(0, cut))).toBeUndefined()),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readZip(bytes)));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
      const broken = Buffer.from(whole);
      broken[at] = value;
      readZip(broken);
    }),
  );
});

test("a file that unpacks to more than it may is refused", () => {
  const [bomb] = readZip(zipOf({ "zeros.bin": new Uint8Array(1_000_000) })) ?? [];
  expect(() => bomb?.content(1000)).toThrow("larger than 1000 bytes");
});
