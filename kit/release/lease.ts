import { UserError } from "../errors/user-error.ts";
import { type GitHub, type RunContext, isNotFound } from "../ports/github.ts";
import {
  type Deployment,
  create,
  lastStatus,
  list,
  payloadOf,
  recordEnvironment,
  setStatus,
} from "./record.ts";

const leaseTask = "rollout-lease";

/** Who holds a target, from the first change to the end of the run. */
export interface Lease {
  readonly schema: "prism-rollout/lease@1";
  readonly release: string;
  readonly runId: string;
  readonly runUrl: string;
}

/**
 * Takes the target: create, list again, the lowest live id holds. A lease of this release is kept (a later
 * phase, a re-run); one whose run has ended is void.
 * @throws {UserError} PR204 naming the holder; the loser's own lease is set inactive first.
 */
export async function takeLease(
  github: GitHub,
  context: RunContext,
  target: string,
  lease: Lease,
): Promise<void> {
  const before = await holders(github, context, target);
  if (before.some((holder) => holder.lease.release === lease.release)) return;
  if (before[0] !== undefined) throw heldBy(target, before[0]);
  const environment = recordEnvironment(target);
  const id = await create(github, { environment, ref: context.sha, task: leaseTask, payload: lease });
  await setStatus(github, id, "in_progress", lease.release);
  const holder = (await holders(github, context, target))[0];
  if (holder === undefined || holder.id === id) return;
  await setStatus(github, id, "inactive", `lost to ${holder.lease.release}`);
  throw heldBy(target, holder);
}

/** Gives the target back. A lease that this release does not hold is left alone. */
export async function releaseLease(github: GitHub, target: string, release: string): Promise<void> {
  const leases = await list(github, recordEnvironment(target), leaseTask);
  const own = leases.filter((deployment) => (payloadOf(deployment) as Partial<Lease>).release === release);
  for (const { id } of own) {
    if ((await lastStatus(github, id))?.state !== "inactive")
      await setStatus(github, id, "inactive", "given back");
  }
}

function heldBy(target: string, { lease }: Holder): UserError {
  return new UserError(
    "PR204",
    `${target} is held by ${lease.release} (${lease.runUrl}). Nothing was changed.`,
    "Let that release end, or cancel its run; then run this job again.",
  );
}

interface Holder {
  readonly id: number;
  readonly lease: Lease;
}

/** Live leases, the lowest id first: that one holds. */
async function holders(github: GitHub, context: RunContext, target: string): Promise<Holder[]> {
  const leases = await list(github, recordEnvironment(target), leaseTask);
  const live = await Promise.all(leases.map((deployment) => holderOf(github, context, deployment)));
  return live.flatMap((holder) => (holder ? [holder] : [])).sort((a, b) => a.id - b.id);
}

async function holderOf(
  github: GitHub,
  context: RunContext,
  deployment: Deployment,
): Promise<Holder | undefined> {
  const lease = payloadOf(deployment) as Lease;
  const status = await lastStatus(github, deployment.id);
  if (status?.state === "inactive" || (await hasEnded(github, context, lease.runId))) return undefined;
  return { id: deployment.id, lease };
}

async function hasEnded(github: GitHub, context: RunContext, runId: string): Promise<boolean> {
  if (runId === context.runId) return false;
  try {
    const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
      run_id: runId,
    });
    return (data as { status?: string }).status === "completed";
  } catch (error) {
    if (isNotFound(error)) return true;
    throw error;
  }
}
