import { buildFailure } from "./build.ts";
import { creatorOf, hostOf, projectOf, type VercelContext } from "./context.ts";
import type { VercelDeployment } from "./state.ts";

/** READY deployments only: STAGED never served production, PROMOTED does or did. */
function substate(deployment: VercelDeployment): "STAGED" | "PROMOTED" | undefined {
  if (deployment.readyState !== "READY" || deployment.target !== "production") return undefined;
  return deployment.promoted ? "PROMOTED" : "STAGED";
}

/** The hosts of the production domains that point to a deployment now. */
function aliasesOf({ state }: VercelContext, deployment: VercelDeployment): string[] {
  const { domains } = projectOf(state, deployment);
  return domains.filter((domain) => domain.deployment === deployment.id).map(hostOf);
}

/** A deployment as projects list it (`targets.production`, `latestDeployments`). */
export function deploymentSummary(
  context: VercelContext,
  deployment: VercelDeployment,
): Record<string, unknown> {
  return {
    ...shared(context, deployment),
    alias: aliasesOf(context, deployment),
    deploymentHostname: hostOf(deployment),
    plan: context.state.plan,
    private: false,
    userId: context.state.user.id,
    withCache: false,
  };
}

/** A deployment as GET /v13/deployments/{id} and its creation answer it. */
export function deploymentJson(
  context: VercelContext,
  deployment: VercelDeployment,
): Record<string, unknown> {
  const { state } = context;
  const project = projectOf(state, deployment);
  return {
    ...shared(context, deployment),
    alias: aliasesOf(context, deployment),
    // A yes or no here, a time elsewhere: Vercel's own schemas say so.
    aliasAssigned: deployment.aliasAssigned !== null,
    aliasAssignedAt: deployment.aliasAssigned,
    automaticAliases: [],
    autoAssignCustomDomains: deployment.autoAssign,
    build: { env: [] },
    bootedAt: deployment.createdAt,
    env: [],
    ownerId: state.team?.id ?? state.user.id,
    project: { id: project.id, name: project.name, framework: project.framework },
    projectSettings: { framework: project.framework },
    public: false,
    regions: ["iad1"],
    routes: null,
    status: deployment.readyState,
    ...(state.team ? { team: state.team } : {}),
    ...(deployment.readyAt === null ? {} : { ready: deployment.readyAt }),
    version: 2,
  };
}

/** A deployment as GET /v6/deployments and /v7/deployments list it. */
export function deploymentListed(
  context: VercelContext,
  deployment: VercelDeployment,
  isRollbackCandidate: boolean,
): Record<string, unknown> {
  const { id, ...rest } = shared(context, deployment);
  return {
    ...rest,
    uid: id,
    created: deployment.createdAt,
    state: deployment.readyState,
    ...(deployment.readyAt === null ? {} : { ready: deployment.readyAt }),
    isRollbackCandidate,
  };
}

function shared(context: VercelContext, deployment: VercelDeployment): Record<string, unknown> {
  const failure = deployment.readyState === "ERROR" ? buildFailure(context.state, deployment) : undefined;
  const ready = substate(deployment);
  return {
    id: deployment.id,
    url: hostOf(deployment),
    name: deployment.name,
    projectId: deployment.projectId,
    type: "LAMBDAS",
    target: deployment.target,
    ...(deployment.source === null ? {} : { source: deployment.source }),
    prebuilt: deployment.prebuilt,
    plan: context.state.plan,
    meta: deployment.meta,
    creator: creatorOf(context.state),
    createdAt: deployment.createdAt,
    createdIn: "iad1",
    buildingAt: deployment.createdAt,
    inspectorUrl: `https://vercel.com/standin/${deployment.name}/${deployment.id.slice("dpl_".length)}`,
    readyState: deployment.readyState,
    ...(ready ? { readySubstate: ready } : {}),
    aliasAssigned: deployment.aliasAssigned ?? false,
    aliasError: deployment.aliasError,
    ...(failure ? { errorCode: failure.code, errorMessage: failure.message } : {}),
  };
}
