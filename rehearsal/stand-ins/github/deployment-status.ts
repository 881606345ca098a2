import { nextId } from "./environment.ts";
import type { GithubDeployment, GithubState, GithubStatus } from "./state.ts";

/** Adds a status to a deployment, the newest from now on. */
export function recordStatus(
  state: GithubState,
  deployment: GithubDeployment,
  given: Partial<GithubStatus> & Pick<GithubStatus, "state" | "creator"> & { readonly now: number },
): GithubStatus {
  const status: GithubStatus = {
    id: nextId(state),
    state: given.state,
    description: given.description ?? "",
    environment: given.environment ?? deployment.environment,
    logUrl: given.logUrl ?? "",
    environmentUrl: given.environmentUrl ?? "",
    creator: given.creator,
    createdAt: given.now,
  };
  deployment.statuses.push(status);
  deployment.updatedAt = given.now;
  return status;
}

/**
 * What a `success` does to its elders: those of the same environment that are neither production nor transient and
 * stand at success become inactive.
 */
export function deactivateElders(
  state: GithubState,
  newest: GithubDeployment,
  creator: string,
  now: number,
): void {
  for (const elder of state.deployments) {
    const same = elder.environment === newest.environment && elder.id !== newest.id;
    if (!same || elder.production || elder.transient || elder.statuses.at(-1)?.state !== "success") continue;
    recordStatus(state, elder, { state: "inactive", creator, now });
  }
}
