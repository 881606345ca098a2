import { isDeepStrictEqual } from "node:util";
import type { Told as ToldByJobs } from "../rehearsal/release/told-by.ts";
import { sayFindings } from "../rehearsal/secrets/say-findings.ts";
import type { Sought } from "../rehearsal/secrets/seeker.ts";
import type { Expected } from "./outcome-table.ts";

/** What a rehearsal has told in its JSON line. */
export interface Told {
  readonly outcome: string;
  readonly seconds: number;
  readonly jobs: ToldByJobs;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly peak?: Readonly<Record<string, unknown>>;
  readonly earlier?: readonly string[];
  /** What came of looking for secrets, in every run of it. */
  readonly secrets?: readonly Sought[];
}

/** A rehearsal that was played: its exit status, all that it has said, and what of it is JSON. */
export interface Played {
  readonly status: number | null;
  readonly out: string;
  readonly told: Told | undefined;
}

/** What is not as it must be, in a few words; undefined where all is. */
export function problemOf(expected: Expected, { status, out, told }: Played): string | undefined {
  if (told === undefined) return `no JSON, exit ${status}`;
  if (told.outcome !== expected.outcome) return `expected ${expected.outcome}`;
  if (status !== expected.status) return `expected exit ${expected.status}`;
  const [earlier] = told.earlier ?? [];
  if (earlier !== expected.earlier) return `expected ${expected.earlier ?? "nothing"} before, not ${earlier}`;
  return secretProblem(told) ?? liveProblem(expected, told, earlier) ?? detailProblem(expected, out, told);
}

/** Whoever has looked for none has found none. */
function secretProblem({ secrets = [] }: Told): string | undefined {
  if (secrets.length === 0 || secrets.some((sought) => sought.secrets === 0))
    return "no secret was looked for";
  const found = secrets.flatMap((sought) => sought.found);
  return found.length === 0 ? undefined : sayFindings(found);
}

function liveProblem(expected: Expected, told: Told, earlier: string | undefined): string | undefined {
  const [before, after, peak] = [told.before, told.after, told.peak ?? {}].map(withoutLedger);
  const same = isDeepStrictEqual(before, after);
  if (expected.live === "as before" && !same) return "what is live is not what was before";
  if (expected.live === "new" && same) return "nothing new is live";
  const atPeak = isDeepStrictEqual(peak, after);
  if (expected.live === "as at its peak" && (!atPeak || same)) return "what is live is not what was new";
  // What has gone back already does so again.
  if (expected.outcome === "rolled-back" && earlier !== "rolled-back" && atPeak)
    return "the peak is what was before";
  return undefined;
}

function detailProblem({ ledger, jobs = {}, says }: Expected, out: string, told: Told): string | undefined {
  if (ledger !== undefined && told.after["ledger"] !== ledger)
    return `the ledger ends with ${String(told.after["ledger"])}, not ${ledger}`;
  const other = Object.entries(jobs).find(([name, result]) => told.jobs[name] !== result);
  if (other !== undefined) return `${other[0]} is ${told.jobs[other[0]]}, not ${other[1]}`;
  // A terminal's lines end where it ends.
  if (says !== undefined && !out.replace(/\s+/g, " ").includes(says)) return `nothing is said of «${says}»`;
  return undefined;
}

function withoutLedger(live: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(live).filter(([name]) => name !== "ledger"));
}
