import type { Report } from "../../kit/action/report.ts";
import type { Plan, PlanPart } from "../../kit/release/plan.ts";
import { alarmOf, gatesTable, rulesEvidence } from "./say-rules.ts";

/** The plan as a person reads it before approving: what changes, phase by phase, and what cannot be undone. */
export function reportPlan(plan: Plan): Report {
  const busy = plan.parts.filter((part) => part.work === "some");
  const what =
    busy.length === 0
      ? `${plan.target} has this release already: nothing to do.`
      : `${busy.length} of ${plan.parts.length} phases have work for ${plan.release}.`;
  return {
    verdict: "pass",
    reason: alarmOf(plan.rules) + what,
    next: busy.length === 0 ? "Nothing to do." : nextStep(plan),
    evidence: [
      `${busy.length} of ${plan.parts.length} phases have work`,
      ...rulesEvidence(plan),
      ...plan.parts.flatMap((part) => part.unverified.map((text) => `not verified: ${text}`)),
    ],
    tables: [
      {
        title: "What would change",
        columns: ["phase", "work", "changes", "can be undone", "digest"],
        rows: plan.parts.map((part) => [
          part.phase,
          part.work,
          part.says.join("\n"),
          undoText(part),
          (plan.digests[part.phase] ?? "").slice(0, 12),
        ]),
      },
      gatesTable(plan),
    ].filter((table) => table.rows.length > 0),
    folded:
      plan.notDeployed.length === 0
        ? []
        : [
            {
              title: "Seen in the repository, not deployed by this suite",
              text: plan.notDeployed.join("\n"),
            },
          ],
  };
}

function nextStep({ gates, parts }: Plan): string {
  const first = gates.find((gate) => parts.some((part) => part.phase === gate.phase && part.work === "some"));
  if (!first) return "No gate is declared for these phases: the chain goes on by itself.";
  return `Review the table, then approve or reject at ${first.environment}.`;
}

function undoText(part: PlanPart): string {
  if (part.work === "none") return "–";
  return part.undo.possible === "yes" ? "yes" : `no: ${part.undo.why}`;
}
