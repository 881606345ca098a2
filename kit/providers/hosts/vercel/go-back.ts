import { UserError, describe } from "../../../errors/user-error.ts";
import { isUnclear, listIn } from "../answered.ts";
import type { Host, LiveWeb, WayBack } from "../host.ts";
import { shaped } from "../shaped.ts";
import { type DeploymentAnswer, type ProjectAnswer, type Refusal, shapes } from "./answers.ts";
import { until } from "../until.ts";
import type { Vercel } from "./context.ts";
import { isMoving, readLive, readProject } from "./inspect.ts";
import { settle } from "./move.ts";
import { isPinned, pinned, wouldPin } from "./pin.ts";

/**
 * Goes back to `to`, where every production domain serves `from` or `to`; anything else is drift and left
 * alone. Vercel keeps the project pinned after it, so that no later build goes live by itself. With `dryRun`
 * nothing is changed, and `reverted` means «would be».
 */
export async function goBack(
  vercel: Vercel,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  { dryRun = false, live }: Parameters<Host["goBack"]>[1] = {},
): Promise<WayBack> {
  if (to === null) return { outcome: "irreversible", said: "There was no deployment before this one." };
  if (dryRun && live?.project && isWhollyAt(live, from)) {
    const project = { id: live.project, name: vercel.settings.project };
    return wouldGo(vercel, await offeredBy(vercel, project), project, to, false);
  }
  const manual = `vercel rollback ${to}`;
  let offered: Promise<readonly DeploymentAnswer[]> | undefined;
  const { project, domains } = await readLive(vercel, async () => {
    const settledProject = await settled(vercel);
    // Asked for while the domains are.
    if (dryRun) offered = offeredBy(vercel, settledProject);
    offered?.catch(() => undefined);
    return settledProject;
  });
  const serves = (deployment: string | null): number =>
    Object.values(domains).filter((now) => now === deployment).length;
  const all = Object.keys(domains).length;
  const own = isMoving(project.lastAliasRequest) && project.lastAliasRequest.toDeploymentId === from;
  if (serves(to) === all && !own) {
    const said = `${all} of ${all} domains serve ${to}.`;
    return { outcome: "already", said, ...(isPinned(project, vercel) ? { next: pinned } : {}) };
  }
  if (serves(to) + (from === null ? 0 : serves(from)) !== all) {
    const said = `Some production domains serve neither ${from ?? "(nothing)"} nor ${to}: nothing was touched.`;
    return { outcome: "drift", said, manual };
  }
  if (dryRun)
    return wouldGo(vercel, await (offered ?? offeredBy(vercel, project)), project, to, serves(to) > 0);
  return (await move(vercel, project, Object.keys(domains), to, manual)) ?? wentBack(vercel, all, to);
}

/** Whether a look a moment ago has found all domains at a deployment, and none of them moving. */
function isWhollyAt({ domains, moving }: LiveWeb, deployment: string | null): boolean {
  const served = Object.values(domains);
  return moving === null && served.length > 0 && served.every((one) => one === deployment);
}

function wentBack({ settings }: Vercel, all: number, to: string): WayBack {
  const said = `${all} of ${all} domains serve ${to}`;
  // Where it is off on purpose, nothing is other than it was.
  if (!settings.autoAssign) return { outcome: "reverted", said: `${said}.` };
  return { outcome: "reverted", said: `${said}; production stays pinned to it.`, next: pinned };
}

/** Vercel itself says to which deployments it would go back: not every one that is ready is among them. */
async function offeredBy(
  { api }: Vercel,
  { id }: Pick<ProjectAnswer, "id">,
): Promise<readonly DeploymentAnswer[]> {
  const { json } = await api("GET", "/v7/deployments", {
    query: { projectId: id, target: "production", state: "READY", rollbackCandidate: true, limit: 100 },
  });
  return listIn<DeploymentAnswer>("Vercel", json, "deployments", shapes.deployment);
}

function wouldGo(
  { settings }: Vercel,
  deployments: readonly DeploymentAnswer[],
  { name }: Pick<ProjectAnswer, "name">,
  to: string,
  partly: boolean,
): WayBack {
  if (partly || deployments.some(({ uid }) => uid === to))
    return {
      outcome: "reverted",
      said: `Vercel would go back to ${to}.`,
      ...(settings.autoAssign ? { next: wouldPin } : {}),
    };
  const said = `Vercel does not offer ${to} for a rollback: it is gone, it never served production, or the plan goes back one deployment only.`;
  return { outcome: "irreversible", said, manual: `vercel promote <a former deployment of ${name}>` };
}

/** Undefined once the domains are moved. */
async function move(
  vercel: Vercel,
  project: ProjectAnswer,
  domains: readonly string[],
  to: string,
  manual: string,
): Promise<WayBack | undefined> {
  try {
    const answer = await ask(vercel, project.id, to);
    if ("refused" in answer) return { outcome: "failed", said: answer.refused, manual };
    const before = project.lastAliasRequest;
    const common = { type: "rollback" as const, projectId: project.id, to, domains };
    await settle(vercel, { ...common, before, ...answer });
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { outcome: "failed", said: describe(error), manual };
  }
}

/** The project once no move is under way any more: a promotion that was cut could end after the way back. */
async function settled(vercel: Vercel): Promise<ProjectAnswer> {
  const look = async (): Promise<ProjectAnswer | undefined> => {
    const project = await readProject(vercel);
    return isMoving(project.lastAliasRequest) ? undefined : project;
  };
  const found = await until(vercel, vercel.settings.verifyTimeout, "Vercel moves no domain any more", look);
  return found ?? (await readProject(vercel));
}

type Asked = { readonly refused: string } | { readonly accepted: boolean };

/** Whether Vercel took it. What is unclear is read afterwards, not asked again. */
async function ask({ api, world }: Vercel, projectId: string, to: string): Promise<Asked> {
  try {
    const { status, json } = await api("POST", `/v1/projects/${projectId}/rollback/${to}`, {
      query: { description: "prism-rollout: the release was not healthy" },
      accept: [200, 201, 202, 402, 409, 422],
    });
    if (status < 300) return { accepted: true };
    const message = shaped<Refusal>("Vercel", json ?? {}, shapes.refusal).error?.message;
    return { refused: `Vercel refused the rollback (${status}): ${message ?? "no reason given"}` };
  } catch (error) {
    if (!isUnclear(error)) throw error;
    world.log.warn(`Whether the rollback was taken is unclear (${error.message}); looking at what is live.`);
    return { accepted: false };
  }
}
