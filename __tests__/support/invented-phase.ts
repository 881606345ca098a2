import { renderReport, type Report } from "../../kit/action/report.ts";
import type { PhaseReport } from "../../rehearsal/report/model.ts";
import type { Live } from "../../rehearsal/world/live.ts";

export const begun = Date.UTC(2026, 10, 22, 12, 10, 4);
export const slugs = ["finalizeAssessment", "get-results-by-session", "score_fc_session", "score_prism"];

/** Digests that look like digests: sixty-four hex digits that differ with the seed. */
function inventedDigest(seed: number): string {
  return Array.from({ length: 8 }, (_, index) =>
    ((seed * 2654435761 + index * 40503) >>> 0).toString(16).padStart(8, "0"),
  ).join("");
}

export function inventedLive(generation: number, ledger: string): Live {
  const functions = slugs.map((slug, index) => [
    slug,
    { digest: `sha256:${inventedDigest(generation * 10 + index)}`, settings: { verify_jwt: false } },
  ]);
  return {
    functions: Object.fromEntries(functions),
    web: `dpl_${inventedDigest(generation).slice(0, 20)}`,
    served: {
      "https://app.example.com": inventedDigest(generation + 100),
      "https://www.example.com": inventedDigest(generation + 100),
    },
    ledger,
  };
}

/** A phase of a play: everything that is not said went well and at once. */
export function inventedPhase(name: string, said: Partial<PhaseReport> = {}): PhaseReport {
  return {
    name,
    result: "success",
    because: undefined,
    readyAt: begun,
    endedAt: begun,
    waited: 0,
    worked: 0,
    gate: undefined,
    evidence: [],
    annotations: [],
    summary: "",
    log: [],
    ...said,
  };
}

/** Lays phases one after another, as needs do. */
export function inOrder(phases: readonly PhaseReport[]): readonly PhaseReport[] {
  let at = begun + 380;
  return phases.map((phase) => {
    if (phase.result === "skipped") return { ...phase, readyAt: undefined, endedAt: undefined };
    const readyAt = at;
    at += phase.waited + phase.worked + 15;
    return { ...phase, readyAt, endedAt: at - 5 };
  });
}

export function told(title: string, report: Report): Pick<PhaseReport, "summary" | "evidence" | "log"> {
  const log = [
    "▸ Run actions/checkout",
    "  Checked out 0123456789ab",
    `▸ Run $/actions/${title.toLowerCase().replaceAll(" ", "-")}`,
    `  ${title}: ${report.verdict}. ${report.reason}`,
    ...(report.evidence ?? []).map((line) => `    ${line}`),
  ];
  return { summary: renderReport(title, report), evidence: report.evidence ?? [], log };
}
