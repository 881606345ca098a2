import type { Report } from "../../kit/action/report.ts";
import type { Plan } from "../../kit/release/plan.ts";
import type { Room } from "./page/fit.ts";
import { type Extras, planPage } from "./page/page.ts";
import { alarmOf, gatesTable, rulesEvidence } from "./say-rules.ts";

/** The plan in the job summary. */
export function reportPlan(plan: Plan, extras: Extras): Report {
  return reportIn(summaryRoom, plan, extras);
}

/** The plan as a person reads it before approving, in the room that there is. */
export function reportIn(room: Room, plan: Plan, extras: Extras): Report {
  const page = planPage(plan, extras);
  const busy = plan.parts.filter((part) => part.work === "some");
  const open = busy.flatMap(({ unverified }) => unverified).length;
  const gates = gatesTable(plan);
  return {
    verdict: "pass",
    reason: alarmOf(plan.rules) + page.headline,
    next: page.next,
    evidence: [
      `${busy.length} of ${plan.parts.length} phases have work`,
      ...rulesEvidence(plan),
      ...(open === 0
        ? []
        : [`${open} ${open === 1 ? "point is" : "points are"} not verified, told at the phases`]),
    ],
    body: page.body(room),
    tables: gates.rows.length === 0 ? [] : [gates],
  };
}

const summaryRoom: Room = {
  most: 900_000,
  measure: (text) => Buffer.byteLength(text),
  name: "GitHub takes 1 MiB a summary",
  whole: "All of it is in `plan.json`, in the artifact `rollout-plan` of this run.",
};
