import { heldIn } from "../../../action/held-in.ts";
import { UserError } from "../../../errors/user-error.ts";
import { type Shape, shaped } from "../shaped.ts";
import type { AliasRequest, ProjectAnswer } from "./answers.ts";
import { until } from "../until.ts";
import type { Vercel } from "./context.ts";
import { isMoving, readDomains, readProject } from "./inspect.ts";

/** A move of all production domains to one deployment. */
export interface Move {
  readonly type: "promote" | "rollback";
  readonly projectId: string;
  readonly to: string;
  /** The production domains, as they were listed before. */
  readonly domains: readonly string[];
  /** The last request before ours: what is still this one, is not ours. */
  readonly before: AliasRequest | null | undefined;
  /** False when it is not known whether the request has arrived. */
  readonly accepted: boolean;
}

/** With the default interval these take 20 s. */
const looksForUnknown = 13;

/**
 * Waits until every production domain serves the deployment, by its alias; gives the project as it is then. The job's
 * own word is only taken for what it is: it can be somebody else's, skipped, or not recorded at all.
 * @throws {UserError} PR433 when it failed or did not end in time, PR435 when somebody else moves the domains.
 */
export async function settle(vercel: Vercel, move: Move): Promise<ProjectAnswer> {
  const what = `every production domain serves ${move.to}`;
  let looks = 0;
  const done = await until(vercel, vercel.settings.verifyTimeout, what, async () => {
    looks += 1;
    const [project, domains] = await Promise.all([
      readProject(vercel),
      readDomains(vercel, move.projectId, move.domains),
    ]);
    const job = project.lastAliasRequest;
    const own = isOwn(job, move);
    if (Object.values(domains).every((deployment) => deployment === move.to) && !isMoving(job))
      return project;
    if (own && job?.jobStatus === "failed") throw await failed(vercel, move, domains);
    if (own && job?.jobStatus === "skipped") throw notMoved(move, "Vercel skipped it");
    if (!own && isNew(job, move)) throw overtaken(move, job);
    if (!own && !move.accepted && looks >= looksForUnknown) {
      throw notMoved(move, "Vercel has no trace of the request");
    }
    return undefined;
  });
  if (done !== undefined) return done;
  const domains = await readDomains(vercel, move.projectId, move.domains);
  const there = Object.values(domains).filter((deployment) => deployment === move.to).length;
  const seconds = vercel.settings.verifyTimeout / 1000;
  const count = `${there} of ${Object.keys(domains).length}`;
  throw notMoved(move, `after ${seconds} s ${count} production domains serve it`);
}

function isOwn(job: AliasRequest | null | undefined, move: Move): boolean {
  return isNew(job, move) && job?.type === move.type && job.toDeploymentId === move.to;
}

function isNew(job: AliasRequest | null | undefined, { before }: Move): job is AliasRequest {
  if (!job) return false;
  return (
    before?.requestedAt !== job.requestedAt ||
    before.toDeploymentId !== job.toDeploymentId ||
    before.type !== job.type
  );
}

async function failed(
  vercel: Vercel,
  move: Move,
  domains: Readonly<Record<string, string | null>>,
): Promise<UserError> {
  const moved = Object.entries(domains).filter(([, deployment]) => deployment === move.to).length;
  const named = await failedAliases(vercel, move);
  const which = named.length > 0 ? `; it failed for ${named.join(", ")}` : "";
  return notMoved(
    move,
    `it failed at Vercel: ${moved} of ${Object.keys(domains).length} production domains were moved${which}`,
  );
}

async function failedAliases({ api }: Vercel, { projectId, type }: Move): Promise<readonly string[]> {
  const path = `/v${type === "promote" ? 1 : 9}/projects/${projectId}/${type}/aliases`;
  const { status, json } = await api("GET", path, {
    query: { failedOnly: true, limit: 20 },
    accept: [200, 400, 403, 404],
  });
  if (status !== 200) return [];
  const { aliases = [] } = shaped<Aliases>(`Vercel GET ${path}`, json, aliasesShape);
  return aliases.flatMap(({ alias }) => {
    const name: unknown = typeof alias === "object" && alias !== null ? heldIn({ ...alias }, "alias") : alias;
    return typeof name === "string" ? [name] : [];
  });
}

interface Aliases {
  readonly aliases?: readonly { readonly alias?: unknown }[];
}

const aliasesShape: Shape = { fields: { aliases: { each: { fields: { alias: "any" } } } } };

function notMoved({ type, to }: Move, why: string): UserError {
  const what = type === "promote" ? "promotion of" : "rollback to";
  return new UserError(
    "PR433",
    `The ${what} ${to} did not come through: ${why}.`,
    "Look at the project's deployments in Vercel's dashboard; running again goes on from what is live.",
  );
}

function overtaken({ type, to }: Move, job: AliasRequest): UserError {
  return new UserError(
    "PR435",
    `While the ${type} of ${to} was under way, somebody started a ${job.type} to ${job.toDeploymentId}.`,
    "Find out who moves this project's domains (a Git integration, a person), then run again.",
  );
}
