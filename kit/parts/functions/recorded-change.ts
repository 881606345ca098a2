import { digest } from "../../release/canonical.ts";
import type { Receipt } from "../../release/receipt.ts";
import type { FunctionsSnapshot, SnapshotEntry } from "./snapshot.ts";
import type { FunctionState } from "./source.ts";

type States = Readonly<Record<string, FunctionState | null>>;

/**
 * What is to be undone, as a snapshot: the receipts (oldest first) say what was live before and what was to be;
 * the snapshots add the sources, where theirs are those of that state. Without receipts the snapshots alone tell.
 */
export function changeToUndo(
  project: string,
  receipts: readonly Pick<Receipt, "before" | "intended">[],
  snapshots: readonly FunctionsSnapshot[],
): FunctionsSnapshot {
  const kept = snapshots.flatMap((snapshot) => Object.entries(snapshot.functions));
  const schema = "prism-rollout/snapshot@1";
  if (receipts.length === 0) {
    return { schema, project, functions: Object.fromEntries(kept.toReversed()) };
  }
  const before: Record<string, FunctionState | null> = {};
  const intended: Record<string, FunctionState | null> = {};
  for (const receipt of receipts) {
    Object.assign(before, { ...statesOf(receipt.before), ...before });
    Object.assign(intended, statesOf(receipt.intended));
  }
  const entries = Object.keys(before).flatMap((slug) => {
    const becomes = intended[slug];
    const was = before[slug] ?? null;
    // One that neither was there nor was to be is none.
    if (becomes === undefined || (becomes === null && was === null)) return [];
    return [[slug, { was: wasOf(slug, was, kept), becomes }] as const];
  });
  return { schema, project, functions: Object.fromEntries(entries) };
}

/** Every state that the receipts (of several releases) were about to make live, by function. */
export function everDeployed(
  receipts: readonly Pick<Receipt, "intended">[],
): Readonly<Record<string, readonly FunctionState[]>> {
  const found: Record<string, FunctionState[]> = {};
  for (const [slug, state] of receipts.flatMap(({ intended }) => Object.entries(statesOf(intended))))
    if (state !== null) (found[slug] ??= []).push(state);
  return found;
}

/** True where the sources are lost that a function would go back to: what the platform never gave is not lost. */
export function isLost(entry: SnapshotEntry): boolean {
  return (
    entry.was !== null &&
    entry.was.source === null &&
    entry.was.eszip === undefined &&
    entry.was.state.digest !== null
  );
}

function wasOf(
  slug: string,
  state: FunctionState | null,
  kept: readonly (readonly [string, SnapshotEntry])[],
): SnapshotEntry["was"] {
  if (state === null) return null;
  const same = kept.find(
    ([name, entry]) => name === slug && digest(entry.was?.state ?? null) === digest(state),
  );
  if (same?.[1].was) return same[1].was;
  const listed = { id: "", slug, name: slug, status: "ACTIVE", version: 0 };
  return { listed, state, source: null };
}

/** Receipts come from the record, which others can write to: what is no state is left out. */
export function statesOf(json: unknown): States {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return {};
  const entries = Object.entries(json).flatMap(([slug, state]: readonly [string, unknown]) =>
    isState(state) ? [[slug, state] as const] : [],
  );
  return Object.fromEntries(entries);
}

function isState(json: unknown): json is FunctionState | null {
  if (json === null) return true;
  if (typeof json !== "object") return false;
  const { digest: known, settings } = json as Partial<FunctionState>;
  return known !== undefined && typeof settings?.verifyJwt === "boolean";
}
