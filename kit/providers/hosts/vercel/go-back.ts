import { UserError, describe } from "../../../errors/user-error.ts";
import type { WayBack } from "../host.ts";
import type { ProjectAnswer } from "./answers.ts";
import { type Vercel, until } from "./context.ts";
import { isMoving, readDomains, readProject } from "./inspect.ts";
import { settle } from "./move.ts";

/**
 * Goes back to `to`, where every production domain serves `from` or `to`; anything else is drift and left
 * alone. Vercel keeps the project pinned after it, so that no later build goes live by itself.
 */
export async function goBack(
  vercel: Vercel,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): Promise<WayBack> {
  if (to === null) return { outcome: "irreversible", said: "There was no deployment before this one." };
  const manual = `vercel rollback ${to}`;
  const project = await settled(vercel);
  const domains = await readDomains(vercel, project.id);
  const serves = (deployment: string | null): number =>
    Object.values(domains).filter((now) => now === deployment).length;
  const all = Object.keys(domains).length;
  const own = isMoving(project.lastAliasRequest) && project.lastAliasRequest.toDeploymentId === from;
  if (serves(to) === all && !own)
    return { outcome: "already", said: `${all} of ${all} domains serve ${to}.` };
  if (serves(to) + (from === null ? 0 : serves(from)) !== all) {
    const said = `Some production domains serve neither ${from ?? "(nothing)"} nor ${to}: nothing was touched.`;
    return { outcome: "drift", said, manual };
  }
  try {
    const refused = await ask(vercel, project.id, to);
    if (refused !== undefined) return { outcome: "failed", said: refused, manual };
    const before = project.lastAliasRequest;
    await settle(vercel, { type: "rollback", projectId: project.id, to, before, accepted: true });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { outcome: "failed", said: describe(error), manual };
  }
  return {
    outcome: "reverted",
    said: `${all} of ${all} domains serve ${to}; production stays pinned to it.`,
  };
}

/** The project once no move is under way any more: a promotion that was cut could end after the way back. */
async function settled(vercel: Vercel): Promise<ProjectAnswer> {
  const look = async (): Promise<ProjectAnswer | undefined> => {
    const project = await readProject(vercel);
    return isMoving(project.lastAliasRequest) ? undefined : project;
  };
  return (await until(vercel, vercel.settings.verifyTimeout, look)) ?? (await readProject(vercel));
}

/** Undefined when Vercel took it, else why not. */
async function ask({ api }: Vercel, projectId: string, to: string): Promise<string | undefined> {
  const { status, json } = await api("POST", `/v1/projects/${projectId}/rollback/${to}`, {
    query: { description: "prism-rollout: the release was not healthy" },
    accept: [200, 201, 202, 402, 409, 422],
  });
  if (status < 300) return undefined;
  const message = (json as { error?: { message?: string } } | undefined)?.error?.message;
  return `Vercel refused the rollback (${status}): ${message ?? "no reason given"}`;
}
