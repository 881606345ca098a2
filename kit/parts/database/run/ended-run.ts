import type { Runtime } from "../../../action/runtime.ts";
import { sessionName } from "../connection/session.ts";
import type { HasEnded } from "./turn.ts";

/**
 * Tells of a session whether its run is over: an earlier attempt of this run is, and of other runs of this repository
 * GitHub knows. Where nobody can say, it is not.
 */
export function endedRun(
  { githubToken }: { readonly githubToken: string | undefined },
  { context, github }: Pick<Runtime, "context" | "github">,
): HasEnded {
  return async (session) => {
    const [, runId = "", attempt = ""] = /^prism-rollout run (\d+)\.(\d+) /.exec(session) ?? [];
    if (session !== sessionName({ ...context, runId, attempt: Number(attempt) })) return false;
    if (runId === context.runId) return Number(attempt) < context.attempt;
    if (githubToken === undefined) return false;
    try {
      const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
      const { data } = await (await github(githubToken)).request(route, { run_id: runId });
      return (data as { status?: string }).status === "completed";
    } catch {
      return false;
    }
  };
}
