import { randomUUID } from "node:crypto";
import type { Runtime } from "../../action/runtime.ts";
import type { FunctionsApi, ListedFunction } from "../../providers/supabase/functions-api.ts";
import { activateAll, removeEach } from "./ask-again.ts";
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
 * the wanted one takes to be built. If one of those fails, all are again what they were.
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
  await activateAll(api, conflicts.map(abandoned));
  const wanted = conflicts.map(({ bundle }) => after(bundle, 1));
  const staged = await stageAll(api, wanted, world);
  if (staged.failed.length > 0) await takeBack(api, conflicts, staged, world);
  return staged;
}

/** What is known of the abandoned bundle: it has the version after the live one. Its sum is not known. */
function abandoned({ change: { slug, live }, bundle }: Conflict): ListedFunction {
  if (live !== undefined) {
    const { ezbr_sha256: _, ...listed } = live.listed;
    return { ...listed, version: listed.version + 1 };
  }
  // Never live: no list tells its id, and the activation makes the function.
  const { name, verify_jwt } = bundle.upload.metadata;
  return { id: randomUUID(), slug, name, status: "ACTIVE", version: bundle.liveVersion + 1, verify_jwt };
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
    back.map((bundle) => after(bundle, waits(bundle.slug) ? 2 : 1)),
    world,
  );
  if (old.ready.length > 0) await activateAll(api, old.ready);
  await removeEach(api, gone);
}

function after(bundle: Bundle, versions: number): Bundle {
  return { ...bundle, liveVersion: bundle.liveVersion + versions };
}
