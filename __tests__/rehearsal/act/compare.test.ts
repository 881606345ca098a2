import { expect, test } from "@jest/globals";
import { differences } from "../../../rehearsal/act/compare.ts";
import { sampleOf, scenarios } from "../../../rehearsal/act/scenarios.ts";
import { phaseNames } from "../../../kit/release/phases.ts";
import { toldBy } from "../../../rehearsal/release/told-by.ts";
import { outcomeTable, skippedIn } from "../../../scripts/outcome-table.ts";

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

test("a day's sample has what is healthy, and three days have all", () => {
  const days = [20_786, 20_787, 20_788].map((day) => sampleOf(scenarios, day));
  const healthy = scenarios.filter(({ fail }) => fail.length === 0);
  for (const played of days) {
    expect(played).toEqual(expect.arrayContaining([...healthy]));
    expect(played).toHaveLength(healthy.length + 4);
  }
  expect(new Set(days.flat()).size).toBe(scenarios.length);
});

test("every scenario is a row of the outcomes, with the same left out: what the player made of it there is told once", () => {
  const rows = outcomeTable.map((row) => `${row.flags}, without ${skippedIn(row)}`);
  const compared = scenarios.map(({ flags, skip }) => `${flags}, without ${skip}`);
  expect(compared.filter((one) => !rows.includes(one))).toEqual([]);
});

test("what the player made of a run is told by job, without those that only call a workflow", () => {
  const job = (id: string, jobs: readonly unknown[], outputs: object = {}): object => {
    return { id, key: id, name: id, result: "success", outputs, jobs };
  };
  const run = (result: string, jobs: readonly unknown[]): Parameters<typeof toldBy>[0] =>
    ({ result, jobs }) as Parameters<typeof toldBy>[0];
  const jobs = [job("rollout", [job("plan", []), job("rollback", [], { outcome: "released" })])];
  const told = { plan: "success", rollback: "success", run: "success", outcome: "released" };
  expect(toldBy(run("success", jobs))).toEqual(told);
  expect(toldBy(run("failure", []))).toEqual({ run: "failure", outcome: "" });
});
