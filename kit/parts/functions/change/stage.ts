import type { Runtime } from "../../../action/runtime.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction, Upload } from "../../../providers/supabase/functions-api.ts";
import { inParallel } from "./in-parallel.ts";

/** A bundle to build: what is sent, and the version that is live (0 for none). */
export interface Bundle {
  readonly slug: string;
  readonly upload: Upload;
  readonly liveVersion: number;
}

/** A bundle that was not built. `conflict`: an earlier one that nobody activated is in its way. */
export interface NotStaged {
  readonly slug: string;
  readonly error: UserError;
  readonly conflict: boolean;
}

/** What staging came to: bundles that wait for their activation, and those that could not be built. */
export interface Staged {
  readonly ready: readonly ListedFunction[];
  readonly failed: readonly NotStaged[];
}

type World = Pick<Runtime, "log" | "clock" | "signal">;

/** Builds all bundles on the platform; none is served yet. Failures are collected, not thrown. */
export async function stageAll(api: FunctionsApi, bundles: readonly Bundle[], world: World): Promise<Staged> {
  const { log } = world;
  const results = await inParallel(bundles, async (bundle) => {
    try {
      const ready = await stage(api, bundle, world);
      log.info(`${bundle.slug}: bundled as version ${ready.version}; not active yet.`);
      return { ready };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      log.error(`${bundle.slug}: ${error.message}`);
      return { failed: { slug: bundle.slug, error, conflict: isConflict(error) } };
    }
  });
  return {
    ready: results.flatMap(({ ready }) => (ready ? [ready] : [])),
    failed: results.flatMap(({ failed }) => (failed ? [failed] : [])),
  };
}

async function stage(api: FunctionsApi, bundle: Bundle, world: World): Promise<ListedFunction> {
  const send = (): Promise<ListedFunction> => api.bundle(bundle.slug, bundle.upload);
  try {
    const answer = await send().catch(async (error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      if (isConflict(error)) {
        // It may be a deployment that is just being made, by hand or by another tool.
        await world.clock.sleep(conflictWait, world.signal);
        return await send();
      }
      if (!isLost(error)) throw error;
      // Nothing is served by a bundle, so it may be sent again once the list does not show that it arrived.
      return (await arrivedAnyway(api, bundle)) ?? (await send());
    });
    return checked(bundle, answer);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw error.code === "PR421" || tellsEnough(error) ? error : notBundled(bundle.slug, error);
  }
}

/** A deployment that is just being made has this long to end. */
export const conflictWait = 3000;

/** Whether the platform refuses another bundle, since an earlier one was not activated. */
export function isConflict(error: UserError): boolean {
  return /answered 409\b/.test(error.message);
}

/** What is activated has the declared setting, whatever the platform answered. */
function checked({ slug, upload, liveVersion }: Bundle, answer: ListedFunction): ListedFunction {
  if (answer.slug === slug && answer.version > liveVersion) {
    return { ...answer, verify_jwt: upload.metadata.verify_jwt };
  }
  throw new UserError(
    "PR421",
    `Supabase was asked to bundle ${slug} (live: version ${liveVersion}), but answered ${answer.slug} version ${answer.version}.`,
    "See https://status.supabase.com, then run again.",
  );
}

/** True where the platform may have acted though its answer is not known. */
function isLost(error: UserError): boolean {
  return ["PR301", "PR305", "PR306"].includes(error.code);
}

/**
 * A new version in the list is the bundle whose answer was lost: the lease keeps every other writer away. What the list says
 * besides its number is still of the live one, and the platform knows of this one what was sent with it.
 */
async function arrivedAnyway(
  api: FunctionsApi,
  { slug, upload, liveVersion }: Bundle,
): Promise<ListedFunction | undefined> {
  const listed = await api.list().catch(() => []);
  const found = listed.find((one) => one.slug === slug && one.version > liveVersion);
  if (found === undefined) return undefined;
  const { ezbr_sha256: _, entrypoint_path: _e, import_map_path: _i, ...known } = found;
  return { ...known, import_map: upload.metadata.import_map_path !== "" };
}

/** A refused token, a limit or an unreachable service is no fault of the function. */
function tellsEnough(error: UserError): boolean {
  return ["PR301", "PR302", "PR303", "PR307"].includes(error.code);
}

function notBundled(slug: string, error: UserError): UserError {
  if (isConflict(error)) {
    return new UserError(
      "PR421",
      `Supabase refuses another bundle of ${slug}, because an earlier one was never activated: ${describe(error)}`,
      "Wait for a deployment that may be running, then run again. If it stays, delete the function and deploy it " +
        "anew, or ask Supabase's support.",
      { cause: error },
    );
  }
  return new UserError(
    "PR421",
    `${slug} could not be bundled: ${describe(error)}`,
    "Mend the function; `deno check` on its entrypoint shows the same fault.",
    { cause: error },
  );
}
