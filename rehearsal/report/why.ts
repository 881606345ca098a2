import type { Outcome } from "../outcome.ts";
import type { PhaseReport, ReleaseReport } from "./model.ts";
import { type Head, mainHead, readSummary } from "./summary.ts";

/** Why a release ended as it did, and what the reader does now. */
export interface Why {
  /** The phase that decided it; undefined when it was released. */
  readonly phase: string | undefined;
  /** Undefined when there is nothing to explain. */
  readonly reason: string | undefined;
  readonly next: string;
  /** Both as Markdown, for whoever can show code as code. */
  readonly marked: { readonly reason: string | undefined; readonly next: string };
}

/** Finds reason and next step in what the phases told. */
export function whyOf(report: Pick<ReleaseReport, "outcome" | "phases" | "instead">): Why {
  const { instead } = report;
  const why = whyByPhases(report);
  if (instead === undefined) return why;
  const { reason = why.reason, next = why.next } = instead;
  const marked = {
    reason: instead.reason ?? why.marked.reason,
    next: instead.next ?? why.marked.next,
  };
  return { phase: why.phase, reason, next, marked };
}

function whyByPhases({ outcome, phases }: Pick<ReleaseReport, "outcome" | "phases">): Why {
  if (outcome === "released") return unmarked(undefined, nothingToRelease(phases), idle);
  const rollback = phases.find(({ name }) => name === "rollback");
  // Where nothing went wrong and yet it was not released (a slice of the chain), the end itself tells why.
  const culprit =
    phases.find(({ name, result }) => name !== "rollback" && isBad(result)) ??
    phases.find(isTelling) ??
    (rollback && headOf(rollback) ? rollback : undefined);
  const said = [rollback, culprit]
    .map((phase) => phase && headOf(phase))
    .find((head) => head !== undefined && head.next !== idle);
  const why = unmarked(
    culprit?.name,
    culprit ? reasonOf(culprit) : "No phase said why. Read the log of the last one.",
    said?.next ?? otherwise[outcome],
  );
  const own = culprit && headOf(culprit);
  const reason = own?.reason === why.reason ? own?.marked.reason : why.reason;
  return { ...why, marked: { reason, next: said?.marked.next ?? why.next } };
}

function unmarked(phase: string | undefined, reason: string | undefined, next: string): Why {
  return { phase, reason, next, marked: { reason, next } };
}

/** What a phase says of itself first; undefined where its summary has no such form. */
function headOf({ name, summary }: Pick<PhaseReport, "name" | "summary">): Head | undefined {
  return mainHead(readSummary(summary), name);
}

/** Why a phase ended so: its own reason, the gate's answer, its first error. */
export function reasonOf(phase: PhaseReport): string {
  const head = headOf(phase);
  const error = phase.annotations.find(({ level }) => level === "error")?.message;
  const own = head && (head.verdict !== "pass" || phase.result === "success") ? head.reason : undefined;
  return own ?? phase.because ?? error ?? `It ended with ${phase.result}; its log says more.`;
}

/**
 * Verdict, reason and next step of one phase, as it told them itself; only the reason where it ended without a word,
 * and nothing of one that was skipped.
 */
export function phaseWhy(phase: PhaseReport): Partial<Pick<Head, "verdict" | "reason" | "next">> {
  if (phase.result === "skipped") return phase.because === undefined ? {} : { reason: phase.because };
  const head = headOf(phase);
  if (phase.result === "success") return head ?? {};
  const reason = reasonOf(phase);
  // What passes in a phase that failed says nothing of the failure.
  return head === undefined || head.verdict === "pass" ? { reason } : { ...head, reason };
}

const idle = "Nothing to do.";

const otherwise: Readonly<Record<Outcome, string>> = {
  released: idle,
  watching: "It is live. Wait for the verdict of observe, or look at the logs yourself.",
  held: "Decide: mend what failed and release again, or roll back. Nothing was undone.",
  "rolled-back": "Mend the cause, then release again.",
  "partly-rolled-back": "Do by hand what the rollback could not; its report names the commands.",
  stopped: "Nothing was changed. Mend the cause, then release again.",
};

function isBad(result: PhaseReport["result"]): boolean {
  return result === "failure" || result === "cancelled";
}

function isTelling(phase: PhaseReport): boolean {
  return phase.because !== undefined || (headOf(phase)?.verdict ?? "pass") !== "pass";
}

function nothingToRelease(phases: readonly PhaseReport[]): string | undefined {
  const plan = phases.findIndex(({ name }) => name === "plan");
  const after = phases.slice(plan + 1);
  if (plan < 0 || after.length === 0 || !after.every(({ result }) => result === "skipped")) return undefined;
  return "There was nothing to release: all that the commit holds was live already.";
}
