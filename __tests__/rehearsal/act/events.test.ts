import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { readActLine } from "../../../rehearsal/act/events.ts";

const inCalled = {
  job: "rollout/rollout/deploy-web      ",
  jobID: "deploy-web",
  level: "info",
  dryrun: false,
};
const job = { key: "rollout/deploy-web", id: "deploy-web", name: "rollout / deploy-web" };
const read = (said: Readonly<Record<string, unknown>>): unknown => readActLine(JSON.stringify(said));

test("a job of a called workflow is named as GitHub names it; one of the caller by its id", () => {
  const begins = { step: "Set up job", msg: "⭐ Run Set up job" };
  expect(read({ ...inCalled, ...begins })).toEqual({ kind: "job-started", job });
  const own = { key: "release", id: "release", name: "release" };
  expect(read({ job: "release/release", ...begins })).toEqual({ kind: "job-started", job: own });
});

test.each(["success", "failure", "skipped"])("a job's end is %s", (jobResult) => {
  expect(read({ ...inCalled, jobResult, msg: "🏁" })).toEqual({
    kind: "job-finished",
    job,
    result: jobResult,
  });
});

test("a step of a composite action begins, once", () => {
  const step = { ...inCalled, stage: "Main", stepID: ["rollout", "observe"] };
  const msg = "⭐ Run Main prism-rollout/prism-rollout/actions/observe@v1";
  expect(read({ ...step, msg })).toEqual({ kind: "inner-step-started", job, id: "observe" });
  expect(read({ ...step, msg, stepID: ["observe"] })).toBeUndefined();
  expect(read({ ...step, msg: "  ✅  Success - Main", stepResult: "success" })).toBeUndefined();
});

test("an output is told, but not what a child printed that looks like one", () => {
  const said = { ...inCalled, command: "set-output", name: "outcome", arg: "held" };
  expect(read(said)).toEqual({ kind: "output", job, name: "outcome", value: "held" });
  expect(read({ ...said, raw_output: true })).toBeUndefined();
});

test("what a step complains of is told with its job, and what act itself complains of", () => {
  const said = { ...inCalled, command: "error", arg: "The tests fail." };
  expect(read(said)).toEqual({ kind: "error", message: "deploy-web: The tests fail." });
  const line = "Error: workflow is not valid. 'rollout.yml': Line: 212 Column 7: Unknown Property deployment";
  expect(readActLine(line)).toEqual({ kind: "error", message: line.slice("Error: ".length) });
});

test("no line throws", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.string().map((rest) => `{${rest}`),
      ),
      (line) => {
        readActLine(line);
      },
    ),
  );
});
