import type { Runtime } from "../../kit/action/runtime.ts";
import { releasesOf } from "../../kit/release/record/history.ts";
import { releaseId } from "../../kit/release/ids.ts";
import { runOf } from "../../kit/release/run/run-artifacts.ts";

/** The id of this run's release. A run that is run again goes on with its own, also on another day. */
export async function nameOf(
  { githubToken }: { readonly githubToken: string | undefined },
  target: string,
  { github, context, clock }: Pick<Runtime, "github" | "context" | "clock">,
): Promise<string> {
  if (context.attempt > 1 && githubToken !== undefined) {
    const releases = await releasesOf(await github(githubToken), target);
    const own = releases.find(
      ({ manifest: { release, commit } }) => runOf(release) === context.runId && commit === context.sha,
    );
    if (own !== undefined) return own.manifest.release;
  }
  return releaseId(target, clock.now(), context.sha, context.runId);
}
