import type { GitHub } from "../ports/github.ts";

/** GitHub's word for how a deployment stands, and what was said with it. */
export interface StatusOf {
  readonly state: string;
  readonly description: string;
}

/** What was said of a deployment, newest first; GitHub gives 100 at once, far more than a release has. */
export async function statusesOf(github: GitHub, id: number, most = 100): Promise<readonly StatusOf[]> {
  const { data } = await github.request("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
    deployment_id: id,
    per_page: most,
  });
  return data as readonly StatusOf[];
}

export async function lastStatus(github: GitHub, id: number): Promise<StatusOf | undefined> {
  return (await statusesOf(github, id, 1))[0];
}
