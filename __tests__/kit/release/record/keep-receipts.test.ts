import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { canonical } from "../../../../kit/release/canonical.ts";
import { receiptsFile } from "../../../../kit/release/record/keep-receipts.ts";
import type { Receipt } from "../../../../kit/release/record/receipt.ts";

test("whatever changes, the file is the canonical text of all receipts, and the last one's words are given", async () => {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const receipt = fc
    .record({ seq: fc.nat(9), after: fc.string({ unit: "grapheme" }) })
    .map((one) => one as unknown as Receipt);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(receipt, { maxLength: 5 }), { maxLength: 6 }), async (turns) => {
      count += 1;
      const path = join(folder, String(count), "receipts.json");
      const write = receiptsFile(path);
      for (const [turn, fresh] of turns.entries()) {
        // As a journal does: most stay the same objects from one turn to the next.
        const all = [...(turns[turn - 1] ?? []).slice(0, 3), ...fresh];
        expect(await write(all)).toBe(all.length === 0 ? "null" : canonical(all.at(-1)));
        expect(await readFile(path, "utf8")).toBe(`${canonical(all)}\n`);
      }
    }),
    { numRuns: 60 },
  );
});

test("changes beside each other are written one after the other, and all of them are there", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "prism-rollout-test-")), "receipts.json");
  const write = receiptsFile(path);
  const all: Receipt[] = [];
  await Promise.all(
    Array.from({ length: 50 }, (_, seq) => {
      all.push({ seq, after: "x".repeat(seq) } as unknown as Receipt);
      return write(all);
    }),
  );
  expect(await readFile(path, "utf8")).toBe(`${canonical(all)}\n`);
});

test("the words of the receipt that has changed are given, also where another one follows it", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "prism-rollout-test-")), "receipts.json");
  const [first, second] = [{ seq: 1 }, { seq: 2 }] as unknown as readonly [Receipt, Receipt];
  const write = receiptsFile(path);
  expect(await write([first, second], second)).toBe(canonical(second));
  const done: Receipt = { ...first, state: "done" };
  expect(await write([done, second], done)).toBe(canonical(done));
});

test("what an earlier process left in the file is written over", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "prism-rollout-test-")), "receipts.json");
  await writeFile(path, "something longer than what is to come, and no JSON at all");
  await receiptsFile(path)([]);
  expect(await readFile(path, "utf8")).toBe("[]\n");
});
