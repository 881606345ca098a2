import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../errors/user-error.ts";
import type { RunContext } from "../ports/github.ts";

const sha = /^[0-9a-f]{40}$/;

/** The run as it is about another commit than the one that started it: a live one that is deployed again. */
export function ofCommit(context: RunContext, commit: string): RunContext {
  return commit === "" ? context : { ...context, sha: commit };
}

/**
 * Refuses where the workspace says that another commit is checked out. One without git, or on a branch, says nothing.
 * @throws {UserError} PR102 for what is no commit, PR218 naming both.
 */
export async function refuseOtherCheckout(workspace: string, commit: string): Promise<void> {
  if (commit === "") return;
  if (!sha.test(commit)) {
    throw new UserError(
      "PR102",
      `with: commit: expected the 40 digits of a commit, got ${JSON.stringify(commit.slice(0, 60))}.`,
      "Write the whole id, as `git rev-parse` gives it. Nothing was done.",
    );
  }
  const head = (await readFile(join(workspace, ".git", "HEAD"), "utf8").catch(() => "")).trim();
  if (!sha.test(head) || head === commit) return;
  throw new UserError(
    "PR218",
    `\`commit\` names ${commit.slice(0, 12)}, but ${head.slice(0, 12)} is checked out. Nothing was done.`,
    "Give actions/checkout the same commit as `ref`.",
  );
}
