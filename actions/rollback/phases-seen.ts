import { type JobFact, type ReviewFact, jobOf } from "../../kit/release/decision/ending.ts";
import type { PhaseEvidence, ReviewEvidence } from "../../kit/release/evidence/statement.ts";
import { readNeeds } from "../../kit/release/decision/needs.ts";
import { type PhaseName, phaseNames } from "../../kit/release/phases.ts";
import type { RollbackInputs } from "./spec.ts";

interface Run {
  readonly jobs: readonly JobFact[];
  readonly reviews: readonly ReviewFact[];
}

/** What each phase of the run said, and when GitHub saw it work. */
export function phasesSeen(
  { needs }: Pick<RollbackInputs, "needs">,
  run: Run | undefined,
): readonly PhaseEvidence[] {
  const known = (needs === undefined ? undefined : readNeeds(needs)) ?? {};
  return phaseNames.flatMap((phase) => {
    const need = known[phase];
    if (need === undefined) return [];
    const job = run === undefined ? undefined : jobOf(phase, run.jobs);
    return [
      {
        phase,
        result: need.result,
        verdict: need.outputs["verdict"] || null,
        evidence: linesOf(need.outputs["evidence"]),
        startedAt: isoOf(job?.startedAt),
        completedAt: isoOf(job?.completedAt),
      },
    ];
  });
}

/** When a phase was over, as GitHub saw it; in ms since 1970. */
export function overAt(phase: PhaseName, { jobs }: Run): number | undefined {
  return jobOf(phase, jobs)?.completedAt ?? undefined;
}

export function reviewsSeen(run: Run | undefined): readonly ReviewEvidence[] {
  return (run?.reviews ?? []).map(({ by, state, environments }) => ({ by: by ?? null, state, environments }));
}

function isoOf(time: number | null | undefined): string | null {
  return time === null || time === undefined ? null : new Date(time).toISOString();
}

function linesOf(text: string | undefined): readonly string[] {
  try {
    const lines = JSON.parse(text ?? "[]") as unknown;
    return Array.isArray(lines) ? lines.filter((line) => typeof line === "string") : [];
  } catch {
    return [];
  }
}
