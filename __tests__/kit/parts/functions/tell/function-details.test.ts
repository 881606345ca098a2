import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { countLines } from "../../../../../kit/parts/functions/tell/count-lines.ts";
import { functionDetail } from "../../../../../kit/parts/functions/tell/function-details.ts";
import { type FunctionSource, stateOf } from "../../../../../kit/parts/functions/declared/source.ts";

const source = (files: Readonly<Record<string, string | Uint8Array>>): FunctionSource => ({
  entrypoint: "index.ts",
  importMap: null,
  files: Object.entries(files).map(([path, content]) => ({
    path,
    content: typeof content === "string" ? new TextEncoder().encode(content) : content,
  })),
});
const listed = { id: "1", slug: "hello", name: "hello", status: "ACTIVE", version: 1 };
const live = (made: FunctionSource, verifyJwt: boolean) => ({
  listed,
  source: made,
  state: stateOf(made, verifyJwt),
});
const wanted = (made: FunctionSource, verifyJwt: boolean) => ({
  slug: "hello",
  source: made,
  state: stateOf(made, verifyJwt),
});

test("a function's files are told with their lines, as new, gone or changed", () => {
  const was = source({ "index.ts": "a\nb\nc\n", "old.ts": "x\ny\n", "same.ts": "s\n" });
  const is = source({ "index.ts": "a\nB\nc\nd\n", "new.ts": "n\n", "same.ts": "s\n" });
  const detail = functionDetail({ slug: "hello", live: live(was, true), wanted: wanted(is, true) });
  expect(detail).toEqual({
    what: "hello",
    how: ["+3 −3 in 3 files"],
    beware: [],
    files: [
      { path: "index.ts", is: "changed", lines: { added: 2, removed: 1 } },
      { path: "new.ts", is: "new", lines: { added: 1, removed: 0 } },
      { path: "old.ts", is: "gone", lines: { added: 0, removed: 2 } },
    ],
  });
});

test("what opens to the world is a security change, what closes is not", () => {
  const same = source({ "index.ts": "a\n" });
  const open = functionDetail({ slug: "hello", live: live(same, true), wanted: wanted(same, false) });
  expect(open.beware).toEqual(["Security: verify_jwt goes from true to false, so anybody may call it."]);
  const close = functionDetail({ slug: "hello", live: live(same, false), wanted: wanted(same, true) });
  expect(close).toMatchObject({ how: ["verify_jwt goes from false to true"], beware: [] });
  const fresh = functionDetail({ slug: "hello", live: undefined, wanted: wanted(same, false) });
  expect(fresh.beware).toEqual(["Security: it is new, and anybody may call it (verify_jwt is false)."]);
});

test("of a file that is no text, and of sources that were not given back, no lines are told", () => {
  const binary = (byte: number) => source({ "model.bin": new Uint8Array([0xff, byte]) });
  const detail = functionDetail({
    slug: "hello",
    live: live(binary(1), true),
    wanted: wanted(binary(2), true),
  });
  expect(detail.files).toEqual([{ path: "model.bin", is: "changed" }]);
  const unread = { ...live(binary(1), true), source: undefined, unreadable: "404" };
  expect(functionDetail({ slug: "hello", live: unread, wanted: wanted(binary(2), true) }).how).toEqual([
    "its live sources cannot be read",
  ]);
});

/** The longest common part, by the book. */
function common(a: readonly string[], b: readonly string[]): number {
  const row = Array.from({ length: b.length + 1 }, () => 0);
  for (const left of a) {
    let corner = 0;
    for (const [at, right] of b.entries()) {
      const above = row[at + 1] ?? 0;
      row[at + 1] = left === right ? corner + 1 : Math.max(above, row[at] ?? 0);
      corner = above;
    }
  }
  return row.at(-1) ?? 0;
}

test("lines are counted as the shortest way from one text to the other", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const kept = common(a, b);
      expect(countLines(`${a.join("\n")}\n`, b.join("\r\n"))).toEqual({
        added: b.length - kept,
        removed: a.length - kept,
      });
    }),
  );
});

test("two long texts with nothing in common are counted at once", () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word} ${at}`).join("\n");
  expect(countLines(text("was"), text("is"))).toEqual({ added: 20_000, removed: 20_000 });
  expect(countLines("", text("is"))).toEqual({ added: 20_000, removed: 0 });
});
