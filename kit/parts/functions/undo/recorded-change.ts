import { heldIn } from "../../../action/held-in.ts";
import { digest } from "../../../release/canonical.ts";
import type { Receipt } from "../../../release/record/receipt.ts";
import { bundleMark } from "../live/bundle-mark.ts";
import { type FunctionsSnapshot, type SnapshotEntry, eszipBefore } from "../snapshot/snapshot.ts";
import { type FunctionState, sameState } from "../declared/source.ts";
import { isObject } from "../../../ports/json-object.ts";

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
    const becomes = heldIn(intended, slug);
    const was = heldIn(before, slug) ?? null;
    // One that neither was there nor was to be is none.
    if (becomes === undefined || (becomes === null && was === null)) return [];
    return [[slug, { was: wasOf(slug, was, kept), becomes: withMark(slug, becomes, kept) }] as const];
  });
  return { schema, project, functions: Object.fromEntries(entries) };
}

/** Every state that the receipts (of several releases) were about to make live, by function. */
export function everDeployed(
  receipts: readonly Pick<Receipt, "intended">[],
): ReadonlyMap<string, readonly FunctionState[]> {
  const found = new Map<string, FunctionState[]>();
  for (const [slug, state] of receipts.flatMap(({ intended }) => Object.entries(statesOf(intended))))
    if (state !== null) found.set(slug, [...(found.get(slug) ?? []), state]);
  return found;
}

/** True where the sources are lost that a function would go back to: what the platform never gave is not lost. */
export function isLost(entry: SnapshotEntry): boolean {
  return (
    entry.was !== null &&
    entry.was.source === null &&
    eszipBefore(entry) === undefined &&
    entry.was.state.digest !== null
  );
}

type Kept = readonly (readonly [string, SnapshotEntry])[];

function wasOf(slug: string, state: FunctionState | null, kept: Kept): SnapshotEntry["was"] {
  if (state === null) return null;
  const all = kept.flatMap(([name, { was }]) => (name === slug && was && isOf(was, state) ? [was] : []));
  const [same, ...others] = all;
  // Where nothing but a bundle tells, two that differ would be a guess.
  const isOne = state.digest !== null || others.every((one) => one.eszipSha256 === same?.eszipSha256);
  if (same !== undefined && isOne) return same;
  const listed = { id: "", slug, name: slug, status: "ACTIVE", version: 0 };
  return { listed, state, source: null };
}

/** Whether something that is kept is of a state: where its sources were never given, by its bundle. */
function isOf({ state, listed }: NonNullable<SnapshotEntry["was"]>, sought: FunctionState): boolean {
  if (state.digest !== sought.digest || digest(state.settings) !== digest(sought.settings)) return false;
  return state.digest !== null || sought.bundle === undefined || bundleMark(listed) === sought.bundle;
}

/** What became live with the mark of its bundle, which a receipt that was written before it cannot always have. */
function withMark(slug: string, state: FunctionState | null, kept: Kept): FunctionState | null {
  if (state === null || state.bundle !== undefined) return state;
  const known = kept.flatMap(([name, { becomes }]) => (name === slug && becomes ? [becomes] : []));
  return known.find((one) => one.bundle !== undefined && sameState(one, state)) ?? state;
}

/** Receipts come from the record, which others can write to: what is no state is left out. */
export function statesOf(json: unknown): States {
  if (!isObject(json)) return {};
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
