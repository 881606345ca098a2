import { expect, test } from "@jest/globals";
import type { Input } from "../../kit/action/input.ts";
import { specs } from "../../scripts/specs.ts";
import { allWorkflows, type Step } from "./workflow-files.ts";

const minute = 60_000;

/** What checking out, setting up, and moving artifacts may take beside the actions. */
const beside = 5 * minute;

const { rollout } = allWorkflows();
const none: readonly string[] = [];

function milliseconds(input: Input<unknown> | undefined, text = input?.fallback): number {
  const parsed = input?.parse(text);
  return parsed && "value" in parsed ? (parsed.value as number) : Number.NaN;
}

/** How long a step's action may take: as the chain says, else as the action itself does. */
function limitOf({ uses, with: given }: Step): number {
  const spec = specs.find(({ name }) => uses === `$/actions/${name}`);
  const said = given?.["time-limit"];
  return milliseconds(spec?.inputs["time-limit"], typeof said === "string" ? said : undefined);
}

test("in every job of the chain its actions end by themselves before the job's time is over, which would look like a cancel", () => {
  const jobs = Object.entries(rollout?.jobs ?? {});
  expect(jobs.length).toBeGreaterThan(9);
  const wrong = jobs.flatMap(([id, { steps = [], "timeout-minutes": minutes = 360 }]) => {
    const own = steps.filter(({ uses }) => uses?.startsWith("$/actions/"));
    const all = own.reduce((sum, step) => sum + limitOf(step), beside);
    return all <= minutes * minute ? [] : [`${id}: ${all / minute} min of limits in ${minutes} min`];
  });
  expect(wrong).toEqual(none);
});

/** Durations that nobody waits for. */
const ages = ["rollback-window", "plan-max-age", "baseline", "watch-limit"];

test("nothing that an action waits for is, as it comes, longer than the action may take", () => {
  const wrong = specs.flatMap(({ name, inputs }) => {
    const limit = milliseconds(inputs["time-limit"]);
    return Object.entries(inputs)
      .filter(([key, { kind, fallback }]) => kind === "duration" && fallback && !ages.includes(key))
      .filter(([key, input]) => key !== "time-limit" && !(milliseconds(input) < limit))
      .map(([key]) => `${name}.${key}`);
  });
  expect(wrong).toEqual(none);
});
