import { UserError } from "../../../errors/user-error.ts";
import type { LiveWeb, Said } from "../host.ts";
import { listIn } from "../answered.ts";
import { shaped } from "../shaped.ts";
import {
  type AliasRequest,
  type DeploymentAnswer,
  type DomainsAnswer,
  type ProjectAnswer,
  shapes,
} from "./answers.ts";
import type { SourceName } from "../../../parts/web/sources.ts";
import type { Vercel, VercelSettings } from "./context.ts";
import { whyNotExisting } from "./why-not-existing.ts";
import type { ProjectRoutes } from "./vercel-json.ts";
import { encoded } from "../../../ports/encoded.ts";

const nothingSaid: Said = { release: null, artifact: null, marker: null, previous: null };

/** The project with its last promote or rollback as it is now. */
export async function readProject({ api, settings }: Vercel): Promise<ProjectAnswer> {
  const path = `/v9/projects/${encoded(settings.project)}`;
  const { status, json } = await api("GET", path, { query: { rollbackInfo: true }, accept: [200, 404] });
  if (status !== 404) return shaped(`Vercel GET ${path}`, json, shapes.project);
  const scope = settings.team === undefined ? "without a team" : `in team ${settings.team}`;
  throw new UserError(
    "PR303",
    `Vercel knows no project ${settings.project} ${scope} (GET ${path} answered 404).`,
    "Correct `host-project` for this target in rollout.yml: the project's id or name. A team's project needs `host-team`, too.",
  );
}

/** Each production domain with the deployment that it really serves: the alias is the truth, not the project. */
export type Domains = Readonly<Record<string, string | null>>;

type Names = readonly string[];

/**
 * The project, and then what its domains serve; only what these are called is asked for meanwhile. Served is asked after
 * the project: a move that ended between the two would look as if there had been none.
 */
export async function readLive(
  vercel: Vercel,
  read: (vercel: Vercel) => Promise<ProjectAnswer> = readProject,
): Promise<{ readonly project: ProjectAnswer; readonly domains: Domains; readonly unverified: Names }> {
  const listing = listedDomains(vercel, encoded(vercel.settings.project));
  // Awaited below: what is wrong with the project is said first, and better.
  listing.catch(() => undefined);
  const project = await read(vercel);
  const { names, unverified } = await listing;
  return { project, domains: await servedBy(vercel, project.id, names), unverified };
}

/** What the domains serve now. `expected`: those that there were a moment ago are asked for beside their list. */
export async function readDomains(
  vercel: Vercel,
  projectId: string,
  expected: readonly string[],
): Promise<Domains> {
  const [{ names }, served] = await Promise.all([
    listedDomains(vercel, projectId),
    servedBy(vercel, projectId, expected),
  ]);
  const isSame = names.length === expected.length && names.every((name) => expected.includes(name));
  return isSame ? served : await servedBy(vercel, projectId, names);
}

async function servedBy(vercel: Vercel, projectId: string, names: readonly string[]): Promise<Domains> {
  const entries = await Promise.all(
    names.map(async (name) => {
      const { status, json } = await vercel.api("GET", `/v4/aliases/${encoded(name)}`, {
        query: { projectId },
        accept: [200, 404],
      });
      return [
        name,
        status === 404
          ? null
          : (shaped<{ deploymentId?: string }>(`Vercel's alias ${name}`, json, shapes.alias).deploymentId ??
            null),
      ];
    }),
  );
  return Object.fromEntries(entries) as Domains;
}

/** What a deployment says of itself. */
export async function readSaid({ api }: Vercel, deployment: string): Promise<Said> {
  const { status, json } = await api("GET", `/v13/deployments/${deployment}`, { accept: [200, 404] });
  return status === 404
    ? nothingSaid
    : saidBy(shaped(`Vercel's deployment ${deployment}`, json, shapes.deployment));
}

/** @throws {UserError} PR306 where it is none. */
export async function readDeployment({ api }: Vercel, id: string): Promise<DeploymentAnswer> {
  const { json } = await api("GET", `/v13/deployments/${id}`);
  return shaped(`Vercel's deployment ${id}`, json, shapes.deployment);
}

export function saidBy({ meta = {} }: DeploymentAnswer): Said {
  return {
    release: meta["rolloutRelease"] ?? null,
    artifact: meta["rolloutArtifact"] ?? null,
    marker: meta["rolloutMarker"] ?? null,
    previous: meta["rolloutPrevious"] || null,
  };
}

/** What is live, and whether anything may be promoted. */
export async function inspect(vercel: Vercel, source: SourceName = "dist"): Promise<LiveWeb> {
  const { project, domains, unverified, saidOf } = await readLiveAndSaid(vercel);
  const { leftOut, gitOff } = await vercel.settings.routes();
  const served = [...new Set(Object.values(domains))];
  const deployment = served.length === 1 ? (served[0] ?? null) : null;
  const said = deployment === null ? nothingSaid : await saidOf(deployment);
  const notExisting = source === "existing" ? whyNotExisting(project, gitOff) : undefined;
  const blocked =
    whyBlocked(project, domains, vercel.settings) ?? whyUnserved(project, unverified, vercel.settings);
  const moving = isMoving(project.lastAliasRequest) ? project.lastAliasRequest.toDeploymentId : null;
  const notes = [
    ...unverified.map(
      (name) => `${name} is a domain of the project that is not verified: it serves no release.`,
    ),
    ...(source === "existing" ? [] : notesOf(project, { leftOut: source === "dist" ? leftOut : [], gitOff })),
  ];
  const last = project.lastAliasRequest;
  return {
    project: project.id,
    deployment,
    domains,
    said,
    moving,
    notes,
    ...(last && last.toDeploymentId === deployment ? { movedAt: last.requestedAt } : {}),
    ...(blocked ? { blocked } : {}),
    ...(notExisting ? { notExisting } : {}),
  };
}

/** What the project takes for live is asked for what it says while the aliases are; they may know better. */
async function readLiveAndSaid(
  vercel: Vercel,
): Promise<
  Awaited<ReturnType<typeof readLive>> & { readonly saidOf: (deployment: string) => Promise<Said> }
> {
  const early = new Map<string, Promise<Said>>();
  const live = await readLive(vercel, async () => {
    const project = await readProject(vercel);
    const id = project.targets?.production?.id;
    if (id !== undefined) early.set(id, readSaid(vercel, id));
    for (const said of early.values()) said.catch(() => undefined);
    return project;
  });
  return { ...live, saidOf: (deployment) => early.get(deployment) ?? readSaid(vercel, deployment) };
}

function notesOf(
  { link }: ProjectAnswer,
  { leftOut, gitOff }: Pick<ProjectRoutes, "leftOut" | "gitOff">,
): readonly string[] {
  const races = link !== undefined && link !== null && !gitOff;
  return [
    ...(leftOut.length > 0
      ? [`vercel.json: ${leftOut.join(", ")} has no effect on what this suite deploys.`]
      : []),
    ...(races
      ? ["A Git integration also deploys this project; set git.deploymentEnabled to false in vercel.json."]
      : []),
  ];
}

export function isMoving(request: AliasRequest | null | undefined): request is AliasRequest {
  return request?.jobStatus === "pending" || request?.jobStatus === "in-progress";
}

/** Fails closed: a field that is missing says nothing good. */
export function whyBlocked(
  project: ProjectAnswer,
  domains: Readonly<Record<string, string | null>>,
  { autoAssign, unpin }: VercelSettings,
): UserError | undefined {
  const refuse = (what: string, fix: string): UserError =>
    new UserError("PR435", `Vercel project ${project.name}: ${what}. Nothing was changed.`, fix);
  if (project.rollingRelease !== undefined && project.rollingRelease !== null) {
    const fix = "Switch rolling releases off for this project; this suite promotes all traffic at once.";
    return refuse("rolling releases are on, so a promotion would move only a part of the traffic", fix);
  }
  if (Object.keys(domains).length === 0) {
    return refuse("it has no verified production domain", "Add the domain to the project and verify it.");
  }
  if (project.autoAssignCustomDomains === true || !autoAssign) return undefined;
  if (project.autoAssignCustomDomains === false && unpin) return undefined;
  return refuse(
    "production is pinned (auto-assignment of domains is off), as a rollback leaves it",
    "Find out why it was rolled back. Then set `unpin: true` for this release, or `auto-assign: false` if it is off on purpose.",
  );
}

/** Vercel serves nothing under a domain that is not verified: after the promotion its origin would prove nothing. */
function whyUnserved(
  { name }: ProjectAnswer,
  unverified: Names,
  { origins }: VercelSettings,
): UserError | undefined {
  const hosts = origins.map((origin) => new URL(origin).host);
  const unserved = unverified.filter((domain) => hosts.includes(domain));
  if (unserved.length === 0) return undefined;
  return new UserError(
    "PR435",
    `Vercel project ${name}: ${unserved.join(", ")} is not verified, so nobody gets a release there. Nothing was changed.`,
    "Verify the domain in the project's settings, or take it out of `origins` for this target.",
  );
}

/** The project's production domains; those that are not verified apart. */
async function listedDomains(
  { api }: Vercel,
  projectId: string,
): Promise<{ readonly names: Names; readonly unverified: Names }> {
  const all: DomainsAnswer["domains"][number][] = [];
  let next: number | undefined;
  do {
    const { json } = await api("GET", `/v9/projects/${projectId}/domains`, {
      query: { target: "production", redirects: false, limit: 100, until: next },
    });
    all.push(...listIn<DomainsAnswer["domains"][number]>("Vercel", json, "domains", shapes.domain));
    const after = shaped<Pick<DomainsAnswer, "pagination">>("Vercel", json, shapes.page).pagination?.next;
    // A page that leads back to itself is the last one.
    next = after === next ? undefined : (after ?? undefined);
  } while (next !== undefined);
  const own = all.filter((one) => !one.redirect && !one.gitBranch && !one.customEnvironmentId);
  const named = (verified: boolean): Names =>
    own.flatMap((one) => ((one.verified ?? true) === verified ? [one.name] : [])).sort();
  return { names: named(true), unverified: named(false) };
}
