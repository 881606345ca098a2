import type { GitHub } from "../../kit/ports/github.ts";
import { changesOf, releasesOf } from "../../kit/release/record/history.ts";
import { runOf } from "../../kit/release/run/run-artifacts.ts";
import { orderedToYield } from "../../kit/release/standing/superseded.ts";
import { type Whereabouts, whereRunIs } from "../../kit/release/run/where-run-is.ts";

/** A release of the target that has not ended, and whose run goes on. */
export interface OpenRelease {
  readonly release: string;
  /** The deployment that stands for it. */
  readonly id: number;
  readonly runId: string;
  readonly runUrl: string;
  readonly where: Whereabouts;
  readonly hasChanged: boolean;
  readonly mustYield: boolean;
}

/** Further back nobody looks: who waits behind so many others is told of by them. */
const most = 20;

/**
 * The others that are on their way to a target, newest first: planned, not ended, with a run that goes on. What is
 * older than the release that is live has been superseded already.
 */
export async function openReleases(
  github: GitHub,
  target: string,
  own: string,
): Promise<readonly OpenRelease[]> {
  const found: OpenRelease[] = [];
  for (const { manifest, id, standing } of (await releasesOf(github, target)).slice(0, most)) {
    const { release, runUrl } = manifest;
    if (release === own) continue;
    const status = await standing();
    if (status.state === "success") break;
    const mustYield = orderedToYield([status]) !== undefined;
    const runId = runOf(release);
    if (runId === undefined || (status.state !== "in_progress" && !mustYield)) continue;
    const where = await whereRunIs(github, runId);
    if (where.is === "ended") continue;
    const hasChanged = (await changesOf(github, target, release)).length > 0;
    found.push({ release, id, runId, runUrl, where, hasChanged, mustYield });
  }
  return found;
}

/** One line for a person who is about to wait behind it. */
export function sayOpen({ release, runUrl, where, hasChanged }: OpenRelease): string {
  const held = hasChanged
    ? "it holds the target until it ends"
    : "it has changed nothing; the first to begin holds the target";
  return `${release} (${runUrl}) ${where.says}: ${held}`;
}
