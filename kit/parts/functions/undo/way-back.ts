import { UserError } from "../../../errors/user-error.ts";
import type { FunctionsApi } from "../../../providers/supabase/functions-api.ts";
import { inParallel } from "../change/in-parallel.ts";
import { type LiveFunction, readLive } from "../live/inspect-live.ts";

interface Seen {
  readonly live: LiveFunction | undefined;
}

/**
 * Reads the sources of functions that are known by their bundle. Other sources than those that it was built of are no
 * way back: a platform may give those of a bundle that is being built. What is known stays known.
 */
export async function readUnread<T extends Seen>(
  api: FunctionsApi,
  some: readonly T[],
): Promise<readonly T[]> {
  return await inParallel(some, async (one) => {
    if (one.live?.unread !== true) return one;
    const { listed, state, eszip } = one.live;
    const kept = eszip === undefined ? {} : { eszip };
    const now = await readLive(api, listed);
    if (now.source === undefined) return { ...one, live: { ...now, state, ...kept } };
    if (now.state.digest === state.digest) return { ...one, live: { ...now, ...kept } };
    const unreadable = "other sources were given than those that its bundle was built of";
    return { ...one, live: { listed, source: undefined, unreadable, state, ...kept } };
  });
}

/** So many bundles are kept beside the sources; of more, only those that have no sources. */
const most = 40;

/**
 * Adds the bundles of what is live, before another one of the same function is built. `only`: of those whose sources
 * are not given back. One that cannot be read is left out.
 */
export async function readBundles<T extends Seen>(
  api: FunctionsApi,
  some: readonly T[],
  only?: "without-sources",
): Promise<readonly T[]> {
  const all = only === undefined && some.length <= most;
  return await inParallel(some, async (one) => {
    const { live } = one;
    if (live === undefined || (!all && (live.source !== undefined || live.unread === true))) return one;
    const eszip = await api.eszip(live.listed.slug).catch((error: unknown) => {
      if (error instanceof UserError) return undefined;
      throw error;
    });
    return eszip === undefined ? one : { ...one, live: { ...live, eszip } };
  });
}

/** Whether anything is there to put it back from. */
export function isKept({ source, unread, eszip }: LiveFunction): boolean {
  return source !== undefined || unread === true || eszip !== undefined;
}
