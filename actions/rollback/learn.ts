import { resolve } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import type { GitHub } from "../../kit/ports/github.ts";
import { activated } from "../../kit/release/decision/decision.ts";
import {
  type RecordedChange,
  type RecordedRelease,
  begunOf,
  changesOf,
  releasesOf,
} from "../../kit/release/record/history.ts";
import { releaseId } from "../../kit/release/ids.ts";
import type { Receipt } from "../../kit/release/record/receipt.ts";
import type { Manifest } from "../../kit/release/record/record.ts";
import { newerMet, supersederOf } from "../../kit/release/standing/superseded.ts";
import { plannedRelease } from "./downloaded-plans.ts";
import { namesOf, ownOf, spanOf, unknownRelease } from "./span.ts";
import type { RollbackInputs } from "./spec.ts";

/** What the record knows of the release; where it cannot be asked, only the release's name. */
export interface Known {
  readonly github: GitHub | undefined;
  readonly target: string;
  readonly release: string;
  readonly commit: string;
  /** What it changed, oldest first; the way back itself apart. Undefined: there is no record to ask. */
  readonly changes: readonly RecordedChange[] | undefined;
  /** What it, those passed, and their own ways back have made live to make room (ADR 36). */
  readonly rooms: readonly Receipt[];
  /** Something of it was brought back already. */
  readonly wentBack: boolean;
  readonly noRollback: string | undefined;
  /** Why the record could not be read, where one is there; then nothing says what its migrations break. */
  readonly unread: string | undefined;
  /** Of its plan, a digest a phase. */
  readonly digests: Readonly<Record<string, string>>;
  /** A newer release that took the target meanwhile. */
  readonly supersededBy: string | undefined;
  /** The deployment of the release before it, where the verdict of that one is open. */
  readonly watchedBefore: number | undefined;
  /** The commit that was live before it. */
  readonly formerCommit: string | undefined;
  /** The release that a person wants back; undefined is the one before. */
  readonly to: string | undefined;
  /** It was rolled back before this run began, and is only looked after. */
  readonly again: boolean;
  /** Releases between the two: what they have changed goes back as well, and is among `changes`. Newest first. */
  readonly passed: readonly Manifest[];
  /** Releases around it that stand as live, though users met nothing of them: they end with it. */
  readonly unmet: readonly string[];
  /** What the release that is wanted back had changed itself. */
  readonly wanted: readonly RecordedChange[];
}

/**
 * Finds the release in the record. A record that does not answer holds no rollback up: then the providers are asked.
 * @throws {UserError} PR471 when the record knows nothing of it, PR472 when it is another target's.
 */
export async function learn(inputs: RollbackInputs, world: Runtime): Promise<Known> {
  const target = inputs.target ?? "default";
  const to = inputs.to === "previous" ? undefined : inputs.to;
  for (const named of [inputs.release, to ?? ""]) refuseOtherTarget(named, target);
  if (to !== undefined && inputs.githubToken === undefined) throw noRecord(to);
  if (inputs.githubToken === undefined) {
    world.log.notice("No github-token: what was changed is asked of the providers, and nothing is recorded.");
    return withoutRecord(inputs, target, undefined, world);
  }
  try {
    return await fromRecord(inputs, target, to, await world.github(inputs.githubToken), world);
  } catch (error) {
    // Which releases lie between is in the record alone.
    if (!(error instanceof UserError) || to !== undefined || error.code.startsWith("PR47")) throw error;
    world.log.warn(`${error.message} What was changed is asked of the providers, and nothing is recorded.`);
    return withoutRecord(inputs, target, error.message, world);
  }
}

function withoutRecord(
  { needs, release: named }: RollbackInputs,
  target: string,
  unread: string | undefined,
  world: Runtime,
): Known {
  const isOwn = needs !== undefined && named === "last";
  const release = isOwn ? ownId(target, world) : named;
  const unknown = {
    digests: {},
    changes: undefined,
    rooms: [],
    supersededBy: undefined,
    watchedBefore: undefined,
    formerCommit: undefined,
    wentBack: false,
    to: undefined,
    again: false,
    passed: [],
    unmet: [],
    wanted: [],
  };
  const { sha: commit } = world.context;
  return { ...unknown, github: undefined, target, release, commit, noRollback: undefined, unread };
}

/** As plan names the release of this run. */
function ownId(target: string, { context, clock }: Pick<Runtime, "context" | "clock">): string {
  return releaseId(target, clock.now(), context.sha, context.runId);
}

async function fromRecord(
  inputs: RollbackInputs,
  target: string,
  wanted: string | undefined,
  github: GitHub,
  world: Runtime,
): Promise<Known> {
  const meant = await meantRelease(inputs, target, wanted, github, world);
  const { releases, release, to, again, at, recorded, own } = meant;
  const manifest = releases[at]?.manifest;
  const span = await spanOf({ github, target, releases, at, to, again }, world);
  // An order to yield to a release that then came to nothing does not bind a person.
  const superseder = inputs.needs === undefined ? newerMet : supersederOf;
  const isLive = to === release;
  return {
    github,
    target,
    release,
    // Oldest first, as far down as the way back leads.
    changes: isLive ? [] : [...span.changes, ...own],
    rooms: [...span.rooms, ...recorded].map(({ receipt }) => receipt),
    wentBack: own.length < recorded.length,
    commit: manifest?.commit ?? world.context.sha,
    unread: undefined,
    noRollback: isLive ? undefined : (manifest?.noRollback ?? span.noRollback),
    digests: manifest?.digests ?? {},
    supersededBy: await superseder(github, target, releases, release),
    formerCommit: span.former?.commit,
    watchedBefore: span.watched,
    to,
    again,
    passed: span.passed,
    unmet: span.unmet,
    wanted: to === undefined || isLive ? [] : ownOf(await changesOf(github, target, to)),
  };
}

/** The release that is meant, its place among those of the record, and what it has changed. */
async function meantRelease(
  inputs: RollbackInputs,
  target: string,
  wanted: string | undefined,
  github: GitHub,
  world: Runtime,
) {
  const named = inputs.release === "last" ? undefined : inputs.release;
  const releases = await releasesOf(github, target, wanted ?? named);
  const chosen = await choose(inputs, wanted, target, releases, github, world);
  const at = releases.findIndex(({ manifest }) => manifest.release === chosen.release);
  const recorded = await changesOf(github, target, chosen.release);
  const own = ownOf(recorded);
  if (inputs.needs === undefined && at === -1 && own.length === 0) {
    throw unknownRelease(chosen.release, target, releases);
  }
  return { ...chosen, releases, at, recorded, own };
}

interface Chosen {
  readonly release: string;
  readonly to: string | undefined;
  readonly again: boolean;
}

/**
 * Which release is meant, and how far back. A chain's rollback is about its own run's: where the id did not arrive,
 * another one's end is not decided by what this run's jobs say.
 */
async function choose(
  { release, needs, artifacts }: RollbackInputs,
  to: string | undefined,
  target: string,
  releases: readonly RecordedRelease[],
  github: GitHub,
  { context, clock, root }: Pick<Runtime, "context" | "clock" | "root">,
): Promise<Chosen> {
  if (release !== "last") return { release, to, again: false };
  if (needs === undefined) return await lastLive(github, target, to, releases);
  const own = releases.find(({ manifest }) => manifest.release.endsWith(`-${context.runId}`));
  if (own !== undefined) return { release: own.manifest.release, to, again: false };
  const folder = artifacts === undefined ? undefined : resolve(root, artifacts);
  const planned = folder && (await plannedRelease(folder, { target, commit: context.sha }));
  return { release: planned ?? ownId(target, { context, clock }), to, again: false };
}

/**
 * The newest release that users meet: activated, and neither rolled back nor stopped. Where a newer one was rolled back
 * and nobody names what is wanted, that one is meant still: a second click goes no further than the first.
 */
async function lastLive(
  github: GitHub,
  target: string,
  to: string | undefined,
  releases: readonly RecordedRelease[],
): Promise<Chosen> {
  let wentBack: string | undefined;
  for (const { manifest, standing } of releases) {
    const { state, description } = await standing();
    if (state === "inactive" && description.startsWith("rolled back")) wentBack ??= manifest.release;
    if (state === "inactive") continue;
    const begun = ownOf(await changesOf(github, target, manifest.release)).map(begunOf);
    if (activated(begun).length === 0) continue;
    return to === undefined && wentBack !== undefined
      ? { release: wentBack, to: manifest.release, again: true }
      : { release: manifest.release, to, again: false };
  }
  if (to === undefined && wentBack !== undefined) return { release: wentBack, to, again: true };
  throw new UserError(
    "PR471",
    `The record of ${target} has no release that is live: ${namesOf(releases)}. Nothing was changed.`,
    "Name the release by `release`; what this suite did not deploy, its host's own tools roll back.",
  );
}

function noRecord(to: string): UserError {
  return new UserError(
    "PR104",
    `\`to: ${to}\` needs \`github-token\`: which releases have come since is in the record alone. Nothing was changed.`,
    "Pass `github-token` with `deployments: write`, or go back by one release with `to: previous`.",
  );
}

function refuseOtherTarget(release: string, target: string): void {
  const named = /^(.+)-\d{8}-[0-9a-f]{12}-\d+$/.exec(release)?.[1];
  if (named === undefined || named === target) return;
  throw new UserError(
    "PR472",
    `${release} is a release of ${named}, not of ${target}. Nothing was changed.`,
    `Run it with \`target: ${named}\`, or name a release of ${target}.`,
  );
}
