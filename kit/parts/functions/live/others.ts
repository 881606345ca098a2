import { UserError } from "../../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../../providers/supabase/functions-api.ts";
import { digest } from "../../../release/canonical.ts";
import { isSameBundle } from "./bundle-mark.ts";
import { type LiveFunction, readLive, settingsOf } from "./inspect-live.ts";
import { sameState } from "../declared/source.ts";

/**
 * The functions that somebody else has changed since they were looked at: what the snapshot holds of them is not what
 * would be replaced. The same bundle with the same settings is no change, also where a bundle that waits has moved its
 * number; where that cannot be told by the list, the function is read again.
 */
export async function changedByOthers(
  api: FunctionsApi,
  { changes, removals, besides = [] }: Due,
  ours: readonly ListedFunction[],
): Promise<Others> {
  const shown = await api.list();
  const listed = shown.filter(({ status }) => status !== "REMOVED");
  const others: string[] = [];
  for (const { slug, live } of [...changes, ...removals, ...besides]) {
    const now = listed.find((one) => one.slug === slug);
    const own = ours.find((one) => one.slug === slug);
    if (!(await isAsSeen(api, live, now, own))) others.push(slug);
  }
  return { others, shown };
}

/** What is somebody else's by now, and the list by which that was told. */
export interface Others {
  readonly others: readonly string[];
  readonly shown: readonly ListedFunction[];
}

interface Due {
  readonly changes: readonly Seen[];
  readonly removals: readonly Seen[];
  readonly besides?: readonly Seen[];
}

/** A function as it was when what is due was judged. */
interface Seen {
  readonly slug: string;
  readonly live: LiveFunction | undefined;
}

async function isAsSeen(
  api: FunctionsApi,
  seen: LiveFunction | undefined,
  now: ListedFunction | undefined,
  own: ListedFunction | undefined,
): Promise<boolean> {
  if (now === undefined) return seen === undefined;
  if (seen === undefined) return own !== undefined && isBundle(now, own);
  const isAsDeclared = digest(settingsOf(now)) === digest(seen.state.settings);
  if (isAsDeclared && isSameBundle(now, seen.listed)) return true;
  return sameState((await readLive(api, now)).state, seen.state);
}

/** A number alone is no proof: somebody else's first deployment has the same as ours. */
export function isBundle(now: ListedFunction, own: ListedFunction): boolean {
  const sum = own.ezbr_sha256 ?? now.ezbr_sha256;
  return now.id === own.id && now.version === own.version && now.ezbr_sha256 === sum;
}

export function refuseOthers(slugs: readonly string[]): UserError {
  const one = slugs.length === 1;
  return new UserError(
    "PR442",
    `${slugs.join(", ")}: somebody else has deployed ${one ? "it" : "them"} since this release looked. ` +
      "Nothing was activated or removed: live is what they deployed.",
    "See who deploys to this project besides this suite; then plan again: the plan shows what is live now.",
  );
}
