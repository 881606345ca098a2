import type { Report } from "../../kit/action/report.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { releaseLease, takeLease } from "../../kit/release/standing/lease.ts";
import type { StatusOf } from "../../kit/release/record/statuses.ts";
import { openLooks, watchedRelease } from "../../kit/release/standing/watched.ts";
import type { RollbackInputs } from "./spec.ts";

/** Why a later look ends a release not; or what was said of it while its verdict was open, oldest first. */
export type BegunWatch = { readonly nothing: Report } | { readonly looks: readonly StatusOf[] };

/**
 * Takes the target for a later look at a watched release: what is decided now holds, since nobody changes it meanwhile.
 * Where another run holds it, or the release is watched no more, this look says nothing, and its run is green.
 * @throws {UserError} PR102 where it is not said whose end is to be decided by what; PR104 without a record.
 */
export async function beginWatch(inputs: RollbackInputs, world: Runtime): Promise<BegunWatch> {
  const { release, target = "default", needs, githubToken } = inputs;
  if (release === "last" || needs === undefined)
    throw new UserError(
      "PR102",
      "with: watch: needs `release`, the id of the release that is watched, and `needs`, with what observe says. Nothing was changed.",
      "Copy the rollback job of examples/workflows/watch.yml.",
    );
  if (githubToken === undefined)
    throw new UserError(
      "PR104",
      "watch needs `github-token`: which release is watched is in the record. Nothing was changed.",
      "Pass `github-token` with `deployments: write` and `actions: read`.",
    );
  const github = await world.github(githubToken);
  const { context } = world;
  const { runId, runUrl } = context;
  const lease = { schema: "prism-rollout/lease@1", release, runId, runUrl } as const;
  try {
    await takeLease(github, context, target, lease);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "PR204") throw error;
    return nothing(`${release} is not looked at now: ${error.message}`);
  }
  const found = await watchedRelease(github, target);
  if (!("none" in found) && found.manifest.release === release)
    return { looks: openLooks(await found.release.statuses()) };
  await releaseLease(github, target, release);
  const why = "none" in found ? found.none : `${found.manifest.release} is`;
  return nothing(`${release} is watched no more: ${why}. Nothing was changed.`);
}

function nothing(reason: string): BegunWatch {
  return { nothing: { verdict: "pass", reason, next: "Nothing to do." } };
}
