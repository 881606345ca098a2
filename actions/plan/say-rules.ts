import type { Table } from "../../kit/action/report.ts";
import type { Plan } from "../../kit/release/plan/plan.ts";

/** What stands before everything else where a release loosens its own rules; else empty. */
export function alarmOf({ loosened }: Plan["rules"]): string {
  return loosened.length === 0 ? "" : `This release loosens its own rules: ${loosened.join("; ")}. `;
}

/** What people should know of the gates before they approve, one line each. */
export function rulesEvidence({ gates, rules }: Plan): readonly string[] {
  const bypass = gates.flatMap((gate) =>
    gate.bypass ? [`an admin may bypass the gate of ${gate.phase} (allow-bypass)`] : [],
  );
  return [
    `${gates.length} of ${gates.length} declared gates are there`,
    ...bypass,
    ...rules.accepted.map((line) => `accepted as it is: ${line}`),
    ...rules.unverified.map((line) => `not verified: ${line}`),
  ];
}

export function gatesTable({ gates }: Plan): Table {
  return {
    title: "Gates",
    columns: ["before", "environment", "holds", "found", "reviewers"],
    rows: gates.map(({ phase, environment, declared, found, reviewers }) => [
      phase,
      environment,
      declared,
      found.join(", "),
      reviewers.join(", "),
    ]),
  };
}
