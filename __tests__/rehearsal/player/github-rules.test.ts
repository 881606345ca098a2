import { expect, test } from "@jest/globals";
import type { Gatekeeper, JobResult, Play, PlayEvent } from "../../../rehearsal/player/player.ts";
import { conditionRules, refusedRules } from "./rules/conditions.ts";
import { limitRules } from "./rules/limits.ts";
import { resultRules } from "./rules/results.ts";
import type { Rule } from "./rules/rule.ts";
import { annotated, gates, playText, stage } from "./stage.ts";

const rules = [...resultRules, ...conditionRules, ...limitRules];

test.each(rules.map((rule) => [`${rule.fact}: ${rule.says}`, rule] as const))("%s", async (_, rule) => {
  const where = stage(rule.files ?? {}, { gatekeeper: keeperOf(rule), ...rule.world });
  const during = disturbing(rule);
  const played = await playText(where, `on: push\njobs:\n${rule.jobs}`, { during });
  expect(played.results).toEqual(rule.results);
  if (rule.run !== undefined) expect(played.result.result).toBe(rule.run);
  if (rule.log !== undefined) expect([...played.log].sort()).toEqual([...rule.log].sort());
  const found = (key: string): JobResult | undefined => played.result.jobs.find((one) => one.key === key);
  for (const [key, outputs] of Object.entries(rule.outputs ?? {}))
    expect(found(key)?.outputs).toEqual(outputs);
  for (const [key, outcome] of Object.entries(rule.outcomes ?? {})) expect(found(key)?.outcome).toBe(outcome);
  for (const [key, url] of Object.entries(rule.urls ?? {})) expect(found(key)?.environmentUrl).toBe(url);
  if (rule.annotation !== undefined) expect(annotated(played)).toContain(rule.annotation);
});

test.each(refusedRules.map((rule) => [`${rule.fact}: ${rule.says}`, rule] as const))(
  "%s",
  async (_, { jobs, refusal }) => {
    await expect(playText(stage({}), `on: push\njobs:\n${jobs}`)).rejects.toThrow(refusal);
  },
);

function keeperOf({ gate }: Rule): Gatekeeper {
  return gates(({ environment }) => {
    if (environment !== "gated" || gate === undefined) return { approved: true, secrets: {}, vars: {} };
    return gate === "nobody answers" ? new Promise(() => {}) : { approved: false, how: gate, by: "grace" };
  });
}

/** Acts once, when its moment has come. */
function disturbing({ happens }: Rule): (event: PlayEvent, running: Play) => void {
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
