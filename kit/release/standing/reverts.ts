/** A commit with its whole message. */
export interface Commit {
  readonly sha: string;
  readonly message: string;
}

/**
 * Whether commits, parents first, leave `bad` reverted. A revert can be reverted, and that again: what counts is the
 * last word. Recognised are git's own words (`This reverts commit <sha>`, also as GitHub's button and a squash of it
 * keep them), and those of a pull request that reverts another (`Reverts acme/app#12`) where the commit's title says
 * that it came by that one: `… (#12)` or `Merge pull request #12 from …`.
 */
export function isReverted(bad: Commit, commits: readonly Commit[]): boolean {
  let last = bad;
  let reverted = false;
  for (const commit of commits) {
    // Who brings the bad commit back is a bad one, too: to revert either of them takes it out again.
    const takesBack = reverts(commit, last) || (!reverted && reverts(commit, bad));
    if (!takesBack) continue;
    reverted = !reverted;
    last = commit;
  }
  return reverted;
}

function reverts({ message }: Commit, other: Commit): boolean {
  const named = [...message.matchAll(/\bThis reverts commit ([0-9a-f]{12,40})\b/g)].map((found) => found[1]);
  if (named.some((sha) => sha !== undefined && other.sha.startsWith(sha))) return true;
  const request = pullRequestOf(other);
  const asked = [...message.matchAll(/^Reverts (?:[\w.-]+\/[\w.-]+)?#(\d+)\s*$/gm)].map((found) => found[1]);
  return request !== undefined && asked.includes(request);
}

/** The pull request that brought a commit, by the title that GitHub gives it. */
function pullRequestOf({ message }: Commit): string | undefined {
  const [title = ""] = message.split("\n");
  return /\(#(\d+)\)\s*$/.exec(title)?.[1] ?? /^Merge pull request #(\d+) from /.exec(title)?.[1];
}
