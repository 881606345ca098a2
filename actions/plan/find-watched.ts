import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { activatedAt } from "../../kit/release/standing/activated-at.ts";
import { atWork } from "../../kit/release/standing/at-work.ts";
import { watchedRelease } from "../../kit/release/standing/watched.ts";
import type { spec } from "./spec.ts";

/**
 * Which release is to be looked at again. Only reads. None while another one is at work: it is about to take the
 * target, and to measure what is being replaced would say nothing.
 * @throws {UserError} PR104 without a token.
 */
export async function findWatched(
  { target = "default", githubToken }: InputsOf<typeof spec>,
  world: Runtime,
): Promise<Done<typeof spec>> {
  if (githubToken === undefined)
    throw new UserError(
      "PR104",
      "find-watched needs `github-token`: which release is watched is in the record.",
      "Pass `github-token` with `deployments: read` and `actions: read`.",
    );
  const github = await world.github(githubToken);
  const found = await watchedRelease(github, target);
  if ("none" in found) return nothing(`No release of ${target} is watched: ${found.none}.`);
  const { release, commit } = found.manifest;
  const busy = await atWork(github, target);
  if (busy !== undefined)
    return nothing(`${release} is watched, but ${busy.release} is changing ${target} now (${busy.runUrl}).`);
  const at = await activatedAt(github, target, release);
  const since = at === undefined ? "" : new Date(at).toISOString();
  return {
    outputs: { "watched-release": release, "watched-commit": commit, "watched-since": since },
    report: {
      verdict: "pass",
      reason: `${release} is watched since ${since || "an unknown time"}, of commit ${commit}.`,
      next: "Observe that commit again, and give what it says to `rollback` with `watch: true`.",
    },
  };
}

function nothing(reason: string): Done<typeof spec> {
  return { outputs: { "watched-release": "" }, report: { verdict: "pass", reason, next: "Nothing to do." } };
}
