import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { remoteParts } from "../../environments/place.ts";

/** What git says in a folder; undefined where git is not installed, or the folder is in no repository. */
export async function git(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const run = promisify(execFile);
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: "0" };
    return (await run("git", [...args], { cwd: folder, env, maxBuffer: 512 * 1024 * 1024 })).stdout;
  } catch {
    return undefined;
  }
}

/** What the remote `origin` tells. */
export interface Origin {
  /** OWNER/NAME; undefined where there is no remote that names one. */
  readonly name: string | undefined;
  /** The branch that releases come from. */
  readonly branch: string;
  readonly branchAt: string;
}

/** The repository's name and main branch, as git in this folder knows them. */
export async function originOf(folder: string): Promise<Origin> {
  const [url, head, current] = await Promise.all([
    git(folder, "remote", "get-url", "origin"),
    git(folder, "symbolic-ref", "--short", "refs/remotes/origin/HEAD"),
    git(folder, "symbolic-ref", "--short", "HEAD"),
  ]);
  const name = remoteParts((url ?? "").trim())?.name;
  const remote = head?.trim().replace(/^origin\//, "");
  if (remote) return { name, branch: remote, branchAt: "git: origin/HEAD" };
  const here = current?.trim() ?? "";
  return /^(?:main|master|trunk)$/.test(here)
    ? { name, branch: here, branchAt: "git: the branch that is checked out" }
    : { name, branch: "main", branchAt: "assumed" };
}
