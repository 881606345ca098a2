import type { PhaseName } from "../../../kit/release/phases.ts";
import type { Plan, PlanPart } from "../../../kit/release/plan/plan.ts";
import { changeLine, foldedOf, tableOf, trialOf } from "./change.ts";
import type { Section } from "../../../kit/action/fit.ts";
import { decisionAt } from "./gates.ts";
import { amount, noRollback } from "./risk.ts";
import { code, plain } from "../../../kit/action/markdown.ts";

interface Shown {
  readonly slice: readonly string[];
  readonly preview?: boolean;
}

/** A phase as sections: what it changes and what that means; then what is folded of it. */
export function phaseSections(plan: Plan, part: PlanPart, shown: Shown): readonly Section[] {
  const { phase, details = [], says, trials = [] } = part;
  const changes = details.length > 0 ? details.map(changeLine) : says.map((line) => `- ${plain(line)}`);
  const text = [
    `### ${phase}: ${amount(part)}`,
    changes.join("\n"),
    ...details.flatMap(tableOf),
    ...trials.flatMap(trialOf),
    // Another mark begins another list.
    meaning(plan, part, shown)
      .map((line) => `* ${line}`)
      .join("\n"),
  ].join("\n\n");
  const folds = details.flatMap(foldedOf).map((fold): Section => ({ ...fold, kind: "fold" }));
  return [{ kind: "whole", title: phase, text }, ...folds];
}

/** What a person decides here, and how it would be undone. */
function meaning(plan: Plan, part: PlanPart, { slice, preview = false }: Shown): readonly string[] {
  const decision = decisionAt(plan, part.phase, slice);
  const digest = preview ? undefined : plan.digests[part.phase]?.slice(0, 12);
  return [
    ...(preview
      ? []
      : decision === undefined
        ? ["No gate pauses the chain here."]
        : [decision.approve, decision.reject]),
    `**Undo:** ${undone(plan, part)}`,
    ...part.unverified.map((text) => `**Not verified:** ${plain(text)}`),
    ...(digest === undefined || digest === "" ? [] : [`**Bound to** digest ${code(digest)}`]),
  ];
}

const ways: Readonly<Partial<Record<PhaseName, string>>> = {
  "deploy-functions":
    "the sources and settings that are live now are kept beside this plan; one call puts them back.",
  "deploy-web": "the host moves its domains back to the deployment that is live now.",
  "purge-cdn": "after the web app went back, the same routes are purged again and verified.",
};

function undone(plan: Plan, { phase, undo }: PlanPart): string {
  if (undo.possible === "no") return `**not possible**: ${plain(undo.why)}.`;
  const way = ways[phase] ?? "goes back by itself.";
  return noRollback(plan) === undefined ? way : `by hand only (automatic rollback is off): ${way}`;
}
