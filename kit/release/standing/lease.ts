import { UserError } from "../../errors/user-error.ts";
import type { GitHub, RunContext } from "../../ports/github.ts";
import { findDocument } from "../record/kept-document.ts";
import { create, deployments, recordEnvironment, setStatus } from "../record/record.ts";
import { lastStatus } from "../record/statuses.ts";
import { hasEnded, whereRunIs } from "../run/where-run-is.ts";

const leaseTask = "rollout-lease";

/** Who holds a target, from the first change to the end of the run. */
export interface Lease {
  readonly schema: "prism-rollout/lease@1";
  readonly release: string;
  readonly runId: string;
  readonly runUrl: string;
}

/**
 * Takes the target: create, list again, the lowest live id holds. A lease of this release and run is kept (a later
 * phase, a re-run); two runs can be about one release, and only one of them changes anything. A lease whose run has
 * ended is void, and ended for good: that run may be run again.
 * @throws {UserError} PR204 naming the holder; the loser's own lease is set inactive first.
 */
export async function takeLease(
  github: GitHub,
  context: RunContext,
  target: string,
  lease: Lease,
): Promise<void> {
  const before = await look(github, context, target);
  for (const { id } of before.ended) await setStatus(github, id, "inactive", "its run has ended");
  const first = before.live[0];
  if (first?.lease.release === lease.release && first.lease.runId === lease.runId) return;
  if (first !== undefined) throw await heldBy(github, target, first);
  const environment = recordEnvironment(target);
  const id = await create(github, { environment, ref: context.sha, task: leaseTask, payload: lease });
  const holder = (await look(github, context, target)).live[0];
  if (holder === undefined || holder.id === id) {
    await setStatus(github, id, "in_progress", lease.release);
    return;
  }
  await setStatus(github, id, "inactive", `lost to ${holder.lease.release}`);
  throw await heldBy(github, target, holder);
}

const given = "given back";

/** Gives the target back. A lease that this release does not hold is left alone. */
export async function releaseLease(github: GitHub, target: string, release: string): Promise<void> {
  for (const { id, lease, held } of await open(github, target)) {
    if (lease.release === release) await setStatus(github, id, "inactive", held ? given : "withdrawn");
  }
}

async function heldBy(github: GitHub, target: string, { lease }: Holder): Promise<UserError> {
  const where = await whereRunIs(github, lease.runId);
  return new UserError(
    "PR204",
    `${target} is held by ${lease.release} (${lease.runUrl}), which ${where.says}. Nothing was changed.`,
    "Let that release end, or cancel its run, then run this job again. While it waits for a person, a new run with `supersede: true` takes over from it.",
  );
}

interface Holder {
  readonly id: number;
  readonly lease: Lease;
}

interface Looked {
  /** The lowest id first: that one holds. */
  readonly live: readonly Holder[];
  readonly ended: readonly Holder[];
}

async function look(github: GitHub, context: RunContext, target: string): Promise<Looked> {
  const all = [...(await open(github, target))].sort((a, b) => a.id - b.id);
  const over = await Promise.all(
    all.map(async ({ lease }) => lease.runId !== context.runId && (await hasEnded(github, lease.runId))),
  );
  return { live: all.filter((_, at) => !over[at]), ended: all.filter((_, at) => over[at]) };
}

/**
 * The leases that nobody has ended, newest first. Whoever held the target had ended all before its own, so the search
 * ends at the first that was given back: not every release that a target ever had is asked about.
 */
async function open(
  github: GitHub,
  target: string,
): Promise<readonly (Holder & { readonly held: boolean })[]> {
  const found: (Holder & { readonly held: boolean })[] = [];
  for await (const deployment of deployments(github, recordEnvironment(target), leaseTask)) {
    const { document: lease, other } = findDocument<Lease>(deployment, "lease");
    if (lease === undefined && other === undefined) continue;
    const { id } = deployment;
    const status = await lastStatus(github, id);
    if (status?.state === "inactive") {
      if (status.description === given) break;
      continue;
    }
    if (other !== undefined) throw other;
    if (lease !== undefined) found.push({ id, lease, held: status?.state === "in_progress" });
  }
  return found;
}
