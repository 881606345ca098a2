import type { Axis, Concern } from "./rule.ts";
import { type RuleId, ruleOf } from "./rules.ts";

export type Severity = "fail" | "warn";

/**
 * What a person has said of each axis, which then holds for all of its rules; where nothing is said, each rule is as it
 * usually is. What cannot be run is always refused.
 */
export type Policy = Readonly<Partial<Record<Exclude<Concern, "invalid">, Severity | "off" | undefined>>>;

export const defaultPolicy: Policy = {};

/** Data goes one way, and old code must work on the new schema; the rest is for people to weigh. */
const usual: Readonly<Record<Concern, Severity>> = {
  data_loss: "fail",
  breaks_clients: "fail",
  opaque: "fail",
  tightens: "warn",
  lock_hazard: "warn",
  invalid: "fail",
};

/** The strongest that the policy says of the rule's axes. */
export function severityOf(rule: RuleId, policy: Policy): Severity | "off" {
  const { axes, degree } = ruleOf(rule);
  const own = { drop: "fail", scoped: "warn" } as const;
  const said = axes.map((axis) => saidOf(axis, policy) ?? (degree === undefined ? usual[axis] : own[degree]));
  if (said.includes("fail")) return "fail";
  return said.includes("warn") ? "warn" : "off";
}

/** What becomes of something on an axis that is of no rule. */
export function severityOn(axis: Axis, policy: Policy): Severity | "off" {
  return policy[axis] ?? usual[axis];
}

function saidOf(axis: Concern, policy: Policy): Severity | "off" | undefined {
  return axis === "invalid" ? "fail" : policy[axis];
}
