import { heldIn } from "../../../action/held-in.ts";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../../providers/supabase/functions-api.ts";
import type { Journal } from "../../../release/record/journal.ts";
import { restoreBundle } from "./ask-again.ts";
import type { Live } from "../live/inspect-live.ts";
import { abandonedAlone, abandonedBeside, makeRoom } from "./make-room.ts";
import { type FunctionsSnapshot, type SnapshotEntry, eszipBefore } from "../snapshot/snapshot.ts";
import { roomFor } from "./rooms.ts";
import { conflictWait, isConflict } from "./stage.ts";

interface Restoring {
  readonly api: FunctionsApi;
  readonly snapshot: FunctionsSnapshot;
  readonly live: Live;
  readonly journal: Journal;
  readonly world: Pick<Runtime, "clock" | "log" | "signal">;
}

/**
 * Sends bundles back as they were: each is live at once, as it is the only call that takes one. Where an abandoned bundle
 * is in the way of one (ADR 4), that is live first.
 */
export async function restoreBundles(slugs: readonly string[], restoring: Restoring): Promise<void> {
  const { snapshot, live } = restoring;
  for (const slug of slugs) {
    const entry = heldIn(snapshot.functions, slug);
    const eszip = entry && eszipBefore(entry);
    if (entry?.was && eszip) await restoreOne(entry.was, eszip, live.functions.get(slug)?.listed, restoring);
  }
}

async function restoreOne(
  { listed: was, state }: NonNullable<SnapshotEntry["was"]>,
  eszip: Uint8Array,
  live: ListedFunction | undefined,
  { api, journal, world }: Restoring,
): Promise<void> {
  const send = async (seen: ListedFunction | undefined): Promise<UserError | undefined> => {
    try {
      await restoreBundle(api, was, eszip, seen);
      return undefined;
    } catch (error) {
      if (error instanceof UserError && isConflict(error)) return error;
      throw error;
    }
  };
  let refused = await send(live);
  if (refused === undefined) return;
  // It may be a deployment that is just being made, by hand or by another tool.
  await world.clock.sleep(conflictWait, world.signal);
  refused = await send(live);
  if (refused === undefined) return;
  world.log.warn(
    `${was.slug}: an earlier deployment left a bundle that was never activated. Supabase takes no other before it is, ` +
      "so it is live until the former one is sent.",
  );
  // Which number it has is not told (ADR 4).
  const ways =
    live === undefined
      ? [abandonedAlone(was)]
      : [abandonedBeside(live), abandonedBeside({ ...live, version: live.version + 1 })];
  for (const way of ways) {
    await makeRoom(api, [{ ...way, wanted: roomFor(state, was) }], { journal }, world);
    const seen = (await api.list()).find(({ slug }) => slug === was.slug);
    refused = await send(seen);
    if (refused === undefined) return;
  }
  throw refused;
}
