import { UserError } from "../../../kit/errors/user-error.ts";
import { type GitHub, type RunContext, isNotFound } from "../../../kit/ports/github.ts";

/** Where a commit is, of those places from which releases come. `branch` is the one whose rules it has to meet. */
export interface Place {
  readonly name: string;
  readonly branch: string;
}

/** What is to be found: the commit, and the ref that the run is on; `isHead` where the run was started at that commit. */
export type Sought = Pick<RunContext, "sha" | "ref"> & { readonly isHead: boolean; readonly target: string };

/**
 * The first allowed place that has the commit: the ref that the run is on, or a branch that contains it.
 * @throws {UserError} PR215 naming where it would have to be.
 */
export async function placeOf(
  github: GitHub,
  { sha, ref, isHead, target }: Sought,
  releaseRefs: readonly string[],
  defaultBranch: string,
): Promise<Place> {
  const allowed = releaseRefs.length === 0 ? [defaultBranch] : releaseRefs;
  if (isHead && allowed.some((pattern) => fits(pattern, ref))) return placeAt(ref, defaultBranch);
  for (const branch of allowed.filter((pattern) => !/[*?]|^refs\//.test(pattern))) {
    if (await contains(github, branch, sha)) return { name: branch, branch };
  }
  const where = allowed.join(", ");
  throw new UserError(
    "PR215",
    `${sha.slice(0, 12)} is not on ${where}, from where ${target} is released (the run is on ${ref || "no ref"}). Nothing was changed.`,
    `Merge it into ${allowed[0] ?? defaultBranch} first; or allow its branch or tag by \`release-refs\` in the plan section.`,
  );
}

function placeAt(ref: string, defaultBranch: string): Place {
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  return branch === undefined ? { name: ref, branch: defaultBranch } : { name: branch, branch };
}

/** Whether a pattern of `release-refs` names a ref: a plain one is a branch's name. */
export function fits(pattern: string, ref: string): boolean {
  const whole = pattern.startsWith("refs/") ? pattern : `refs/heads/${pattern}`;
  const source = whole
    .split(/(\*\*|\*|\?)/)
    .map((part) => wildcards[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("");
  return new RegExp(`^${source}$`).test(ref);
}

const wildcards: Readonly<Record<string, string>> = { "**": ".*", "*": "[^/]*", "?": "[^/]" };

async function contains(github: GitHub, branch: string, sha: string): Promise<boolean> {
  const basehead = `${branch}...${sha}`;
  try {
    const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
    const { data } = await github.request(route, { basehead, per_page: 1 });
    const { status } = data as { readonly status?: string };
    return status === "identical" || status === "behind";
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
