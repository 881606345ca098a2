import { expect, test } from "@jest/globals";
import { differences } from "../../../rehearsal/act/compare.ts";
import { scenarios } from "../../../rehearsal/act/scenarios.ts";
import { phaseNames } from "../../../kit/release/phases.ts";

test("another result, a job that only one engine knows and another outcome are differences", () => {
  const player = { plan: "success", migrate: "failure", run: "failure", outcome: "held" };
  const apart = (act: Readonly<Record<string, string>>): readonly string[] =>
    differences({ player, act }, "held");
  expect(apart(player)).toEqual([]);
  expect(apart({ ...player, migrate: "success" })).toEqual(["migrate"]);
  expect(apart({})).toEqual(["plan", "migrate", "run", "outcome"]);
  expect(apart({ ...player, audit: "skipped" })).toEqual(["audit"]);
  expect(apart({ ...player, outcome: "stopped" })).toEqual(["outcome"]);
});

test("that both make the same of another scenario is no agreement", () => {
  const watching = { release: "failure", outcome: "watching" };
  expect(differences({ player: watching, act: watching }, "released")).toEqual(["outcome"]);
});

test("the healthy path is compared, and a failure in each phase", () => {
  const failed = new Set(scenarios.flatMap(({ fail }) => fail));
  expect(scenarios.some(({ fail }) => fail.length === 0)).toBe(true);
  expect(phaseNames.filter((phase) => !failed.has(phase))).toEqual([]);
});
