import { expect, test } from "@jest/globals";
import { differences } from "../../../rehearsal/act/compare.ts";
import { scenarios } from "../../../rehearsal/act/scenarios.ts";
import { phaseNames } from "../../../kit/release/phases.ts";

test("another result, a job that only one engine knows and another outcome are differences", () => {
  const player = { plan: "success", migrate: "failure", run: "failure", outcome: "held" };
  expect(differences({ player, act: player })).toEqual([]);
  expect(differences({ player, act: { ...player, migrate: "success" } })).toEqual(["migrate"]);
  expect(differences({ player, act: {} })).toEqual(["plan", "migrate", "run", "outcome"]);
  expect(differences({ player: {}, act: { audit: "skipped" } })).toEqual(["audit"]);
  expect(differences({ player, act: { ...player, outcome: "stopped" } })).toEqual(["outcome"]);
});

test("the healthy path is compared, and a failure in each phase", () => {
  const failed = new Set(scenarios.flatMap(({ fail }) => fail));
  expect(scenarios.some(({ fail }) => fail.length === 0)).toBe(true);
  expect(phaseNames.filter((phase) => !failed.has(phase))).toEqual([]);
});
