import { buildFailure } from "./build.ts";
import { findDeployment, findProject, projectOf, type VercelContext } from "./context.ts";
import { deploymentJson, deploymentListed } from "./deployment-json.ts";
import { badRequest, notFound } from "./errors.ts";
import type { ApiHandler } from "./handler.ts";
import { advanceDeployment } from "./progress.ts";
import type { VercelDeployment } from "./state.ts";

/** GET /v13/deployments/{idOrUrl}: also a look at the deployment, which lets it go on. */
export const getDeployment: ApiHandler = (context, { params }) => {
  const deployment = findDeployment(context.state, params["deployment"] ?? "");
  if (!deployment) return notFound("Deployment");
  advanceDeployment(context, deployment);
  return { status: 200, json: deploymentJson(context, deployment) };
};

/** PATCH /v12/deployments/{id}/cancel: 400 once it is finished. */
export const cancelDeployment: ApiHandler = (context, { params }) => {
  const deployment = findDeployment(context.state, params["deployment"] ?? "");
  if (!deployment) return notFound("Deployment");
  if (deployment.readyState !== "INITIALIZING" && deployment.readyState !== "BUILDING") {
    return badRequest("The deployment is not in a state that can be canceled.");
  }
  deployment.readyState = "CANCELED";
  return { status: 200, json: deploymentJson(context, deployment) };
};

/** GET /v6/deployments and /v7/deployments: newest first; `next` is the `until` of the next page. */
export const listDeployments: ApiHandler = (context, { query }) => {
  const limit = Math.min(Number(query.get("limit") ?? 20), 100);
  if (!Number.isInteger(limit) || limit < 1) return badRequest("Invalid request: `limit` should be >= 1.");
  const all = context.state.deployments.filter((deployment) => fits(context, deployment, query)).toReversed();
  const page = all.slice(0, limit);
  const last = page.at(-1);
  return {
    status: 200,
    json: {
      deployments: page.map((deployment) =>
        deploymentListed(context, deployment, isRollbackCandidate(context, deployment)),
      ),
      pagination: {
        count: page.length,
        next: all.length > page.length && last ? last.createdAt : null,
        prev: page[0]?.createdAt ?? null,
      },
    },
  };
};

/** Whether Vercel would take a rollback to it: it served production and does not now; on Hobby, the last such. */
function isRollbackCandidate({ state }: VercelContext, deployment: VercelDeployment): boolean {
  const { production } = projectOf(state, deployment);
  if (!deployment.promoted || deployment.readyState !== "READY") return false;
  if (production.at(-1) === deployment.id) return false;
  return state.plan !== "hobby" || production.at(-2) === deployment.id;
}

/** GET /v3/deployments/{id}/events: the build log; one JSON event a line with `format=lines`. */
export const buildEvents: ApiHandler = (context, { params, query }) => {
  const deployment = findDeployment(context.state, params["deployment"] ?? "");
  if (!deployment) return notFound("Deployment");
  const failure = deployment.readyState === "ERROR" ? buildFailure(context.state, deployment) : undefined;
  const texts = [
    "Running build in Washington, D.C., USA (East) – iad1",
    failure?.message ?? "Deploying outputs...",
  ];
  const events = texts.map((text, index) => {
    const date = deployment.createdAt + index;
    const info = { type: "build", name: "bld_standin", entrypoint: "." };
    const payload = { deploymentId: deployment.id, info, text, id: `${date}`, date, serial: `${date}` };
    return {
      type: "stdout",
      created: date,
      date,
      deploymentId: deployment.id,
      text,
      info,
      serial: `${date}`,
      payload,
    };
  });
  if (query.get("format") !== "lines") return { status: 200, json: events };
  return {
    status: 200,
    body: events.map((event) => `${JSON.stringify(event)}\n`).join(""),
    headers: { "content-type": "application/stream+json; charset=utf-8" },
  };
};

/** GET /v11/deployments/{id}/builds */
export const builds: ApiHandler = ({ state }, { params }) => {
  const deployment = findDeployment(state, params["deployment"] ?? "");
  if (!deployment) return notFound("Deployment");
  return { status: 200, json: { builds: [] } };
};

function fits(context: VercelContext, deployment: VercelDeployment, query: URLSearchParams): boolean {
  const project = query.get("projectId");
  const target = query.get("target");
  const states = (query.get("state") ?? "").split(",").filter((one) => one !== "");
  const before = Number(query.get("until") ?? Number.POSITIVE_INFINITY);
  const after = Number(query.get("since") ?? Number.NEGATIVE_INFINITY);
  const sha = query.get("sha");
  const branch = query.get("branch");
  const candidates = query.get("rollbackCandidate");
  const meta = [...query].filter(([name]) => name.startsWith("meta-"));
  return (
    (project === null || findProject(context.state, project)?.id === deployment.projectId) &&
    (query.get("app") ?? deployment.name) === deployment.name &&
    (target === null || target === (deployment.target ?? "preview")) &&
    (states.length === 0 || states.includes(deployment.readyState)) &&
    deployment.createdAt < before &&
    deployment.createdAt > after &&
    (sha === null || sha === deployment.meta["githubCommitSha"]) &&
    (branch === null || branch === deployment.meta["githubCommitRef"]) &&
    meta.every(([name, value]) => deployment.meta[name.slice("meta-".length)] === value) &&
    (candidates === null || (candidates === "true") === isRollbackCandidate(context, deployment))
  );
}
