import { type GitHub, isNotFound } from "../../ports/github.ts";
import type { Lease } from "./lease.ts";
import { findDocument } from "../record/kept-document.ts";
import { deployments, recordEnvironment } from "../record/record.ts";
import { lastStatus } from "../record/statuses.ts";

/** A lease that has ended, and so many newer ones: whoever is at work is among them. */
const most = 10;

/** The lease of a release that is changing the target at this moment; reads only. */
export async function atWork(github: GitHub, target: string): Promise<Lease | undefined> {
  let read = 0;
  for await (const deployment of deployments(github, recordEnvironment(target), "rollout-lease")) {
    const { document: lease, other } = findDocument<Lease>(deployment, "lease");
    if (lease === undefined && other === undefined) continue;
    read += 1;
    const state = (await lastStatus(github, deployment.id))?.state;
    if (other !== undefined && state === "in_progress") throw other;
    if (lease && state === "in_progress" && (await isRunning(github, lease.runId))) return lease;
    if (read === most) return undefined;
  }
  return undefined;
}

async function isRunning(github: GitHub, runId: string): Promise<boolean> {
  try {
    const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
      run_id: runId,
    });
    return (data as { status?: string }).status !== "completed";
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
