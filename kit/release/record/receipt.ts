import { type Json, sha256, canonical } from "../canonical.ts";
import { schemaOf } from "../formats.ts";
import type { PhaseName } from "../phases.ts";

export type ReceiptState = "intended" | "done" | "failed" | "reverted";

/**
 * What a phase did to one component and what undoes it: `before` is what was live, `intended` what was to
 * be, `after` what is. Written before the change, completed after it. `prev` chains a phase's receipts: it is the
 * digest of the one before as it was intended, which no completion and no re-run changes.
 */
export interface Receipt {
  readonly schema: "prism-rollout/receipt@1";
  readonly release: string;
  readonly phase: PhaseName | "rollback";
  readonly seq: number;
  readonly attempt: number;
  readonly prev: string | null;
  readonly component: string;
  readonly before: Json;
  readonly intended: Json;
  readonly after?: Json;
  readonly state: ReceiptState;
  readonly approvedBy: readonly string[];
}

export type Intent = Pick<
  Receipt,
  "release" | "phase" | "attempt" | "component" | "before" | "intended" | "approvedBy"
>;

/** The next receipt of a chain, in the state in which it is written before the change. */
export function intend(intent: Intent, previous: Receipt | undefined): Receipt {
  const seq = (previous?.seq ?? 0) + 1;
  const prev = previous === undefined ? null : intentSha(previous);
  return { schema: schemaOf("receipt"), ...intent, seq, prev, state: "intended" };
}

/** The same receipt once it is known what the change came to. */
export function complete(receipt: Receipt, state: Exclude<ReceiptState, "intended">, after?: Json): Receipt {
  return after === undefined ? { ...receipt, state } : { ...receipt, state, after };
}

/** SHA-256 over the canonical receipt, in hex. */
export function receiptSha(receipt: Receipt): string {
  return sha256(canonical(receipt));
}

/** SHA-256 over the receipt as it was written before its change. */
export function intentSha(receipt: Receipt): string {
  return sha256(canonical({ ...receipt, after: undefined, state: "intended" }));
}

/** `<seq> <state> <component> <id> <sha12>`: what fits into a deployment status (140 characters). */
export function completionLine(receipt: Receipt, id: string): string {
  const tail = ` ${receiptSha(receipt).slice(0, 12)}`;
  const head = `${receipt.seq} ${receipt.state} ${receipt.component} ${id}`;
  return `${head.slice(0, 140 - tail.length)}${tail}`;
}
