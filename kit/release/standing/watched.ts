import type { GitHub } from "../../ports/github.ts";
import { activated } from "../decision/decision.ts";
import { type RecordedRelease, begunOf, changesOf, releasesOf } from "../record/history.ts";
import type { Manifest } from "../record/record.ts";
import type { StatusOf } from "../record/statuses.ts";

const word = "watching";

/** Whether a release is live and its verdict still open, by what was said of it last. */
export function isWatched({ state, description }: StatusOf): boolean {
  return state === "success" && description.startsWith(word);
}

/** The release whose verdict is open, with what was said of it; or why there is none. */
export type Watched =
  { readonly manifest: Manifest; readonly release: RecordedRelease } | { readonly none: string };

/**
 * The release that is watched: the newest that users meet, where its verdict is open. One that has activated something
 * since has taken the target, whatever becomes of it; one that changed the schema alone has not.
 */
export async function watchedRelease(github: GitHub, target: string): Promise<Watched> {
  for (const release of await releasesOf(github, target)) {
    const standing = await release.standing();
    const { manifest } = release;
    if (standing.state === "inactive") continue;
    if (isWatched(standing)) return { manifest, release };
    const changes = await changesOf(github, target, manifest.release);
    if (activated(changes.map(begunOf)).length === 0) continue;
    const how = standing.state === "success" ? "is live" : "has activated something";
    return { none: `${manifest.release} ${how}, and its verdict is not open («${standing.description}»)` };
  }
  return { none: `no release of ${target} is live` };
}

/** What was said of a release while its verdict was open, oldest first: a look each, as far as it saw anything new. */
export function openLooks(statuses: readonly StatusOf[]): readonly StatusOf[] {
  return statuses.filter(isWatched).toReversed();
}
