import { canonical, digest, sha256 } from "../canonical.ts";
import { schemaOf } from "../formats.ts";
import { type Receipt, receiptSha } from "../record/receipt.ts";
import type { PhaseName } from "../phases.ts";

/** What a phase said, with its «x of n» lines; times as ISO 8601, null where GitHub did not tell. */
export interface PhaseEvidence {
  readonly phase: PhaseName;
  readonly result: string;
  readonly verdict: string | null;
  readonly evidence: readonly string[];
  readonly startedAt: string | null;
  readonly completedAt: string | null;
}

/** A review of the run: who let which environments pass, or refused them. GitHub does not tell when. */
export interface ReviewEvidence {
  readonly by: string | null;
  readonly state: string;
  readonly environments: readonly string[];
}

/** `at` as ISO 8601, null where it never came to it; `after` in ms since the one before. */
export interface MomentEvidence {
  readonly moment: string;
  readonly at: string | null;
  readonly after: number | null;
}

/** What is attested of a release that has ended. */
export interface Facts {
  readonly release: string;
  readonly target: string;
  readonly commit: string;
  readonly repository: string;
  readonly run: string;
  readonly outcome: string;
  readonly because: string;
  readonly digests: Readonly<Record<string, string>>;
  readonly phases: readonly PhaseEvidence[];
  readonly reviews: readonly ReviewEvidence[];
  /** What earlier looks said of a release whose verdict was open, oldest first; empty where there was none. */
  readonly looks: readonly { readonly at: string | null; readonly said: string }[];
  readonly undone: readonly { readonly component: string; readonly outcome: string }[];
  /** When a way back was detected, decided, reverted and verified; empty where none was due. */
  readonly timeline: readonly MomentEvidence[];
  readonly receipts: readonly Receipt[];
}

/** A receipt beside its digest: so that a changed one can be named. */
export interface Sealed {
  readonly sha256: string;
  readonly receipt: Receipt;
}

/** How far each phase's chain goes, so that a missing end is seen. */
export type Ends = Readonly<Record<string, { readonly receipts: number; readonly head: string }>>;

export interface Predicate extends Omit<Facts, "receipts"> {
  readonly schema: "prism-rollout/evidence@1";
  readonly receipts: readonly Sealed[];
  readonly chains: Ends;
}

/** An in-toto statement (https://github.com/in-toto/attestation, spec v1) about the commit and its receipts. */
export interface Statement {
  readonly _type: "https://in-toto.io/Statement/v1";
  readonly subject: readonly { readonly name: string; readonly digest: Readonly<Record<string, string>> }[];
  readonly predicateType: string;
  readonly predicate: Predicate;
}

export const statementType = "https://in-toto.io/Statement/v1";
export const predicateType =
  "https://github.com/prism-rollout/prism-rollout/blob/main/docs/evidence.md#version-1";

/** Binds what is known of a release into one statement. */
export function statementOf({ receipts, ...facts }: Facts): Statement {
  const sealed = receipts.map((receipt): Sealed => ({ sha256: receiptSha(receipt), receipt }));
  const predicate = { schema: schemaOf("evidence"), ...facts, receipts: sealed, chains: endsOf(sealed) };
  return {
    _type: statementType,
    subject: [
      { name: facts.repository, digest: { gitCommit: facts.commit } },
      { name: facts.release, digest: { sha256: digest(predicate) } },
    ],
    predicateType,
    predicate,
  };
}

/** The end of each phase's chain as it is in the list. */
export function endsOf(sealed: readonly Sealed[]): Ends {
  const ends = new Map<string, { receipts: number; head: string }>();
  for (const { receipt, sha256: head } of sealed)
    ends.set(receipt.phase, { receipts: (ends.get(receipt.phase)?.receipts ?? 0) + 1, head });
  return Object.fromEntries(ends);
}

/** The file's text, and the digest by which it can be told from any other. */
export function writeStatement(statement: Statement): { readonly text: string; readonly sha256: string } {
  const text = `${canonical(statement)}\n`;
  return { text, sha256: sha256(text) };
}
