import type { Axis } from "../judge/rule.ts";
import type { RuleId } from "../judge/rules.ts";
import type { FactKind } from "./fact.ts";

/** On which axis a fact hurts. */
const axes: Readonly<Record<FactKind, Axis>> = {
  "table-gone": "data_loss",
  "table-recreated": "data_loss",
  "sequence-gone": "data_loss",
  "column-gone": "data_loss",
  "column-recreated": "data_loss",
  "column-narrowed": "data_loss",
  // Its values can be computed again.
  "computed-gone": "breaks_clients",
  "view-gone": "breaks_clients",
  "relation-renamed": "breaks_clients",
  "column-renamed": "breaks_clients",
  "column-type": "breaks_clients",
  "view-column-gone": "breaks_clients",
  "view-column-type": "breaks_clients",
  "routine-gone": "breaks_clients",
  "routine-renamed": "breaks_clients",
  "routine-changed": "breaks_clients",
  "type-gone": "breaks_clients",
  "type-renamed": "breaks_clients",
  "label-gone": "breaks_clients",
  // Every value of the type loses it, wherever one is kept.
  "attribute-gone": "data_loss",
  "attribute-changed": "breaks_clients",
  "trigger-gone": "breaks_clients",
  "trigger-narrowed": "breaks_clients",
  "rule-instead": "breaks_clients",
  unpublished: "breaks_clients",
  "column-required": "tightens",
  "default-gone": "tightens",
  "definer-gone": "tightens",
  "grant-regained": "tightens",
  "constraint-added": "tightens",
  // Who reads the view sees what its owner may see: not more is refused, but rights are other ones.
  "invoker-gone": "tightens",
  "policy-gone": "tightens",
  "grant-gone": "tightens",
  rewritten: "lock_hazard",
  scanned: "lock_hazard",
};

export function axisOf(kind: FactKind): Axis {
  return axes[kind];
}

const rules = {
  data_loss: "replay-loss",
  breaks_clients: "replay-break",
  tightens: "replay-tightens",
  lock_hazard: "replay-rewrite",
} as const satisfies Readonly<Record<Axis, RuleId>>;

/** The rule of a fact that nothing but a replay, or the live database, tells. */
export function ruleOfFact(kind: FactKind): RuleId {
  return kind === "scanned" ? "replay-scan" : rules[axisOf(kind)];
}
