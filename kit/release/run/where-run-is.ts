import { UserError } from "../../errors/user-error.ts";
import { type GitHub, isNotFound } from "../../ports/github.ts";
import { type JobAnswer, jobsOfRun } from "./run-jobs.ts";
import { listIn } from "../record/statuses.ts";

/** What a run does now. `says` completes «the release, which …». */
export interface Whereabouts {
  /** `queued` is between two jobs, or before the first: nobody was asked anything. */
  readonly is: "ended" | "waiting" | "queued" | "working";
  readonly says: string;
}

interface PendingAnswer {
  readonly environment: { readonly name?: string };
}

/** Jobs of the chain that change nothing that users meet, and so may be cut at any time. */
const harmless = /(^| \/ )(build|plan|prepare)$/;

/** Whether a run is over, waits for a person (where, and since when), or is at work. What cannot be read is «at work». */
export async function whereRunIs(github: GitHub, runId: string): Promise<Whereabouts> {
  try {
    if (await hasEnded(github, runId)) return { is: "ended", says: "has ended" };
    const [jobs, pending] = await Promise.all([jobsOfRun(github, runId), pendingOf(github, runId)]);
    const busy = jobs.filter(
      ({ status, name = "" }) => status === "in_progress" && !harmless.test(name) && !isCall(name, jobs),
    );
    if (busy.length > 0) return { is: "working", says: `is at work in ${namesOf(busy)}` };
    const since = jobs.filter(({ status }) => status === "waiting").map(({ created_at: at }) => at ?? "");
    if (pending.length === 0 && since.length === 0) return { is: "queued", says: "waits for a runner" };
    const [first = ""] = since.filter((at) => at !== "").sort();
    const where = pending.length === 0 ? "" : ` at ${pending.join(", ")}`;
    return { is: "waiting", says: `waits for a person${where}${first === "" ? "" : ` since ${first}`}` };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { is: "working", says: "does something that cannot be read" };
  }
}

/** Whether a run is over; one that GitHub does not know any more is. */
export async function hasEnded(github: GitHub, runId: string): Promise<boolean> {
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

/** A job that calls a workflow is at work as long as that is, also while all of it waits. */
function isCall(name: string, jobs: readonly JobAnswer[]): boolean {
  return jobs.some((other) => other.name?.startsWith(`${name} / `) === true);
}

async function pendingOf(github: GitHub, runId: string): Promise<readonly string[]> {
  const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments";
  const { data } = await github.request(route, { run_id: runId });
  return listIn<PendingAnswer>(data, "what the run waits for").map(
    ({ environment }) => environment.name ?? "an environment",
  );
}

function namesOf(jobs: readonly JobAnswer[]): string {
  return jobs.map(({ name = "a job" }) => name).join(", ");
}
