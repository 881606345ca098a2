import type { Live, LiveFunction } from "./inspect-live.ts";
import type { WantedFunction } from "../declared/inspect-wanted.ts";

/** A declared function that a release does not change, while its own command deploys, which may change any. */
export interface Beside {
  readonly slug: string;
  readonly live: LiveFunction;
}

/** The declared functions that a release leaves as they are. */
export function besidesIn(
  wanted: readonly WantedFunction[],
  changed: readonly { readonly slug: string }[],
  { functions }: Live,
): readonly Beside[] {
  return wanted.flatMap(({ slug }) => {
    const live = functions.get(slug);
    return live === undefined || changed.some((one) => one.slug === slug) ? [] : [{ slug, live }];
  });
}
