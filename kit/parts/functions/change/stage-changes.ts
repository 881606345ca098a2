import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../../providers/supabase/functions-api.ts";
import type { Conflict } from "./free-conflicts.ts";
import type { FunctionsInputs } from "../inputs.ts";
import type { Change } from "../plan-functions.ts";
import { roomFor } from "./rooms.ts";
import { type Bundle, type NotStaged, stageAll } from "./stage.ts";
import { uploadOf } from "./upload.ts";

type World = Pick<Runtime, "clock" | "log" | "signal">;
type Inputs = Pick<FunctionsInputs, "functionsDirectory">;

/** Bundles that wait for their activation, and functions that must be freed from an abandoned one first. */
export interface StagedChanges {
  readonly ready: readonly ListedFunction[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Bundles all changed functions. An abandoned bundle in the way is no failure yet.
 * @throws {UserError} PR421 and the like when any other bundle fails; what is served is untouched then.
 */
export async function stageChanges(
  api: FunctionsApi,
  inputs: Inputs,
  changes: readonly Change[],
  world: World,
): Promise<StagedChanges> {
  const all = changes.map((change) => conflictOf(change, inputs));
  const staged = await world.log.group(`Bundle ${changes.length} functions`, () =>
    stageAll(
      api,
      all.map(({ bundle }) => bundle),
      world,
    ),
  );
  const blocked = staged.failed.filter(({ conflict }) => conflict).map(({ slug }) => slug);
  const conflicts = all.filter(({ change }) => blocked.includes(change.slug));
  const failed = staged.failed.filter(({ slug }) => conflicts.every(({ change }) => change.slug !== slug));
  if (failed.length === 0) return { ready: staged.ready, conflicts };
  leaveStaged(staged.ready, world);
  throw bundlesFailed(failed, changes.length);
}

export function bundlesFailed(failed: readonly NotStaged[], of: number): UserError {
  const [first, ...others] = failed;
  const rest = others.map(({ error }) => `; ${error.message}`).join("");
  return new UserError(
    first?.error.code ?? "PR421",
    `${failed.length} of ${of} functions could not be bundled, so none was activated: ${first?.error.message ?? ""}${rest}`,
    first?.error.fix ?? "Mend the function.",
  );
}

/**
 * What was bundled beside a failure stays on the platform, also where the function was never live: to close it, it would
 * have to be activated, and by then it may be somebody else's.
 */
export function leaveStaged(ready: readonly ListedFunction[], { log }: Pick<World, "log">): void {
  if (ready.length === 0) return;
  log.warn(
    `${ready.map(({ slug }) => slug).join(", ")}: the new bundle waits on the platform, not active. The next ` +
      "deployment by this suite makes room for itself; until then Supabase answers 409 to other tools.",
  );
}

/** A change as it is, should an abandoned bundle be in its way. */
export function conflictOf(change: Change, { functionsDirectory }: Inputs): Conflict {
  const { slug, live, wanted } = change;
  const liveVersion = live?.listed.version ?? 0;
  const make = ({ source, state }: Pick<Change["wanted"], "source" | "state">): Bundle => {
    const upload = uploadOf(slug, source, state.settings.verifyJwt, functionsDirectory);
    return { slug, upload, liveVersion };
  };
  const old = live?.source === undefined ? undefined : make({ source: live.source, state: live.state });
  return { change, bundle: make(wanted), old, wanted: roomFor(wanted.state) };
}
