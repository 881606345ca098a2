import type { GitHub } from "../../kit/ports/github.ts";
import type { Gate, Gates } from "../../kit/release/gates.ts";
import { gatedPhases } from "../../kit/release/phases.ts";
import { gateOfStart, startedByApprover } from "../../kit/release/slice-start.ts";
import { isOutside } from "../../kit/release/slice.ts";

/** What is to be asked of GitHub's environments, and what the start of the slice stands for. */
export interface HeldBySlice {
  readonly audited: Gates;
  readonly started: readonly Omit<Gate, "environment">[];
}

/** How a run was started, and who may let a slice pass. */
export interface Sliced {
  readonly slice: readonly string[];
  /** Whether the run goes on with an earlier one: its start can be an approval. */
  readonly goesOn: boolean;
  readonly approvers: readonly string[];
}

/**
 * Takes from the declared gates those that this run does not come to, and the one that its start stands for. Only
 * where GitHub has no reviewers to offer: in a private repository, of which nobody can tell its plan.
 */
export async function heldBySlice(github: GitHub, gates: Gates, sliced: Sliced): Promise<HeldBySlice> {
  const { slice, goesOn, approvers } = sliced;
  if (approvers.length === 0 || slice.length === 0 || !(await isPrivate(github)))
    return { audited: gates, started: [] };
  const first = goesOn ? gateOfStart(slice, gates) : undefined;
  const left = gatedPhases.filter((phase) => !isOutside(slice, phase) && phase !== first);
  const audited = Object.fromEntries(left.flatMap((phase) => (gates[phase] ? [[phase, gates[phase]]] : [])));
  const found = {
    declared: "reviewers",
    found: [startedByApprover],
    reviewers: approvers,
    bypass: false,
  } as const;
  return { audited, started: first === undefined ? [] : [{ phase: first, ...found }] };
}

async function isPrivate(github: GitHub): Promise<boolean> {
  const { data } = await github.request("GET /repos/{owner}/{repo}");
  return (data as { readonly visibility?: string }).visibility === "private";
}
