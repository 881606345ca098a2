import { whyNoRollback } from "../../../kit/parts/database/plan/say-plan.ts";
import type { Plan, PlanPart } from "../../../kit/release/plan/plan.ts";
import { counted, listed } from "../../../kit/action/markdown.ts";

/** `high`: it does not go back by itself. `raised`: something of it is to be looked at first. */
export type Risk = "low" | "raised" | "high";

const riskWords: Readonly<Record<Risk, string>> = {
  low: "Low risk",
  raised: "Look closely",
  high: "High risk",
};

/** Why nothing of a release goes back by itself, if that is so. */
export function noRollback(plan: Plan): string | undefined {
  return whyNoRollback(plan);
}

/** The parts of which a rollback is expected, and that have no way back. */
function withoutWayBack(busy: readonly PlanPart[]): readonly PlanPart[] {
  return busy.filter(({ phase, undo }) => phase !== "migrate" && undo.possible === "no");
}

function riskOf(plan: Plan, busy: readonly PlanPart[], alerts: readonly string[]): Risk {
  if (noRollback(plan) !== undefined) return "high";
  const warned = busy.some(({ details = [] }) => details.some(({ beware }) => beware.length > 0));
  return warned || alerts.length > 0 || withoutWayBack(busy).length > 0 ? "raised" : "low";
}

/** The line that is read first: risk, what changes where, and whether it goes back by itself. */
export function headline(plan: Plan, busy: readonly PlanPart[], alerts: readonly string[]): string {
  const risk = riskWords[riskOf(plan, busy, alerts)];
  return `${risk}: ${listed(busy.map(amount))} on ${plan.target}. ${rollbackSentence(plan, busy)}`;
}

/** «5 migrations», «the web app» */
export function amount({ phase, details = [], says }: PlanPart): string {
  const count = details.length || says.length;
  if (phase === "migrate") return counted(count, "migration");
  if (phase === "deploy-functions") return counted(count, "function");
  if (phase === "purge-cdn") return counted(count, "purged route");
  return phase === "deploy-web" ? "the web app" : phase;
}

/** Whether what users meet goes back by itself. */
function rollbackSentence(plan: Plan, busy: readonly PlanPart[]): string {
  const off = noRollback(plan);
  if (off !== undefined) return `Automatic rollback is off, because ${off}.`;
  if (busy.every(({ phase }) => phase === "migrate"))
    return "Nothing is there to roll back: the schema stays, and what is live works on it.";
  const stuck = withoutWayBack(busy);
  if (stuck.length === 0) return "Automatic rollback is on.";
  const which = stuck.map(({ phase, undo }) => `${phase} (${undo.possible === "no" ? undo.why : ""})`);
  return `Automatic rollback is on, but not for ${listed(which)}.`;
}
