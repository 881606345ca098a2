import type { GitHub } from "../../ports/github.ts";
import { documentOf } from "../record/kept-document.ts";
import { type Manifest, deployments, githubRecord } from "../record/record.ts";
import { lastStatus } from "../record/statuses.ts";

/** What a new release stands on. */
export interface Ground {
  /** The release that went live last, if there is one. */
  readonly live: Manifest | undefined;
  /** Why nothing goes back to it by itself: a release in between has left a migration that breaks its code. */
  readonly noRollback: string | undefined;
}

/** Reads the record from its newest release down to the one that is live; `release` itself is not asked about. */
export async function groundOf(github: GitHub, target: string, release: string): Promise<Ground> {
  const between: Manifest[] = [];
  let live: Manifest | undefined;
  for await (const deployment of deployments(github, target, "rollout")) {
    const manifest = documentOf<Manifest>(deployment, "manifest");
    if (manifest === undefined) continue;
    if ((await lastStatus(github, deployment.id))?.state === "success") {
      live = manifest;
      break;
    }
    if (manifest.release !== release) between.push(manifest);
  }
  return { live, noRollback: await breakingLeft(github, target, between) };
}

/**
 * Why no way back passes these releases, or undefined where it may. A schema stays where its release has ended badly:
 * the code before it does not work on what it has broken.
 */
export async function breakingLeft(
  github: GitHub,
  target: string,
  releases: readonly Manifest[],
): Promise<string | undefined> {
  for (const { noRollback, release, commit } of releases) {
    if (noRollback === undefined) continue;
    const receipts = await githubRecord(github, target, commit).receipts(release, "migrate");
    if (receipts.some(({ state }) => state !== "failed")) return `${noRollback} (${release})`;
  }
  return undefined;
}
