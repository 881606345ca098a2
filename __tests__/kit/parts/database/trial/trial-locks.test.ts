import { expect, test } from "@jest/globals";
import { unshownLocks } from "../../../../../kit/parts/database/trial/trial-locks.ts";
import type { PlanPart } from "../../../../../kit/release/plan/plan.ts";

const orders = { relation: "public.orders", mode: "AccessExclusiveLock" };
const people = { relation: "public.people", mode: "ShareLock" };

const approved = (shadow: object): PlanPart => ({
  phase: "migrate",
  work: "some",
  decisions: {},
  measurements: JSON.parse(JSON.stringify({ shadow })) as PlanPart["measurements"],
  undo: { possible: "yes" },
  unverified: [],
  says: [],
});

test("a lock that the replay of the file did not show is told, and one that is stronger than shown", () => {
  const shown = approved({ files: [{ path: "a.sql", locks: [people, { ...orders, mode: "ShareLock" }] }] });
  expect(unshownLocks("a.sql", [people, orders], shown)).toEqual([orders]);
});

test("where nothing was replayed, nothing is told", () => {
  expect(unshownLocks("a.sql", [orders], undefined)).toEqual([]);
  expect(unshownLocks("a.sql", [orders], approved({ files: [{ path: "a.sql", unverified: "x" }] }))).toEqual(
    [],
  );
  expect(unshownLocks("a.sql", [orders], approved({ files: [{ path: "b.sql", locks: [] }] }))).toEqual([]);
});
