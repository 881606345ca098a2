import { findEnvironment, newEnvironment, nextId } from "./environment.ts";
import type { GithubDeployment, GithubState } from "./state.ts";

/** Adds a deployment; an environment of its name comes into being with it. */
export function addDeployment(
  state: GithubState,
  given: Omit<GithubDeployment, "id" | "createdAt" | "updatedAt" | "statuses"> & { readonly now: number },
): GithubDeployment {
  const { now, ...rest } = given;
  if (!findEnvironment(state, rest.environment)) newEnvironment(state, rest.environment, now);
  const deployment = { ...rest, id: nextId(state), createdAt: now, updatedAt: now, statuses: [] };
  state.deployments.push(deployment);
  return deployment;
}
