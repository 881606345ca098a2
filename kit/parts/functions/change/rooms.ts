import type { ListedFunction } from "../../../providers/supabase/functions-api.ts";
import { type Json, digest } from "../../../release/canonical.ts";
import type { Receipt } from "../../../release/record/receipt.ts";
import type { LiveFunction } from "../live/inspect-live.ts";
import { statesOf } from "../undo/recorded-change.ts";
import type { SnapshotEntry } from "../snapshot/snapshot.ts";
import type { FunctionState } from "../declared/source.ts";
import { isAs } from "../undo/undo-by-bundle.ts";
import { isObject } from "../../../ports/json-object.ts";

/** The component of receipts that tell which abandoned bundles a change makes live for a moment (ADR 36). */
export const roomComponent = "functions-room";

/**
 * By function, the abandoned bundles that were made live to make room: before it by its number, as nothing else is known,
 * then by what it is.
 */
export type Rooms = ReadonlyMap<string, readonly Json[]>;

/** Those that receipts tell of. */
export function roomsIn(receipts: readonly Pick<Receipt, "component" | "intended">[]): Rooms {
  const found = new Map<string, Json[]>();
  for (const { component, intended } of receipts) {
    const isNamed = isObject(intended);
    if (component !== roomComponent || !isNamed) continue;
    for (const [slug, room] of Object.entries(intended)) found.set(slug, [...(found.get(slug) ?? []), room]);
  }
  return found;
}

/** A bundle of a function by its number; by the number alone where no list had told its id before it was live. */
export interface Numbered {
  readonly id: string | null;
  readonly version: number;
}

/** Whether what is live is such a bundle. What somebody else deploys after it has a number, and sources, of its own. */
export function isRoom(now: LiveFunction | undefined, rooms: readonly Json[]): boolean {
  if (now === undefined) return false;
  return rooms.some((room) => {
    const { it: state } = statesOf({ it: room });
    if (state !== undefined) return state !== null && isAs(now, state);
    if (typeof room !== "object" || room === null) return false;
    const { id, version } = room as unknown as Partial<Numbered>;
    return version === now.listed.version && (id === null || id === now.listed.id);
  });
}

/** What names the state that room is made for: its sources, or its bundle where the platform gives none. */
export function roomFor({ digest: sources }: FunctionState, listed?: ListedFunction): string {
  return digest(["room", sources ?? listed?.ezbr_sha256 ?? null]).slice(0, 12);
}

/** Whether what is live says itself that it makes room for one of these states (ADR 49). */
export function isRoomFor(
  now: LiveFunction | undefined,
  { was, becomes }: Pick<SnapshotEntry, "was" | "becomes">,
  deployed: readonly FunctionState[],
): boolean {
  const room = now?.listed.room;
  if (room === undefined) return false;
  const back = was === null ? [] : [roomFor(was.state, was.listed)];
  const on = [becomes, ...deployed].flatMap((state) => (state === null ? [] : [roomFor(state)]));
  return [...back, ...on].includes(room);
}
