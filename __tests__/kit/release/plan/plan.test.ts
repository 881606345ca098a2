import { expect, test } from "@jest/globals";
import { type PlanPart, differences, partDigest } from "../../../../kit/release/plan/plan.ts";

const part: PlanPart = {
  phase: "migrate",
  work: "some",
  decisions: { head: "0007", pending: [{ version: "0008" }] },
  measurements: { rows: 12 },
  undo: { possible: "no", why: "the schema never goes back by itself" },
  unverified: [],
  says: ["0008"],
};

test("a digest covers decisions, never measurements or what is said about them", () => {
  expect(partDigest({ ...part, measurements: { rows: 99 }, says: ["other words"] })).toBe(partDigest(part));
  expect(partDigest({ ...part, decisions: { head: "0006", pending: [] } })).not.toBe(partDigest(part));
});

test("differences are named by their path", () => {
  const was = { functions: { hello: { digest: "a" }, bye: { digest: "b" } }, head: "1" };
  const is = { functions: { hello: { digest: "c" }, bye: { digest: "b" } }, head: "1" };
  expect(differences(was, is)).toEqual(["functions.hello.digest"]);
});

test("what was added or is gone is a difference too, and a long list is cut", () => {
  expect(differences({ a: 1 }, { b: 1 })).toEqual(["a", "b"]);
  expect(differences({ a: 1, b: 1, c: 1 }, {}, 2)).toEqual(["a", "b"]);
});
