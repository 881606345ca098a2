import type { StandInRequest, StandInResponse } from "../server.ts";
import type { ApiHandler, GithubContext } from "./context.ts";
import { findEnvironment } from "./environment.ts";
import { notFound } from "./errors.ts";
import { paged } from "./page.ts";

/** GET …/environments/{name}/secrets: names and times, never a value; 404 where there is no such environment. */
export const listEnvironmentSecrets: ApiHandler = (context, request) => {
  const environment = findEnvironment(context.state, request.params["environment"] ?? "");
  if (!environment) return notFound();
  return listed(context, request, Object.keys(environment.secrets), environment.updatedAt);
};

/** GET …/actions/secrets: the repository's own. */
export const listRepositorySecrets: ApiHandler = (context, request) =>
  listed(context, request, context.state.secretNames?.repository ?? [], 0);

/** GET …/actions/organization-secrets: those that the organisation shares with the repository. */
export const listSharedSecrets: ApiHandler = (context, request) =>
  listed(context, request, context.state.secretNames?.organization ?? [], 0);

function listed(
  context: GithubContext,
  request: StandInRequest,
  names: readonly string[],
  at: number,
): StandInResponse {
  const time = new Date(at).toISOString();
  return paged(request, context.url(), names.toSorted(), (page, total_count) => ({
    total_count,
    secrets: page.map((name) => ({ name: name.toUpperCase(), created_at: time, updated_at: time })),
  }));
}
