import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import type { GitHub } from "../../kit/ports/github.ts";
import { breakingLeft } from "../../kit/release/standing/breaking-left.ts";
import { activated } from "../../kit/release/decision/decision.ts";
import {
  type RecordedChange,
  type RecordedRelease,
  begunOf,
  changesOf,
} from "../../kit/release/record/history.ts";
import type { Manifest } from "../../kit/release/record/record.ts";
import { isWatched } from "../../kit/release/standing/watched.ts";

/** How far a way back leads: from the release that goes, down to the one whose code is live after it. */
export interface Span {
  /** Releases between the two that users meet as well: their changes go back with it. Newest first. */
  readonly passed: readonly Manifest[];
  /** What these have changed, oldest first. */
  readonly changes: readonly RecordedChange[];
  /** These, and what their own ways back have written, which may have ended in the middle. */
  readonly rooms: readonly RecordedChange[];
  /** Those that stand as live though users met nothing of them: once all is back, the one below is what is live. */
  readonly unmet: readonly string[];
  /** Why no rollback passes a migration that one of them, or a newer release, has left. */
  readonly noRollback: string | undefined;
  readonly former: Manifest | undefined;
  /** The deployment of that one, where its verdict is open. */
  readonly watched: number | undefined;
}

interface Sought {
  readonly github: GitHub;
  readonly target: string;
  /** Newest first. */
  readonly releases: readonly RecordedRelease[];
  /** The release that goes; -1 where the record does not list it. */
  readonly at: number;
  /** The release to go back to; undefined is the one before. */
  readonly to: string | undefined;
  /** They were rolled back before: what they had changed is looked after once more. */
  readonly again: boolean;
}

/** @throws {UserError} PR471 or PR474 when `to` is no release that can be gone back to: nothing was changed. */
export async function spanOf(
  { github, target, releases, at, to, again }: Sought,
  world: World,
): Promise<Span> {
  const older = releases.slice(at + 1);
  const live = to === undefined ? await firstLive(older) : undefined;
  const end = live?.at ?? (await goalIn(releases, at, to ?? "", target));
  const between = older.slice(0, end);
  const met = to === undefined ? [] : await metAmong(between, github, target, again);
  // A schema stays, also that of a newer release which changed nothing else.
  const around = at === -1 ? [] : [...releases.slice(0, at), ...between];
  if (met.length > 0)
    world.log.info(`On the way back lie ${met.map(({ manifest }) => manifest.release).join(", ")}, too.`);
  return {
    unmet: await standingAmong(around, met),
    passed: met.map(({ manifest }) => manifest),
    changes: met.toReversed().flatMap(({ changes }) => changes),
    rooms: met.flatMap(({ all }) => all),
    noRollback: await breakingLeft(
      github,
      target,
      around.map(({ manifest }) => manifest),
    ),
    former: older[end]?.manifest,
    watched: live?.watched === true ? older[end]?.id : undefined,
  };
}

type World = Pick<Runtime, "log">;

/** The newest that is live, or behind the last where there is none; and whether its verdict is open. */
async function firstLive(
  releases: readonly RecordedRelease[],
): Promise<{ readonly at: number; readonly watched: boolean }> {
  for (const [at, one] of releases.entries()) {
    const standing = await one.standing();
    if (standing.state === "success") return { at, watched: isWatched(standing) };
  }
  return { at: releases.length, watched: false };
}

/** Where the release to go back to stands among the older ones. Only one that was live, and proven, is gone back to. */
async function goalIn(
  releases: readonly RecordedRelease[],
  at: number,
  to: string,
  target: string,
): Promise<number> {
  const goal = releases.findIndex(({ manifest }) => manifest.release === to);
  if (goal === -1) throw unknownRelease(to, target, releases);
  if (goal < at) throw notThere(to, "it is newer than what is live");
  const { state = "", description = "" } = (await releases[goal]?.standing()) ?? {};
  if (state !== "success") throw notThere(to, `the record says of it «${description || state}»`);
  return goal - at - 1;
}

/** A release that users meet, with what it has changed, and with what its own way back has besides. */
interface Met {
  readonly manifest: Manifest;
  readonly changes: readonly RecordedChange[];
  readonly all: readonly RecordedChange[];
}

/** Those whose functions or web users meet, or met. One that was rolled back, or stopped, has left nothing of them. */
async function metAmong(
  releases: readonly RecordedRelease[],
  github: GitHub,
  target: string,
  again: boolean,
): Promise<readonly Met[]> {
  const met: Met[] = [];
  for (const { manifest, standing } of releases) {
    if (!again && (await standing()).state === "inactive") continue;
    const all = await changesOf(github, target, manifest.release);
    const changes = ownOf(all);
    if (activated(changes.map(begunOf)).length > 0) met.push({ manifest, changes, all });
  }
  return met;
}

/** Those that the record calls live, though their own way back has nothing to bring. */
async function standingAmong(
  releases: readonly RecordedRelease[],
  met: readonly { readonly manifest: Manifest }[],
): Promise<readonly string[]> {
  const unmet: string[] = [];
  for (const { manifest, standing } of releases) {
    if (met.some((one) => one.manifest.release === manifest.release)) continue;
    if ((await standing()).state === "success") unmet.push(manifest.release);
  }
  return unmet;
}

/** What a release has changed, its own way back apart. */
export function ownOf(changes: readonly RecordedChange[]): readonly RecordedChange[] {
  return changes.filter(({ receipt }) => receipt.phase !== "rollback");
}

export function unknownRelease(
  release: string,
  target: string,
  releases: readonly RecordedRelease[],
): UserError {
  return new UserError(
    "PR471",
    `The record of ${target} knows no release ${release}: ${namesOf(releases)}. Nothing was changed.`,
    "Name a release that it knows, or `last`.",
  );
}

export function namesOf(releases: readonly RecordedRelease[]): string {
  const names = releases.slice(0, 5).map(({ manifest }) => manifest.release);
  return names.length === 0 ? "it is empty" : `it knows ${names.join(", ")}`;
}

function notThere(to: string, why: string): UserError {
  return new UserError(
    "PR474",
    `There is no way back to ${to}: ${why}. Nothing was changed.`,
    "Name an older release that was live and healthy, or `previous` for the one before the newest.",
  );
}
