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

/**
 * How `head` stands to `base`: the commits only in head (ahead) and only in base (behind), parents before their
 * children, and a common one that no other common one descends from.
 */
export function compareCommits(
  state: GithubState,
  base: string,
  head: string,
): { ahead: string[]; behind: string[]; mergeBase: string | undefined } {
  const ofBase = history(state, base);
  const ofHead = history(state, head);
  const [inBase, inHead] = [new Set(ofBase), new Set(ofHead)];
  return {
    ahead: ofHead.filter((sha) => !inBase.has(sha)),
    behind: ofBase.filter((sha) => !inHead.has(sha)),
    mergeBase: ofHead.findLast((sha) => inBase.has(sha)),
  };
}

// A commit with all before it, parents first. By hand, since a long history is deeper than the call stack.
function history(state: GithubState, from: string): string[] {
  const done = new Set<string>();
  const open = [from];
  for (let sha = open.at(-1); sha !== undefined; sha = open.at(-1)) {
    const waiting = (state.commits[sha]?.parents ?? []).filter((parent) => !done.has(parent));
    if (waiting.length > 0) open.push(...waiting);
    else done.add(open.pop() ?? sha);
  }
  return [...done];
}
