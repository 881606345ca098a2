import type { GitHub, RunContext } from "../../../kit/ports/github.ts";
import type { RunEvent } from "../../../kit/release/run/event.ts";

interface Pull {
  readonly number?: number;
  readonly merged_at?: string | null;
  readonly merge_commit_sha?: string | null;
}

/**
 * The pull request that a plan belongs to: the one that started the run, else the one that brought its commit.
 * Undefined where there is none, or several that nobody can tell apart.
 */
export async function pullRequestOf(
  github: GitHub,
  event: RunEvent,
  { sha }: Pick<RunContext, "sha">,
): Promise<number | undefined> {
  if (event.pullRequest !== undefined) return event.pullRequest.number || undefined;
  const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
  const { data } = await github.request(route, { commit_sha: sha, per_page: 100 });
  const merged = (Array.isArray(data) ? (data as readonly Pull[]) : []).filter(
    ({ merged_at: at }) => typeof at === "string",
  );
  const own = merged.find(({ merge_commit_sha: merge }) => merge === sha);
  return own?.number ?? (merged.length === 1 ? merged[0]?.number : undefined);
}
