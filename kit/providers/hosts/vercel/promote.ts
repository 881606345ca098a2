import { heldIn } from "../../../action/held-in.ts";
import { UserError } from "../../../errors/user-error.ts";
import { isUnclear } from "../answered.ts";
import type { Promotion } from "../host.ts";
import type { ProjectAnswer } from "./answers.ts";
import type { Vercel } from "./context.ts";
import { type Domains, isMoving, readDeployment, readLive, readProject, whyBlocked } from "./inspect.ts";
import { settle } from "./move.ts";

/**
 * Moves every production domain to the staged deployment, with one request; whatever is unclear is read, not
 * asked again. Ends when each domain's alias says so, and the project's auto-assignment is as declared.
 * @throws {UserError} PR435 when nothing was changed, PR433 when the move did not come through.
 */
export async function promote(vercel: Vercel, { staged, was }: Promotion): Promise<readonly string[]> {
  if (staged === undefined) throw new Error("a promotion needs a staged deployment");
  const to = staged.deployment;
  // Awaited below, where nothing else is in the way: it is only asked for beside the others.
  const fit = refusePreview(vercel, to);
  fit.catch(() => undefined);
  const { project, domains } = await readLive(vercel);
  const isThere = Object.values(domains).every((deployment) => deployment === to);
  await putBack(vercel, isThere ? project : await move(vercel, { project, domains, to, was, fit }));
  return Object.keys(domains);
}

interface Wanted {
  readonly project: ProjectAnswer;
  readonly domains: Domains;
  readonly to: string;
  readonly was: Domains;
  /** Refuses a deployment that cannot be promoted as it is. */
  readonly fit: Promise<void>;
}

/** Gives the project as it is once the domains have moved. */
async function move(vercel: Vercel, { project, domains, to, was, fit }: Wanted): Promise<ProjectAnswer> {
  const last = project.lastAliasRequest;
  const base = { type: "promote" as const, projectId: project.id, to, domains: Object.keys(domains) };
  if (isMoving(last) && last.toDeploymentId === to && last.type === "promote") {
    vercel.world.log.info(`${to} is being promoted already, by an earlier attempt.`);
    return await settle(vercel, { ...base, before: null, accepted: true });
  }
  refuseOthers(project, domains, to, was);
  const blocked = whyBlocked(project, domains, vercel.settings);
  if (blocked) throw blocked;
  await fit;
  const accepted = await ask(vercel, project.id, to);
  return await settle(vercel, { ...base, before: last, accepted });
}

/** True when Vercel took the request, false when that is not known. */
async function ask({ api, world }: Vercel, projectId: string, to: string): Promise<boolean> {
  try {
    const { status } = await api("POST", `/v10/projects/${projectId}/promote/${to}`, {
      json: {},
      accept: [200, 201, 202, 409],
    });
    if (status === 202) {
      throw new UserError(
        "PR435",
        `Vercel queued the promotion of ${to} behind a rolling release: no traffic has moved.`,
        "End the rolling release in Vercel's dashboard and run again.",
      );
    }
    return status !== 409;
  } catch (error) {
    if (!isUnclear(error)) throw error;
    world.log.warn(`Whether the promotion was taken is unclear (${error.message}); looking at what is live.`);
    return false;
  }
}

function refuseOthers(
  project: ProjectAnswer,
  domains: Readonly<Record<string, string | null>>,
  to: string,
  was: Readonly<Record<string, string | null>>,
): void {
  const moved = Object.entries(domains).filter(
    ([name, now]) => now !== to && now !== (heldIn(was, name) ?? null),
  );
  const last = project.lastAliasRequest;
  if (moved.length === 0 && !isMoving(last)) return;
  const what = isMoving(last)
    ? `a ${last.type} to ${last.toDeploymentId} is under way`
    : moved.map(([name, now]) => `${name} serves ${now ?? "nothing"} by now`).join(", ");
  throw new UserError(
    "PR435",
    `Somebody else changes Vercel project ${project.name}: ${what}. Nothing was promoted.`,
    "Wait until it has ended, then start a new run, so that the plan says what is live.",
  );
}

/** A preview deployment would be built again by a promotion: another site than the one that was tested. */
async function refusePreview(vercel: Vercel, to: string): Promise<void> {
  const { target, readyState } = await readDeployment(vercel, to);
  if (target === "production" && readyState === "READY") return;
  throw new UserError(
    "PR435",
    `Deployment ${to} is ${readyState ?? "in no state"} for ${target ?? "preview"}, so it cannot be promoted as it is.`,
    "Run again: a new deployment is staged.",
  );
}

/**
 * Every promotion switches auto-assignment on, also where the team wants it off: there it is read once more, since what
 * was read as the domains moved may be older than that.
 */
async function putBack(vercel: Vercel, moved: ProjectAnswer): Promise<void> {
  const { autoAssign } = vercel.settings;
  const { id, autoAssignCustomDomains } = autoAssign ? moved : await readProject(vercel);
  if (autoAssignCustomDomains === autoAssign) return;
  await vercel.api("PATCH", `/v9/projects/${id}`, {
    json: { autoAssignCustomDomains: autoAssign },
    safe: true,
  });
}
