import { phaseNames, phases, type PhaseName } from "../../../kit/release/phases.ts";
import type { Plan, PlanPart } from "../../../kit/release/plan/plan.ts";
import { isOutside } from "../../../kit/release/slice/slice.ts";
import { noRollback } from "./risk.ts";
import { code, listed } from "../../../kit/action/markdown.ts";

/** The parts that this run would carry out, in the order of the chain. */
export function busyParts({ parts }: Plan, slice: readonly string[]): readonly PlanPart[] {
  const place = ({ phase }: PlanPart): number => phaseNames.indexOf(phase);
  return parts
    .filter(({ phase, work }) => work === "some" && !isOutside(slice, phase))
    .sort((a, b) => place(a) - place(b));
}

/** What a person decides at the gate of a phase, as two sentences; undefined where nothing pauses there. */
export function decisionAt(
  plan: Plan,
  phase: PhaseName,
  slice: readonly string[],
): { readonly approve: string; readonly reject: string } | undefined {
  const gate = plan.gates.find((one) => one.phase === phase);
  if (gate === undefined) return undefined;
  return {
    approve: `**Approve** ${code(gate.environment)} (${gate.declared}): ${approves(plan, phase, slice)}`,
    reject: `**Reject** it: ${rejects(plan, phase, slice)}`,
  };
}

function approves(plan: Plan, phase: PhaseName, slice: readonly string[]): string {
  const after = phaseNames.slice(phaseNames.indexOf(phase) + 1).filter((name) => !isOutside(slice, name));
  const busy = busyParts(plan, slice).map((part) => part.phase);
  const runs = after.filter((name) => busy.includes(name) || !phases[name].changes);
  const next = runs.findIndex((name) => plan.gates.some((gate) => gate.phase === name));
  const through = next === -1 ? runs : runs.slice(0, next);
  const waits = plan.gates.find((gate) => gate.phase === runs[next]);
  const then =
    through.length === 0
      ? ""
      : `, then ${through.length === 1 ? "" : "without another pause "}${listed(through)}`;
  const end = waits === undefined ? "" : `; the chain waits again at ${code(waits.environment)}`;
  return `${phase} runs${then}${end}.`;
}

/** By the table of how a release ends (DESIGN's words are those of the rollback's report). */
function rejects(plan: Plan, phase: PhaseName, slice: readonly string[]): string {
  const before = busyParts(plan, slice).filter(
    (part) => phaseNames.indexOf(part.phase) < phaseNames.indexOf(phase),
  );
  if (before.length === 0) return "the release stops; nothing was changed until then.";
  const active = before.filter((part) => phases[part.phase].activates).map((part) => part.phase);
  if (active.length === 0)
    return "the release is held; its migrations stay applied, nothing else was changed until then.";
  const live = listed(active.map((name) => componentWords[name] ?? name));
  const off = noRollback(plan);
  if (off !== undefined)
    return `the release is held as it is; ${live} of it stay live, because automatic rollback is off.`;
  return `${live} go back, if it is within ${code("rollback-window")} (60 min) of the first activation and ${code("on-rejection")} is not ${code("hold")}; else the release is held as it is.`;
}

/** What users meet of a phase. */
const componentWords: Readonly<Partial<Record<PhaseName, string>>> = {
  "deploy-functions": "the functions",
  "deploy-web": "the web app",
  "purge-cdn": "the CDN's cache",
};
