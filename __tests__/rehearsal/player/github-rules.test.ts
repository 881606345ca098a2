import { expect, test } from "@jest/globals";
import type { Gatekeeper, JobResult, Play, PlayEvent } from "../../../rehearsal/player/player.ts";
import { githubOutputLimits } from "../../../rehearsal/player/run/outputs.ts";
import { conditionRules, refusedRules } from "./rules/conditions.ts";
import { limitRules } from "./rules/limits.ts";
import { resultRules } from "./rules/results.ts";
import { type RerunRule, rerunRules } from "./rules/reruns.ts";
import type { Rule } from "./rules/rule.ts";
import { type Played, annotated, gates, openGates, playText, stage } from "./stage.ts";

const rules = [...resultRules, ...conditionRules, ...limitRules];

test.each(rules.map((rule) => [`${rule.fact}: ${rule.says}`, rule] as const))("%s", async (_, rule) => {
  const where = stage(rule.files ?? {}, { gatekeeper: keeperOf(rule), ...rule.world });
  const during = disturbing(rule);
  const played = await playText(where, `on: push\njobs:\n${rule.jobs}`, { during });
  expectPlayed(played, rule);
  const found = (key: string): JobResult | undefined => played.result.jobs.find((one) => one.key === key);
  for (const [key, outcome] of Object.entries(rule.outcomes ?? {})) expect(found(key)?.outcome).toBe(outcome);
  for (const [key, url] of Object.entries(rule.urls ?? {})) expect(found(key)?.environmentUrl).toBe(url);
});

test("§3.5: GitHub takes outputs of 1 MB a job and 50 MB a run", () => {
  expect(githubOutputLimits).toEqual({ job: 1_048_576, run: 52_428_800 });
});

test.each(refusedRules.map((rule) => [`${rule.fact}: ${rule.says}`, rule] as const))(
  "%s",
  async (_, { jobs, refusal }) => {
    await expect(playText(stage({}), `on: push\njobs:\n${jobs}`)).rejects.toThrow(refusal);
  },
);

test.each(rerunRules.map((rule) => [`${rule.fact}: ${rule.says}`, rule] as const))("%s", async (_, rule) => {
  const where = stage(rule.files ?? {}, { gatekeeper: keeperOf(rule), ...rule.world });
  const text = `on: push\njobs:\n${rule.jobs}`;
  const first = await playText(where, text, { during: disturbing(rule) });
  expect(first.results).toEqual(rule.results);
  const world = { ...where.world, runAttempt: 2, gatekeeper: openGates };
  const again = { jobs: rule.chosen, former: first.result, attempt: 1 };
  const second = await playText({ ...where, world }, text, { again });
  expectPlayed(second, rule.second);
});

function expectPlayed(
  played: Played,
  { results, run, log, outputs = {}, annotation = "" }: RerunRule["second"],
): void {
  expect(played.results).toEqual(results);
  if (run !== undefined) expect(played.result.result).toBe(run);
  if (log !== undefined) expect([...played.log].sort()).toEqual([...log].sort());
  for (const [key, handed] of Object.entries(outputs))
    expect(played.result.jobs.find((one) => one.key === key)?.outputs).toEqual(handed);
  expect(annotated(played)).toContain(annotation);
}

function keeperOf({ gate }: Pick<Rule, "gate">): Gatekeeper {
  return gates(({ environment }) => {
    if (environment !== "gated" || gate === undefined) return { approved: true, secrets: {}, vars: {} };
    return gate === "nobody answers" ? new Promise(() => {}) : { approved: false, how: gate, by: "grace" };
  });
}

/** Acts once, when its moment has come. */
function disturbing({ happens }: Pick<Rule, "happens">): (event: PlayEvent, running: Play) => void {
  let done = happens === undefined;
  return (event, running) => {
    const moment = happens === "cancel-at-gate" ? event.kind === "job-waiting" : isBegun(event);
    if (done || !moment || !("job" in event)) return;
    done = true;
    act(happens, running, event.job.key);
  };
}

function isBegun(event: PlayEvent): boolean {
  return event.kind === "log" && event.line === "begun";
}

function act(happens: Rule["happens"], running: Play, job: string): void {
  if (happens === "lose-runner") running.loseRunner(job);
  else if (happens === "force-cancel") running.forceCancel();
  else running.cancel();
}
