import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { chainProblems } from "../../../../kit/release/evidence/verify.ts";
import { complete, completionLine, intend, type Receipt } from "../../../../kit/release/record/receipt.ts";

const intent = {
  release: "production-20261122-0123456789ab-42",
  phase: "migrate",
  attempt: 1,
  component: "0008",
  before: { head: "0007" },
  intended: { version: "0008" },
  approvedBy: ["ada"],
} as const;

test("receipts of a phase are chained, so that a changed one is seen", () => {
  const first = complete(intend(intent, undefined), "done", { head: "0008" });
  const second = intend({ ...intent, component: "0009" }, first);
  expect(chainProblems([first, second])).toEqual([]);
  const forged: Receipt = { ...first, approvedBy: ["mallory"] };
  expect(chainProblems([forged, second])).toEqual([
    "receipt 1 of migrate (0008) is not the one on which receipt 2 was written: one of them was changed",
  ]);
});

test("a completion always fits into a deployment status, and keeps its digest", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (component, id) => {
      const receipt = complete(intend({ ...intent, component }, undefined), "done");
      const line = completionLine(receipt, id);
      expect(line.length).toBeLessThanOrEqual(140);
      expect(line).toMatch(/ [0-9a-f]{12}$/);
    }),
  );
});
