import { heldIn } from "../../../action/held-in.ts";
import { digest } from "../../../release/canonical.ts";
import { bundleMark, isSameBundle } from "../live/bundle-mark.ts";
import type { LiveFunction } from "../live/inspect-live.ts";
import {
  type FunctionsSnapshot,
  type SnapshotEntry,
  eszipBefore,
  sourceBefore,
} from "../snapshot/snapshot.ts";
import { type FunctionState, sameState } from "../declared/source.ts";

/** Whether a live function is in a state: by its sources, or by the bundle that was built of them. */
export function isAs(now: LiveFunction | undefined, state: FunctionState | null): boolean {
  if (sameState(now?.state ?? null, state)) return true;
  if (now === undefined || state?.bundle === undefined) return false;
  return bundleMark(now.listed) === state.bundle && digest(now.state.settings) === digest(state.settings);
}

/** Whether a function is what it was: by its sources, or by its bundle where nobody could read them. */
export function isWhatItWas({ was }: SnapshotEntry, now: LiveFunction | undefined): boolean {
  if (isAs(now, was?.state ?? null)) return true;
  if (now === undefined || was === null) return false;
  if (now.state.digest !== null && was.state.digest !== null) return false;
  const sum = was.listed.ezbr_sha256;
  // Where no sum is given either, nobody has deployed as long as the number is the same.
  const isSame = sum === undefined ? isSameBundle(was.listed, now.listed) : now.listed.ezbr_sha256 === sum;
  return isSame && digest(now.state.settings) === digest(was.state.settings);
}

/** The functions of which nothing but the bundle is kept. Their way back is not all at once. */
export function onlyByBundle(slugs: readonly string[], { functions }: FunctionsSnapshot): readonly string[] {
  return slugs.filter((slug) => {
    const entry = heldIn(functions, slug);
    return entry !== undefined && sourceBefore(entry) === undefined && eszipBefore(entry) !== undefined;
  });
}
