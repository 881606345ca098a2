import { UserError } from "../../errors/user-error.ts";
import type { GitHub } from "../../ports/github.ts";

/** GitHub's word for how a deployment stands, and what was said with it. */
export interface StatusOf {
  readonly state: string;
  readonly description: string;
  readonly created_at?: string;
}

/** What was said of a deployment, newest first; GitHub gives 100 at once, far more than a release has. */
export async function statusesOf(github: GitHub, id: number, most = 100): Promise<readonly StatusOf[]> {
  const { data } = await github.request("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
    deployment_id: id,
    per_page: most,
  });
  const all = listIn<Partial<StatusOf> & Pick<StatusOf, "state">>(data, "a deployment's statuses");
  return all.map((one) => ({ ...one, description: one.description ?? "" }));
}

/**
 * A list as GitHub documents it. An answer without one would read as «nothing is there»: no lease, no halt.
 * @throws {UserError} PR306
 */
export function listIn<T>(data: unknown, what: string): readonly T[] {
  if (Array.isArray(data)) return data as readonly T[];
  throw new UserError(
    "PR306",
    `GitHub was asked for ${what}, and answered with something that is no list.`,
    "Something between the runner and GitHub answers for it (a proxy, a login page); run the job again.",
  );
}

export async function lastStatus(github: GitHub, id: number): Promise<StatusOf | undefined> {
  return (await statusesOf(github, id, 1))[0];
}
