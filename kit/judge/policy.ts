import type { Concern } from "./rule.ts";
import { type RuleId, ruleOf } from "./rules.ts";

export type Severity = "fail" | "warn";

/** What is done about each axis. What cannot be run is always refused. */
export type Policy = Readonly<Record<Exclude<Concern, "invalid">, Severity | "off">>;

/** Data goes one way, and old code must work on the new schema; the rest is for people to weigh. */
export const defaultPolicy: Policy = {
  data_loss: "fail",
  breaks_clients: "fail",
  opaque: "fail",
  tightens: "warn",
  lock_hazard: "warn",
};

/** The strongest that the policy says of the rule's axes. */
export function severityOf(rule: RuleId, policy: Policy): Severity | "off" {
  const { axes, degree } = ruleOf(rule);
  const said = axes.map((axis) => (axis === "invalid" ? "fail" : policy[axis]));
  if (said.every((one) => one === "off")) return "off";
  if (degree === "scoped") return "warn";
  return degree === "drop" || said.includes("fail") ? "fail" : "warn";
}
