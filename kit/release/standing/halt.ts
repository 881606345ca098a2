import { UserError } from "../../errors/user-error.ts";
import { type GitHub, type RunContext, isNotFound } from "../../ports/github.ts";
import { type Commit, isReverted } from "./reverts.ts";
import { findDocument } from "../record/kept-document.ts";
import { create, list, recordEnvironment, setStatus } from "../record/record.ts";
import { lastStatus } from "../record/statuses.ts";

/** Why a target takes no release that contains a commit. `at` is an ISO time. */
export interface Halt {
  readonly schema: "prism-rollout/halt@1";
  readonly release: string;
  readonly commit: string;
  readonly reason: string;
  readonly at: string;
}

const haltTask = "rollout-halt";

/** Halts a target. Once is enough: a second time for the same release changes nothing. */
export async function halt(github: GitHub, target: string, because: Halt): Promise<void> {
  const known = await haltsOf(github, target);
  if (known.some((one) => one.halt.release === because.release)) return;
  const environment = recordEnvironment(target);
  const id = await create(github, { environment, ref: because.commit, task: haltTask, payload: because });
  await setStatus(github, id, "failure", because.reason);
}

/**
 * Lets releases through again: all, or those that one release's end held up. Gives the halts that were lifted; each
 * says by whom and why from now on.
 */
export async function resume(
  github: GitHub,
  target: string,
  { actor }: Pick<RunContext, "actor">,
  reason: string,
  release?: string,
): Promise<readonly Halt[]> {
  const all = await haltsOf(github, target);
  const halts = all.filter(({ halt: known }) => release === undefined || known.release === release);
  for (const { id } of halts) await setStatus(github, id, "inactive", `resumed by ${actor}: ${reason}`);
  return halts.map((one) => one.halt);
}

/**
 * Refuses a commit that contains one for which the target was halted, unless it was reverted since. A release that was
 * held may be run again: what halted the target because of itself is not asked about.
 * @throws {UserError} PR207 naming the release, its commit and the reason.
 */
export async function refuseHalted(
  github: GitHub,
  target: string,
  sha: string,
  itself?: string,
): Promise<void> {
  for (const { halt: known } of await haltsOf(github, target)) {
    if (known.release === itself) continue;
    if (!(await contains(github, sha, known.commit))) continue;
    throw new UserError(
      "PR207",
      `${target} is halted since ${known.at}: ${known.release} ended because ${known.reason}, and ${sha.slice(0, 12)} contains its commit ${known.commit.slice(0, 12)}. Nothing was changed.`,
      `Revert that commit (git revert ${known.commit.slice(0, 12)}), or mend it on top, and start a new run with \`resume: <why it may go on>\`.`,
    );
  }
}

/** Every halt that nobody has lifted. */
async function haltsOf(
  github: GitHub,
  target: string,
): Promise<readonly { readonly id: number; readonly halt: Halt }[]> {
  const all = await list(github, recordEnvironment(target), haltTask);
  const states = await Promise.all(all.map(({ id }) => lastStatus(github, id)));
  return all.flatMap((deployment, index) => {
    const { document: known, other } = findDocument<Halt>(deployment, "halt");
    if (states[index]?.state === "inactive") return [];
    if (other !== undefined) throw other;
    return known === undefined ? [] : [{ id: deployment.id, halt: known }];
  });
}

interface Comparison {
  readonly status?: string;
  readonly total_commits?: number;
  readonly base_commit?: { readonly commit?: { readonly message?: string } };
  readonly commits?: readonly { readonly sha: string; readonly commit: { readonly message?: string } }[];
}

const page = 100;

/** Whether a commit has another one among its ancestors, and no revert of it after it. */
async function contains(github: GitHub, sha: string, bad: string): Promise<boolean> {
  const commits: Commit[] = [];
  for (let number = 1; ; number += 1) {
    const comparison = await compare(github, bad, sha, number);
    if (comparison?.status !== "ahead" && comparison?.status !== "identical") return false;
    const some = comparison.commits ?? [];
    commits.push(...some.map((one) => ({ sha: one.sha, message: one.commit.message ?? "" })));
    if (some.length > 0 && commits.length < (comparison.total_commits ?? 0)) continue;
    return !isReverted({ sha: bad, message: comparison.base_commit?.commit?.message ?? "" }, commits);
  }
}

async function compare(
  github: GitHub,
  bad: string,
  sha: string,
  number: number,
): Promise<Comparison | undefined> {
  const query = { basehead: `${bad}...${sha}`, per_page: page, page: number };
  try {
    const { data } = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", query);
    return data as Comparison;
  } catch (error) {
    // Of a commit that the repository has no more, nothing can descend.
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
