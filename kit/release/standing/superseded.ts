import { UserError } from "../../errors/user-error.ts";
import type { GitHub } from "../../ports/github.ts";
import { activated } from "../decision/decision.ts";
import { type RecordedRelease, begunOf, changesOf, releasesOf } from "../record/history.ts";
import { setStatus } from "../record/record.ts";

const mark = "superseded by ";
const taken = "not superseded";

/** Notes in a release's own record that it has to yield to another one. Whoever lets it go on reads that first. */
export async function markSuperseded(
  github: GitHub,
  id: number,
  state: "inactive" | "failure" | "success",
  by: string,
): Promise<void> {
  await setStatus(github, id, state, `${mark}${by}`);
}

/** Takes the note back: the release was at work, and nobody cuts into a change. */
export async function unmarkSuperseded(github: GitHub, id: number): Promise<void> {
  await setStatus(github, id, "in_progress", `${taken}: it is at work`);
}

/** To which release this one was ordered to yield, by what was said of it, newest first. */
export function orderedToYield(statuses: readonly { readonly description: string }[]): string | undefined {
  const last = statuses.find(
    ({ description }) => description.startsWith(mark) || description.startsWith(taken),
  );
  return last?.description.startsWith(mark) ? last.description.slice(mark.length) : undefined;
}

/**
 * The release that took the target after this one was planned: one to which it was ordered to yield, or a newer one
 * that users meet. The releases come newest first; one that the record does not know is superseded by nobody.
 */
export async function supersederOf(
  github: GitHub,
  target: string,
  releases: readonly RecordedRelease[],
  release: string,
): Promise<string | undefined> {
  const own = releases.find(({ manifest }) => manifest.release === release);
  if (own === undefined) return undefined;
  return orderedToYield(await own.statuses()) ?? (await newerOf(github, target, releases, release));
}

/** A release that was planned after this one, and that users meet. */
async function newerOf(
  github: GitHub,
  target: string,
  releases: readonly RecordedRelease[],
  release: string,
): Promise<string | undefined> {
  const at = releases.findIndex(({ manifest }) => manifest.release === release);
  for (const newer of releases.slice(0, Math.max(0, at))) {
    if (await isMet(github, target, newer)) return newer.manifest.release;
  }
  return undefined;
}

/**
 * A newer release whose web or functions users meet. One that changed the schema alone, or nothing, stands in nobody's
 * way: what it left of the schema is asked about apart.
 */
export async function newerMet(
  github: GitHub,
  target: string,
  releases: readonly RecordedRelease[],
  release: string,
): Promise<string | undefined> {
  const at = releases.findIndex(({ manifest }) => manifest.release === release);
  for (const { manifest, standing } of releases.slice(0, Math.max(0, at))) {
    if ((await standing()).state === "inactive") continue;
    const changes = await changesOf(github, target, manifest.release);
    if (activated(changes.map(begunOf)).length > 0) return manifest.release;
  }
  return undefined;
}

/** Live, or activated in part by a release that has stopped on its way: going over it would mix two releases. */
async function isMet(
  github: GitHub,
  target: string,
  { manifest, standing }: RecordedRelease,
): Promise<boolean> {
  const { state } = await standing();
  if (state === "success" || state === "inactive") return state === "success";
  const changes = await changesOf(github, target, manifest.release);
  return activated(changes.map(begunOf)).length > 0;
}

/**
 * Asked after every gate, before the change: much can happen while a release waits.
 * @throws {UserError} PR205 naming the newer release.
 */
export async function refuseSuperseded(github: GitHub, target: string, release: string): Promise<void> {
  const newer = await supersederOf(github, target, await releasesOf(github, target, release), release);
  if (newer === undefined) return;
  throw new UserError(
    "PR205",
    `${newer} has taken ${target} since ${release} was planned. Nothing was changed by this job.`,
    "Start a new run for the commit that is wanted now: it plans against what is live.",
  );
}
