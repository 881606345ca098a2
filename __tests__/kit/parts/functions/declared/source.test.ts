import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fileChanges } from "../../../../../kit/parts/functions/tell/function-details.ts";
import {
  type SourceFile,
  relativeTo,
  sourceDigest,
} from "../../../../../kit/parts/functions/declared/source.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const line = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\n\0]/g, ""));
const lines = fc.array(line, { maxLength: 5 });
/** Names that locales sort otherwise than code units do. */
const name = fc.oneof(
  fc.constantFrom("a.ts", "B.ts", "ä.ts", "z.ts", "_shared/Z.ts", "_shared/a.ts", "../x-1.ts", "../x_1.ts"),
  fc.stringMatching(/^[a-zA-Z0-9äöüß_-]{1,8}\.ts$/),
);
const tree = fc.uniqueArray(fc.tuple(name, lines), { selector: ([path]) => path, maxLength: 8 });

test("the digest depends on neither the order in which files are found nor on how a checkout ends lines", () => {
  fc.assert(
    fc.property(tree, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.nat()), (files, crlf, order) => {
      const plain = files.map(([path, text]) => ({ path, content: bytes(text.join("\n")) }));
      const elsewhere = files.map(([path, text]): SourceFile & { at: number } => ({
        path,
        content: bytes(text.join(crlf.next().value ? "\r\n" : "\n")),
        at: order.next().value,
      }));
      elsewhere.sort((a, b) => a.at - b.at);
      expect(sourceDigest(elsewhere)).toBe(sourceDigest(plain));
    }),
  );
});

test("any other change of any file is another digest", () => {
  fc.assert(
    fc.property(tree, name, lines, (files, path, text) => {
      const before = new Map(files.map(([one, its]) => [one, its.join("\n")]));
      const after = new Map([...before, [path, text.join("\n")]]);
      const digest = (all: ReadonlyMap<string, string>): string =>
        sourceDigest([...all].map(([one, its]) => ({ path: one, content: bytes(its) })));
      expect(digest(after) === digest(before)).toBe(before.get(path) === after.get(path));
    }),
  );
});

test("a file that is no text is taken as it is, and line ends alone are no change to look at", () => {
  const file = (text: string) => [{ path: "a.bin", content: bytes(text) }];
  expect(sourceDigest(file("\0\r\n"))).not.toBe(sourceDigest(file("\0\n")));
  expect(sourceDigest(file("a\rb"))).not.toBe(sourceDigest(file("a\nb")));
  const was = { entrypoint: "a.bin", importMap: null, files: file("a\nb\n") };
  expect(fileChanges(was, { files: file("a\r\nb\r\n") })).toEqual([]);
});

test("wherever a platform keeps the sources, a file's path from the entrypoint is the same", () => {
  const parts = fc.array(fc.stringMatching(/^[a-z0-9_-]{1,6}$/), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(parts, parts, parts, parts, (here, there, folder, file) => {
      const at = (root: readonly string[]) =>
        relativeTo([...root, ...folder, "index.ts"].join("/"), [...root, ...file].join("/"));
      expect(at(there)).toBe(at(here));
    }),
  );
});
