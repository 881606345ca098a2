import type { Runtime } from "../../action/runtime.ts";
import type { FunctionsApi, ListedFunction } from "../../providers/supabase/functions-api.ts";
import type { LiveFunction } from "./inspect-live.ts";
import type { Change } from "./plan-functions.ts";
import { type Bundle, type Staged, stageAll } from "./stage.ts";

type World = Pick<Runtime, "log" | "clock" | "signal">;

/** A function in whose way an abandoned bundle is, with what is to be live and what was. */
export interface Conflict {
  readonly change: Pick<Change, "slug"> & { readonly live: Pick<LiveFunction, "listed"> | undefined };
  readonly bundle: Bundle;
  readonly old: Bundle | undefined;
}

/**
 * Makes room for functions whose earlier bundle was never activated (a runner was lost, another bundle of that
 * release failed). The platform takes no other bundle until that one is activated, so it is, for as long as
 * the wanted one takes to be built. If that fails, the old sources go back.
 * @throws {UserError} PR304 and the like when the platform does not take it.
 */
export async function freeConflicts(
  api: FunctionsApi,
  conflicts: readonly Conflict[],
  world: World,
): Promise<Staged> {
  if (conflicts.length === 0) return { ready: [], failed: [] };
  const names = conflicts.map(({ change }) => change.slug).join(", ");
  world.log.warn(
    `${names}: an earlier deployment left a bundle that was never activated. Supabase takes no other before it is, ` +
      "so it is live until the wanted one is built.",
  );
  await api.activate(conflicts.flatMap(({ change }) => (change.live ? [next(change.live.listed)] : [])));
  const staged = await stageAll(
    api,
    conflicts.map(({ bundle }) => after(bundle)),
    world,
  );
  if (staged.failed.length === 0) return staged;
  const blocked = conflicts.filter(({ change }) => staged.failed.some(({ slug }) => slug === change.slug));
  const old = await stageAll(
    api,
    blocked.flatMap(({ old: bundle }) => (bundle ? [after(bundle)] : [])),
    world,
  );
  if (old.ready.length > 0) await api.activate(old.ready);
  return staged;
}

/** The version after the live one is the abandoned bundle; its sum is not known. */
function next(listed: ListedFunction): ListedFunction {
  const { ezbr_sha256: sum, ...rest } = listed;
  return sum === undefined
    ? { ...rest, version: listed.version + 1 }
    : { ...rest, version: listed.version + 1 };
}

function after(bundle: Bundle): Bundle {
  return { ...bundle, liveVersion: bundle.liveVersion + 1 };
}
