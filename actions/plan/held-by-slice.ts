import type { GitHub } from "../../kit/ports/github.ts";
import type { Gate, Gates } from "../../kit/release/gates/gates.ts";
import { gatedPhases } from "../../kit/release/phases.ts";
import { gateOfStart, startedByApprover } from "../../kit/release/slice/slice-start.ts";
import { isOutside } from "../../kit/release/slice/slice.ts";

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
 * where GitHub has no reviewers to offer: in a private repository none of whose environments has any. Its plan is
 * known to nobody here, but below Enterprise GitHub takes and shows none.
 */
export async function heldBySlice(github: GitHub, gates: Gates, sliced: Sliced): Promise<HeldBySlice> {
  const { slice, goesOn, approvers } = sliced;
  if (approvers.length === 0 || slice.length === 0) return { audited: gates, started: [] };
  if (!(await isPrivate(github)) || (await hasReviewers(github))) return { audited: gates, started: [] };
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

interface Environments {
  readonly environments?: readonly { readonly protection_rules?: readonly { readonly type?: string }[] }[];
}

async function hasReviewers(github: GitHub): Promise<boolean> {
  for (let page = 1; ; page += 1) {
    const route = "GET /repos/{owner}/{repo}/environments";
    const { data } = await github.request(route, { per_page: 100, page });
    const { environments = [] } = data as Environments;
    const rules = environments.flatMap(({ protection_rules: own = [] }) => own);
    if (rules.some(({ type }) => type === "required_reviewers")) return true;
    if (environments.length < 100) return false;
  }
}
