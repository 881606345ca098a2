import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import type { GitHub } from "../../kit/ports/github.ts";
import { activated } from "../../kit/release/decision.ts";
import { type RecordedChange, changesOf, releasesOf, standingOf } from "../../kit/release/history.ts";
import type { Manifest } from "../../kit/release/record.ts";
import type { RollbackInputs } from "./spec.ts";

/** What the record knows of the release; without a token, or without its manifest, only the release's name. */
export interface Known {
  readonly github: GitHub | undefined;
  readonly target: string;
  readonly release: string;
  readonly commit: string;
  /** What it changed, oldest first; the way back itself apart. Undefined: there is no record to ask. */
  readonly changes: readonly RecordedChange[] | undefined;
  readonly noRollback: string | undefined;
  /** A newer release that went live meanwhile. */
  readonly supersededBy: string | undefined;
  /** The commit that was live before it. */
  readonly formerCommit: string | undefined;
}

/**
 * Finds the release in the record.
 * @throws {UserError} PR471 when the record knows nothing of it, PR472 when it is another target's.
 */
export async function learn(inputs: RollbackInputs, world: Runtime): Promise<Known> {
  const target = inputs.target ?? "default";
  refuseOtherTarget(inputs.release, target);
  const token = inputs.githubToken;
  const common = { target, commit: world.context.sha };
  if (token === undefined) {
    world.log.notice("No github-token: what was changed is asked of the providers, and nothing is recorded.");
    const unknown = {
      changes: undefined,
      noRollback: undefined,
      supersededBy: undefined,
      formerCommit: undefined,
    };
    return { ...common, ...unknown, github: undefined, release: inputs.release };
  }
  const github = await world.github(token);
  const releases = await releasesOf(github, target);
  const release = inputs.release === "last" ? await lastLive(github, target, releases) : inputs.release;
  const manifest = releases.find((one) => one.release === release);
  const changes = ownOf(await changesOf(github, target, release));
  if (inputs.needs === undefined && manifest === undefined && changes.length === 0) {
    throw unknownRelease(release, target, releases);
  }
  return {
    ...common,
    github,
    release,
    changes,
    commit: manifest?.commit ?? world.context.sha,
    noRollback: manifest?.noRollback,
    ...(await neighbours(github, target, release, releases)),
  };
}

function ownOf(changes: readonly RecordedChange[]): readonly RecordedChange[] {
  return changes.filter(({ receipt }) => receipt.phase !== "rollback");
}

/** The newest release that users meet: activated, and neither rolled back nor stopped. */
async function lastLive(github: GitHub, target: string, releases: readonly Manifest[]): Promise<string> {
  for (const { release } of releases) {
    if ((await standingOf(github, target, release))?.state === "inactive") continue;
    const begun = ownOf(await changesOf(github, target, release)).map(begunOf);
    if (activated(begun).length > 0) return release;
  }
  throw new UserError(
    "PR471",
    `The record of ${target} has no release that is live: ${known(releases)}. Nothing was changed.`,
    "Name the release by `release`; what this suite did not deploy, its host's own tools roll back.",
  );
}

export function begunOf({ receipt, at }: RecordedChange) {
  return {
    phase: receipt.phase === "rollback" ? "plan" : receipt.phase,
    component: receipt.component,
    at,
  } as const;
}

/** The release that was live before, and one that went live since. */
async function neighbours(
  github: GitHub,
  target: string,
  release: string,
  releases: readonly Manifest[],
): Promise<Pick<Known, "supersededBy" | "formerCommit">> {
  const at = releases.findIndex((one) => one.release === release);
  const isLive = async (one: Manifest): Promise<boolean> =>
    (await standingOf(github, target, one.release))?.state === "success";
  const newer = await firstOf(releases.slice(0, Math.max(0, at)), isLive);
  const former = await firstOf(releases.slice(at + 1), isLive);
  return { supersededBy: newer?.release, formerCommit: former?.commit };
}

async function firstOf<T>(items: readonly T[], fits: (item: T) => Promise<boolean>): Promise<T | undefined> {
  for (const item of items) {
    if (await fits(item)) return item;
  }
  return undefined;
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

function unknownRelease(release: string, target: string, releases: readonly Manifest[]): UserError {
  return new UserError(
    "PR471",
    `The record of ${target} knows no release ${release}: ${known(releases)}. Nothing was changed.`,
    "Name a release that it knows, or `last`.",
  );
}

function known(releases: readonly Manifest[]): string {
  const names = releases.slice(0, 5).map(({ release }) => release);
  return names.length === 0 ? "it is empty" : `it knows ${names.join(", ")}`;
}
