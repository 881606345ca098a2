import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Policy, activated, decide } from "../../../../kit/release/decision/decision.ts";
import { type Needs, readNeeds } from "../../../../kit/release/decision/needs.ts";
import { phaseNames } from "../../../../kit/release/phases.ts";
import {
  all,
  facts,
  functions,
  job,
  migrated,
  neverRan,
  now,
  passed,
  policy,
  rejection,
  staged,
  until,
  verdict,
} from "../../../support/decided.ts";

test("the way back is web, its cache, functions; a staged site and migrations have none", () => {
  expect(decide(passed, facts(all), now, policy).components).toEqual(["web", "cdn", "functions"]);
  expect(activated([migrated, functions, staged])).toEqual(["functions"]);
});

test("on-rejection and on-cancel may hold instead", () => {
  const held: Policy = { ...policy, onRejection: "hold", onCancel: "hold" };
  const rejected = facts([functions], { jobs: [neverRan("deploy-web")], reviews: [rejection] });
  expect(decide(until("deploy-web", "failure"), rejected, now, held).do).toBe("hold");
  expect(decide(until("smoke", "cancelled"), facts(all), now, held).do).toBe("hold");
});

test("no rollback passes a migration that breaks the former code", () => {
  const off = { ...policy, off: "0014 drops a column that the former functions read" };
  const decided = decide(until("smoke", "failure", verdict("fail")), facts(all), now, off);
  expect(decided).toMatchObject({
    do: "hold",
    because: expect.stringMatching(/smoke says fail; but .* off, because 0014/),
  });
});

test("a re-run's lost smoke is not taken for the failed smoke of the attempt before", () => {
  const stale = until("smoke", "failure", { verdict: "fail", attempt: "1" });
  expect(decide(stale, facts(all, { attempt: 2 }), now, policy)).toMatchObject({ do: "hold" });
  expect(decide(stale, facts(all, { attempt: 1 }), now, policy)).toMatchObject({ do: "roll-back" });
  const unstamped = until("smoke", "failure", { verdict: "fail" });
  expect(decide(unstamped, facts(all, { attempt: 2 }), now, policy)).toMatchObject({ do: "hold" });
});

test("where the rollback alone is run again, what smoke said when it ran still counts", () => {
  const said = until("smoke", "failure", { verdict: "fail", attempt: "1" });
  const kept = facts(all, { attempt: 3, jobs: [job("smoke", { attempt: 1 })] });
  expect(decide(said, kept, now, policy)).toMatchObject({ do: "roll-back", because: "smoke says fail" });
  const lost = facts(all, { attempt: 3, jobs: [job("smoke", { attempt: 2 })] });
  expect(decide(said, lost, now, policy)).toMatchObject({ do: "hold", because: "smoke lost its runner" });
});

test("a rejection of an earlier attempt is not taken for one of this", () => {
  const again = facts(all, { attempt: 2, jobs: [job("deploy-web", { attempt: 2 })], reviews: [rejection] });
  expect(decide(until("deploy-web", "failure"), again, now, policy).because).toContain("lost its runner");
});

const aNeed = fc.record({
  result: fc.oneof(fc.constantFrom("success", "failure", "cancelled", "skipped"), fc.string()),
  outputs: fc.dictionary(
    fc.constantFrom("verdict", "attempt", "failed", "work", "started"),
    fc.oneof(
      fc.constantFrom("pass", "fail", "error", "inconclusive", "1", "2", "none", "commands"),
      fc.string(),
    ),
  ),
});
const needsOfAnyKind = fc.dictionary(fc.constantFrom(...phaseNames), aNeed) as fc.Arbitrary<Needs>;
const aJob = fc.record({
  name: fc.constantFrom(...phaseNames),
  attempt: fc.integer({ min: 1, max: 3 }),
  conclusion: fc.constantFrom("success", "failure", "cancelled", "timed_out", null),
  ran: fc.boolean(),
  createdAt: fc.option(fc.integer()),
  startedAt: fc.option(fc.integer()),
  completedAt: fc.option(fc.integer()),
});
const aBegun = fc.record({
  phase: fc.constantFrom(...phaseNames),
  component: fc.constantFrom("web", "functions", "web-staged", "0008", "cdn"),
  at: fc.option(fc.integer()),
});
const factsOfAnyKind = fc.record({
  attempt: fc.integer({ min: 1, max: 3 }),
  jobs: fc.array(aJob),
  reviews: fc.array(
    fc.constantFrom(rejection, { state: "approved", environments: ["production-deploy-web"] }),
  ),
  environments: fc.constant({ "deploy-web": "production-deploy-web" }),
  begun: fc.array(aBegun),
  wentBack: fc.boolean(),
});
const policies = fc.record({
  onRejection: fc.constantFrom("roll-back" as const, "hold" as const),
  onCancel: fc.constantFrom("roll-back" as const, "hold" as const),
  rollbackWindow: fc.nat(),
});

test("for anything that may come it decides, and never to roll back what was not activated", () => {
  fc.assert(
    fc.property(needsOfAnyKind, factsOfAnyKind, policies, (needs, known, any) => {
      const decided = decide(needs, known, now, any);
      expect(decided.because).not.toBe("");
      if (activated(known.begun).length === 0) expect(decided.do).not.toBe("roll-back");
      if (decided.do === "none")
        expect(Object.values(needs).some(({ result }) => result === "failure")).toBe(false);
      if (decided.do === "roll-back") expect(decided.components).toEqual(activated(known.begun));
    }),
    { numRuns: 2000 },
  );
});

test("every combination of results decides, and without a change there is nothing to hold or undo", () => {
  const results = ["success", "failure", "cancelled", "skipped"];
  const chain = phaseNames.slice(1);
  for (let index = 0; index < results.length ** chain.length; index += 7) {
    const needs = Object.fromEntries(
      chain.map((phase, place) => {
        const result = results[Math.floor(index / results.length ** place) % results.length] ?? "";
        return [phase, { result, outputs: {} }];
      }),
    );
    expect(["stop", "none"]).toContain(decide(needs, facts([]), now, policy).do);
    expect(["hold", "watch", "none"]).toContain(decide(needs, facts([migrated]), now, policy).do);
    expect(["roll-back", "hold", "watch", "none"]).toContain(decide(needs, facts(all), now, policy).do);
  }
});

test("needs of any kind are read, and what does not fit is left out", () => {
  expect(readNeeds("not json")).toBeUndefined();
  expect(readNeeds("[1]")).toBeUndefined();
  expect(
    readNeeds(
      '{"smoke":{"result":"failure","outputs":{"verdict":"fail","x":1}},"plan":{},"other":{"result":"x"}}',
    ),
  ).toEqual({ smoke: { result: "failure", outputs: { verdict: "fail" } } });
  fc.assert(fc.property(fc.json(), (text) => void readNeeds(text)));
});
