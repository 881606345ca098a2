import type { Json } from "../../release/canonical.ts";
import type { Receipt } from "../../release/receipt.ts";
import type { LiveFunction } from "./inspect-live.ts";
import { statesOf } from "./recorded-change.ts";
import { isAs } from "./undo-by-bundle.ts";

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
    const isNamed = typeof intended === "object" && intended !== null && !Array.isArray(intended);
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
