import type { UserError } from "../../../errors/user-error.ts";
import { urlOfHost } from "../../../parts/web/origins.ts";
import { idOf, listIn } from "../answered.ts";
import type { Built, Staged } from "../host.ts";
import { type DeploymentAnswer, shapes } from "./answers.ts";
import { until } from "../until.ts";
import type { Vercel } from "./context.ts";
import { readDeployment, readProject, saidBy } from "./inspect.ts";
import { refused } from "./why-not-existing.ts";

const ended = ["ERROR", "CANCELED", "BLOCKED"];

/** The newest production deployment of a commit that is none of this suite's, unless it has failed. */
export async function findExisting(
  vercel: Vercel,
  projectId: string,
  { commit }: Built,
): Promise<Staged | undefined> {
  const newest = await newestOf(vercel, projectId, commit);
  return newest === undefined || ended.includes(newest.readyState ?? "") ? undefined : stagedOf(newest);
}

/**
 * Waits until the host's Git integration has built the commit for production, without a domain.
 * @throws {UserError} PR478 where it has built none in time, or where that build has failed.
 */
export async function adopt(vercel: Vercel, { commit }: Built): Promise<Staged> {
  const { id } = await readProject(vercel);
  const { existingTimeout } = vercel.settings;
  const what = `Vercel has built ${commit} for production`;
  let seen: DeploymentAnswer | undefined;
  const staged = await until(vercel, existingTimeout, what, async () => {
    const newest = await newestOf(vercel, id, commit);
    // The list tells neither why a build has failed, nor at once that it has ended.
    seen = newest && (await readDeployment(vercel, nameOf(newest)));
    if (seen && ended.includes(seen.readyState ?? "")) throw failed(seen, commit);
    return seen?.readyState === "READY" ? stagedOf(seen) : undefined;
  });
  if (staged !== undefined) return staged;
  const seconds = `${existingTimeout / 1000} s`;
  throw seen === undefined
    ? refused(
        `Vercel has no production deployment of commit ${commit} after ${seconds}`,
        "Is the Git integration on for this branch, is it the production branch, and is the commit pushed? Or raise `existing-timeout`.",
      )
    : refused(
        `Vercel's build of commit ${commit} (${nameOf(seen)}) is ${seen.readyState} still after ${seconds}`,
        "Look at the build in Vercel's dashboard, then run the job again. Or raise `existing-timeout`.",
      );
}

async function newestOf(
  { api }: Vercel,
  projectId: string,
  commit: string,
): Promise<DeploymentAnswer | undefined> {
  const { json } = await api("GET", "/v7/deployments", {
    query: { projectId, target: "production", sha: commit, limit: 100 },
  });
  return listIn<DeploymentAnswer>("Vercel", json, "deployments", shapes.deployment).find(
    (deployment) => saidBy(deployment).release === null,
  );
}

function failed(deployment: DeploymentAnswer, commit: string): UserError {
  const { readyState, errorMessage, inspectorUrl } = deployment;
  const why = errorMessage ?? "no reason given";
  return refused(
    `Vercel ended its build of commit ${commit} (${nameOf(deployment)}) as ${readyState}: ${why}`,
    `Look at ${inspectorUrl ?? "the deployment in Vercel's dashboard"}, redeploy it there, then run again.`,
  );
}

function nameOf({ id, uid }: DeploymentAnswer): string {
  return idOf("Vercel", id ?? uid);
}

function stagedOf(deployment: DeploymentAnswer): Staged {
  return { deployment: nameOf(deployment), url: urlOfHost(idOf("Vercel", deployment.url)), previous: null };
}
