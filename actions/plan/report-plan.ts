import type { Report } from "../../kit/action/report.ts";
import type { Plan } from "../../kit/release/plan/plan.ts";
import { type Extras, planPage } from "./page/page.ts";
import { alarmOf, gatesTable, rulesEvidence } from "./say-rules.ts";

/** The plan as a person reads it before approving. */
export function reportPlan(plan: Plan, extras: Extras): Report {
  const { headline, next, sections } = planPage(plan, extras);
  const busy = plan.parts.filter((part) => part.work === "some");
  const open = busy.flatMap(({ unverified }) => unverified).length;
  const gates = gatesTable(plan);
  return {
    verdict: "pass",
    reason: alarmOf(plan.rules) + headline,
    next,
    evidence: [
      `${busy.length} of ${plan.parts.length} phases have work`,
      ...rulesEvidence(plan),
      ...(open === 0
        ? []
        : [`${open} ${open === 1 ? "point is" : "points are"} not verified, told at the phases`]),
    ],
    sections,
    tables: gates.rows.length === 0 ? [] : [gates],
  };
}
