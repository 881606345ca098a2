import type { CachedAnswer, EdgeState, EdgeZone } from "./state.ts";

/** Forgets the copies of a zone that a purge means, or marks them as stale. Gives their number. */
export function forget(
  state: EdgeState,
  zone: EdgeZone,
  means: (copy: CachedAnswer) => boolean,
  soft: boolean,
): number {
  if (zone.idlePurges !== 0) {
    if (zone.idlePurges > 0) zone.idlePurges -= 1;
    return 0;
  }
  const meant = state.cache.filter((copy) => copy.zone === zone.id && means(copy));
  const gone = meant.filter((copy) => !isCachedAgain(zone, copy));
  for (const copy of gone) {
    if (soft) copy.stale = true;
    else state.cache.splice(state.cache.indexOf(copy), 1);
  }
  return gone.length;
}

function isCachedAgain(zone: EdgeZone, { path }: CachedAnswer): boolean {
  const again = zone.cachedAgain.find((one) => one.path === path && one.times > 0);
  if (again !== undefined) again.times -= 1;
  return again !== undefined;
}

/** The tags of a copy, from the header in which this vendor's origins write them: by comma or blank, in small letters. */
export function tagsOf({ headers }: CachedAnswer, header: string): readonly string[] {
  return (headers[header] ?? "")
    .split(/[,\s]+/)
    .filter((tag) => tag !== "")
    .map((tag) => tag.toLowerCase());
}
