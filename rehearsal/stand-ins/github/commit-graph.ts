import type { GithubState } from "./state.ts";

/** The sha that a branch, a tag-like `refs/heads/…`, a sha or a sha's first 7 or more letters means. */
export function resolveRef(state: GithubState, ref: string): string | undefined {
  const branch = ref.replace(/^(?:refs\/)?heads\//, "");
  const pointed = state.branches[branch];
  if (pointed !== undefined) return pointed;
  if (state.commits[ref]) return ref;
  if (!/^[0-9a-f]{7,39}$/.test(ref)) return undefined;
  const found = Object.keys(state.commits).filter((sha) => sha.startsWith(ref));
  return found.length === 1 ? found[0] : undefined;
}

/** How `head` stands to `base`: the commits only in head (ahead), only in base (behind), and where they part. */
export function compareCommits(
  state: GithubState,
  base: string,
  head: string,
): { ahead: string[]; behind: string[]; mergeBase: string | undefined } {
  const ofBase = ancestors(state, base);
  const ofHead = ancestors(state, head);
  return {
    ahead: ofHead.filter((sha) => !ofBase.includes(sha)).toReversed(),
    behind: ofBase.filter((sha) => !ofHead.includes(sha)).toReversed(),
    mergeBase: ofHead.find((sha) => ofBase.includes(sha)),
  };
}

// Breadth first, itself included: the nearest come first.
function ancestors(state: GithubState, from: string): string[] {
  const seen = [from];
  for (const sha of seen) {
    for (const parent of state.commits[sha]?.parents ?? []) if (!seen.includes(parent)) seen.push(parent);
  }
  return seen;
}
