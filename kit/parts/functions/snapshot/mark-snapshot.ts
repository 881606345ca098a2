import { heldIn } from "../../../action/held-in.ts";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { ListedFunction } from "../../../providers/supabase/functions-api.ts";
import { bundleMark } from "../live/bundle-mark.ts";
import type { States } from "../change/change-states.ts";
import { type FunctionsSnapshot, type SnapshotEntry, saveSnapshot } from "./snapshot.ts";

/** A snapshot with the marks of the bundles that the release makes live. */
export function withMarks(
  snapshot: FunctionsSnapshot,
  bundles: readonly ListedFunction[],
): FunctionsSnapshot {
  const marked = (slug: string, entry: SnapshotEntry): SnapshotEntry => {
    const own = bundles.find((one) => one.slug === slug);
    const bundle = own && bundleMark(own);
    if (entry.becomes === null || bundle === undefined) return entry;
    return { ...entry, becomes: { ...entry.becomes, bundle } };
  };
  const entries = Object.entries(snapshot.functions).map(
    ([slug, entry]) => [slug, marked(slug, entry)] as const,
  );
  return { ...snapshot, functions: Object.fromEntries(entries) };
}

/**
 * Keeps it once more with the marks of bundles. Where the platform gives no sources, nothing but these tells a rollback
 * without a record that what is live is what this release has made.
 */
export async function markSnapshot(
  snapshot: FunctionsSnapshot,
  bundles: readonly ListedFunction[],
  world: Pick<Runtime, "temp" | "log">,
): Promise<void> {
  if (bundles.length > 0) await keepAgain(withMarks(snapshot, bundles), world);
}

/** A snapshot that is kept again whenever more is known of what becomes live. */
export interface KeptSnapshot {
  /** Which abandoned bundles are live for a moment. */
  readonly room: (rooms: States) => Promise<void>;
  readonly mark: (bundles: readonly ListedFunction[]) => Promise<void>;
}

export function keptSnapshot(first: FunctionsSnapshot, world: Pick<Runtime, "temp" | "log">): KeptSnapshot {
  let snapshot = first;
  return {
    room: async (rooms) => {
      snapshot = withRooms(snapshot, rooms);
      await keepAgain(snapshot, world);
    },
    mark: async (bundles) => {
      await markSnapshot(snapshot, bundles, world);
    },
  };
}

function withRooms(snapshot: FunctionsSnapshot, rooms: States): FunctionsSnapshot {
  const entries = Object.entries(snapshot.functions).map(([slug, entry]) => {
    const room = heldIn(rooms, slug);
    return [slug, room === undefined ? entry : { ...entry, rooms: [...(entry.rooms ?? []), room] }] as const;
  });
  return { ...snapshot, functions: Object.fromEntries(entries) };
}

/** Keeps a snapshot of which a first one is kept already: that it cannot be is told. */
export async function keepAgain(
  snapshot: FunctionsSnapshot,
  world: Pick<Runtime, "temp" | "log">,
): Promise<void> {
  try {
    await saveSnapshot(snapshot, world);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    world.log.warn(`What becomes live is not in the snapshot: ${describe(error)}`);
  }
}

/** Whether the platform does not give the sources of something that goes: it may not give those of what comes, either. */
export function isBlind({ functions }: FunctionsSnapshot): boolean {
  return Object.values(functions).some(({ was }) => was !== null && was.source === null);
}
