import type { Runtime } from "../../../action/runtime.ts";
import type { FunctionsApi } from "../../../providers/supabase/functions-api.ts";
import { activateAll, removeEach } from "./ask-again.ts";
import type { LiveFunction } from "../live/inspect-live.ts";
import { type Room, type RoomKeeper, abandonedAlone, abandonedBeside, makeRoom } from "./make-room.ts";
import type { Change } from "../plan-functions.ts";
import { type Bundle, type Staged, stageAll } from "./stage.ts";

type World = Pick<Runtime, "log" | "clock" | "signal">;

/** A function in whose way an abandoned bundle is, with what is to be live and what was. */
export interface Conflict {
  readonly change: Pick<Change, "slug"> & { readonly live: Pick<LiveFunction, "listed"> | undefined };
  readonly bundle: Bundle;
  readonly old: Bundle | undefined;
  /** What is to be live: see `roomFor`. */
  readonly wanted: string;
}

/**
 * Makes room for functions whose earlier bundle was never activated (a runner was lost, another bundle of that
 * release failed). The platform takes no other bundle until that one is activated, so it is, for as long as
 * the wanted one takes to be built. If one of those fails, all are again what they were.
 *
 * Which number it has is not told: a list may show it already, or still the live one. The number that is shown comes
 * first, since to activate what is live changes nothing; the next one only where the platform still refuses.
 * @throws {UserError} PR304 and the like when the platform does not take it.
 */
export async function freeConflicts(
  api: FunctionsApi,
  conflicts: readonly Conflict[],
  keeper: RoomKeeper,
  world: World,
): Promise<Staged> {
  if (conflicts.length === 0) return { ready: [], failed: [] };
  const names = conflicts.map(({ change }) => change.slug).join(", ");
  world.log.warn(
    `${names}: an earlier deployment left a bundle that was never activated. Supabase takes no other before it is, ` +
      "so it is live until the wanted one is built.",
  );
  await makeRoom(api, conflicts.map(abandonedOf), keeper, world);
  const bundles = conflicts.map(({ bundle, change }) => (change.live ? bundle : after(bundle, 1)));
  const first = await stageAll(api, bundles, world);
  const blocked = conflicts.filter(({ change: { slug, live } }) => live && isBlocked(first, slug));
  const second = await stageNext(api, blocked, keeper, world);
  const settled = first.failed.filter(({ slug }) => !blocked.some(({ change }) => change.slug === slug));
  const staged = { ready: [...first.ready, ...second.ready], failed: [...settled, ...second.failed] };
  const moved = conflicts.map((one) => (blocked.includes(one) ? moveOn(one) : one));
  if (staged.failed.length > 0) await takeBack(api, moved, staged, world);
  return staged;
}

function isBlocked({ failed }: Staged, slug: string): boolean {
  return failed.some((one) => one.slug === slug && one.conflict);
}

async function stageNext(
  api: FunctionsApi,
  blocked: readonly Conflict[],
  keeper: RoomKeeper,
  world: World,
): Promise<Staged> {
  if (blocked.length === 0) return { ready: [], failed: [] };
  await makeRoom(api, blocked.map(moveOn).map(abandonedOf), keeper, world);
  return await stageAll(
    api,
    blocked.map(({ bundle }) => after(bundle, 1)),
    world,
  );
}

function abandonedOf({ change: { slug, live }, bundle, wanted }: Conflict): Room {
  if (live !== undefined) return { ...abandonedBeside(live.listed), wanted };
  const { name, verify_jwt } = bundle.upload.metadata;
  return { ...abandonedAlone({ slug, name, verify_jwt }), wanted };
}

/** The same conflict where the abandoned bundle has the number after the one that is listed. */
function moveOn({ change, bundle, old, wanted }: Conflict): Conflict {
  const { slug, live } = change;
  const listed = live && { ...live.listed, version: live.listed.version + 1 };
  return {
    change: { slug, live: listed && { listed } },
    bundle: after(bundle, 1),
    old: old && after(old, 1),
    wanted,
  };
}

/** A wanted bundle beside the one that failed waits as well, and has to make room for the old sources. */
async function takeBack(
  api: FunctionsApi,
  conflicts: readonly Conflict[],
  { ready }: Staged,
  world: World,
): Promise<void> {
  const back = conflicts.flatMap(({ old }) => (old ? [old] : []));
  const gone = conflicts.filter(({ change }) => change.live === undefined).map(({ change }) => change.slug);
  const waits = (slug: string): boolean => ready.some((one) => one.slug === slug);
  const inTheWay = ready.filter(({ slug }) => back.some((one) => one.slug === slug));
  if (inTheWay.length > 0) await activateAll(api, inTheWay);
  const old = await stageAll(
    api,
    back.map((bundle) => (waits(bundle.slug) ? after(bundle, 1) : bundle)),
    world,
  );
  if (old.ready.length > 0) await activateAll(api, old.ready);
  await removeEach(api, gone);
}

function after(bundle: Bundle, versions: number): Bundle {
  return { ...bundle, liveVersion: bundle.liveVersion + versions };
}
