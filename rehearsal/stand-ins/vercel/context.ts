import type { VercelDeployment, VercelDomain, VercelProject, VercelState } from "./state.ts";

/** What every handler of the API works on. */
export interface VercelContext {
  readonly state: VercelState;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Gives a new deployment an address of its own; resolves when browsers can reach it. */
  readonly publish: (deployment: VercelDeployment) => Promise<void>;
}

/** The host, without scheme, at which a browser reaches a domain or a deployment of this world. */
export function hostOf(served: { readonly port: number }): string {
  return `127.0.0.1:${served.port}`;
}

/** A project by id or by name. */
export function findProject(state: VercelState, idOrName: string): VercelProject | undefined {
  return state.projects.find((project) => project.id === idOrName || project.name === idOrName);
}

/** A domain by its name, by its host in this world, or by the id of its alias; with its project. */
export function findDomain(
  state: VercelState,
  wanted: string,
): { project: VercelProject; domain: VercelDomain } | undefined {
  for (const project of state.projects) {
    const domain = project.domains.find(
      (candidate) =>
        candidate.name === wanted || candidate.uid === wanted || hostOf(candidate) === withoutScheme(wanted),
    );
    if (domain) return { project, domain };
  }
  return undefined;
}

/** A deployment by id (with or without `dpl_`), by its own host, or by a domain that points to it. */
export function findDeployment(state: VercelState, wanted: string): VercelDeployment | undefined {
  const host = withoutScheme(wanted);
  const direct = state.deployments.find(
    (deployment) =>
      deployment.id === wanted || deployment.id === `dpl_${wanted}` || hostOf(deployment) === host,
  );
  if (direct) return direct;
  const pointed = findDomain(state, wanted)?.domain.deployment;
  return state.deployments.find((deployment) => deployment.id === pointed);
}

/** The project that a deployment belongs to. */
export function projectOf(state: VercelState, deployment: VercelDeployment): VercelProject {
  const project = state.projects.find((candidate) => candidate.id === deployment.projectId);
  if (!project) throw new Error(`deployment ${deployment.id} belongs to no project`);
  return project;
}

/** The id of the deployment that serves production now. */
export function currentProduction(project: VercelProject): string | null {
  return project.production.at(-1) ?? null;
}

/** Who Vercel says created something. */
export function creatorOf(state: VercelState): { uid: string; username: string; email: string } {
  return { uid: state.user.id, username: state.user.username, email: state.user.email };
}

/** An id in the vendor's style, the same again in the same world: 24 letters and digits from a counter. */
export function nextId(state: VercelState, prefix: string): string {
  state.sequence += 1;
  return `${prefix}_${state.sequence.toString(36).padStart(24, "0")}`;
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/$/, "");
}
