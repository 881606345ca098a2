import { expect, test } from "@jest/globals";
import { decide } from "../../../../kit/release/decision/decision.ts";
import { endingOf } from "../../../../kit/release/decision/ending.ts";
import {
  facts,
  functions,
  job,
  migrated,
  neverRan,
  now,
  policy,
  rejection,
  until,
} from "../../../support/decided.ts";

const rejected = until("deploy-web", "failure");
const running = (name: string) => job(name, { conclusion: null, completedAt: null });

test("where one run releases to two targets, the jobs of the other one say nothing of this one", () => {
  const jobs = [
    job("staging / deploy-web", { conclusion: "success" }),
    job("staging / rollback", { conclusion: "success" }),
    neverRan("production / deploy-web"),
    running("production / rollback"),
  ];
  const run = facts([migrated, functions], { jobs, reviews: [rejection] });
  expect(endingOf("deploy-web", rejected["deploy-web"], run)).toBe("rejected");
  const held = decide(rejected, run, now, { ...policy, onRejection: "hold" });
  expect(held).toMatchObject({ do: "hold", because: expect.stringContaining("was rejected") });
});

test("where it cannot be told whose jobs they are, the reviews and the job's own word are what counts", () => {
  const jobs = [
    job("staging / deploy-web"),
    running("staging / rollback"),
    neverRan("production / deploy-web"),
    running("production / rollback"),
  ];
  const run = facts([migrated, functions], { jobs, reviews: [rejection] });
  expect(endingOf("deploy-web", rejected["deploy-web"], run)).toBe("rejected");
});

test("GitHub does not tell environments by capital letters", () => {
  const reviews = [{ state: "rejected", environments: ["Production-Deploy-Web"] }];
  const run = facts([migrated, functions], { jobs: [neverRan("deploy-web")], reviews });
  expect(endingOf("deploy-web", rejected["deploy-web"], run)).toBe("rejected");
});
