import { creatorOf, hostOf, projectOf, type VercelContext } from "./context.ts";
import { buildFailure } from "./build.ts";
import type { AliasJob, VercelDeployment, VercelProject } from "./state.ts";

/** One look at a deployment: it goes on by looks, never by time, so that a rehearsal is the same every time. */
export function advanceDeployment(context: VercelContext, deployment: VercelDeployment): void {
  const { state, now } = context;
  deployment.polls += 1;
  if (deployment.readyState === "READY" && deployment.aliasAssigned === null && !deployment.aliasError) {
    deployment.aliasAssigned = now();
  }
  if (deployment.readyState === "INITIALIZING" && deployment.polls > state.pace.initializing) {
    deployment.readyState = "BUILDING";
    deployment.polls = 0;
  } else if (deployment.readyState === "BUILDING" && deployment.polls >= state.pace.building) {
    finishBuild(context, deployment);
  }
}

function finishBuild({ state, now }: VercelContext, deployment: VercelDeployment): void {
  if (buildFailure(state, deployment)) {
    deployment.readyState = "ERROR";
    return;
  }
  deployment.readyState = "READY";
  deployment.readyAt = now();
  const project = projectOf(state, deployment);
  if (deployment.target !== "production" || !deployment.autoAssign) return;
  for (const domain of project.domains) pointDomain(domain, deployment, now());
  deployment.aliasAssigned = now();
  servesProduction(project, deployment);
}

/** Starts moving the production domains to a deployment. */
export function startAliasJob(
  { state, now }: VercelContext,
  project: VercelProject,
  type: AliasJob["type"],
  to: VercelDeployment,
): void {
  const fate = project.nextAliasJob;
  project.aliasJob = {
    type,
    fromDeploymentId: project.production.at(-1) ?? null,
    toDeploymentId: to.id,
    requestedAt: now(),
    fate: fate === "failed" || fate === "skipped" || fate === "stuck" ? fate : "succeeded",
    jobStatus: "pending",
    polls: 0,
    aliases: project.domains.map((domain) => ({ alias: hostOf(domain), id: domain.uid, status: "pending" })),
  };
  if (type === "rollback") project.lastRollbackTarget = {};
  if (state.projects.includes(project)) project.updatedAt = now();
}

/** One look at a project: a promote or rollback under way goes one step on. */
export function advanceAliasJob(context: VercelContext, project: VercelProject): void {
  const job = project.aliasJob;
  if (!job || (job.jobStatus !== "pending" && job.jobStatus !== "in-progress")) return;
  const { aliasPending, aliasInProgress } = context.state.pace;
  job.polls += 1;
  if (job.fate === "stuck" || job.polls <= aliasPending) return;
  if (job.jobStatus === "pending") {
    job.jobStatus = job.fate === "skipped" ? "skipped" : "in-progress";
    if (job.jobStatus === "in-progress") moveAliases(context, project, job, 1);
    return;
  }
  if (job.polls <= aliasPending + aliasInProgress) return;
  if (job.fate === "failed") {
    job.jobStatus = "failed";
    for (const alias of job.aliases) if (alias.status !== "completed") alias.status = "failed";
    return;
  }
  finishAliasJob(context, project, job);
}

function finishAliasJob(context: VercelContext, project: VercelProject, job: AliasJob): void {
  moveAliases(context, project, job, project.domains.length);
  job.jobStatus = "succeeded";
  const deployment = context.state.deployments.find(({ id }) => id === job.toDeploymentId);
  if (deployment) servesProduction(project, deployment);
  project.autoAssignCustomDomains = job.type === "promote";
  project.autoAssignCustomDomainsUpdatedBy = creatorOf(context.state).uid;
  project.lastRollbackTarget = null;
  if (job.type === "promote") project.rollbackDescription = null;
}

// Domains move one after the other: a client that looks at the first only believes too early.
function moveAliases(
  { state, now }: VercelContext,
  project: VercelProject,
  job: AliasJob,
  count: number,
): void {
  const deployment = state.deployments.find(({ id }) => id === job.toDeploymentId);
  if (!deployment || (job.fate === "failed" && count === 1 && project.domains.length === 1)) return;
  for (const domain of project.domains.slice(0, count)) {
    pointDomain(domain, deployment, now());
    const entry = job.aliases.find(({ id }) => id === domain.uid);
    if (entry) entry.status = "completed";
  }
  for (const entry of job.aliases) if (entry.status === "pending") entry.status = "in-progress";
}

function pointDomain(
  domain: VercelProject["domains"][number],
  deployment: VercelDeployment,
  now: number,
): void {
  if (domain.unverified === true) return;
  domain.deployment = deployment.id;
  domain.updatedAt = now;
}

function servesProduction(project: VercelProject, deployment: VercelDeployment): void {
  deployment.promoted = true;
  if (project.production.at(-1) !== deployment.id) project.production.push(deployment.id);
}

/** What the API says about the last promote or rollback. */
export function lastAliasRequest(project: VercelProject): Record<string, unknown> | null {
  const job = project.aliasJob;
  if (!job) return null;
  const { type, fromDeploymentId, toDeploymentId, requestedAt, jobStatus } = job;
  return { fromDeploymentId, toDeploymentId, jobStatus, requestedAt, type };
}

/** Whether the project's domains are being moved right now. */
export function isBusy(project: VercelProject): boolean {
  return project.aliasJob?.jobStatus === "pending" || project.aliasJob?.jobStatus === "in-progress";
}
