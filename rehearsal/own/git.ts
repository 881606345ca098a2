import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { UserError } from "../../kit/errors/user-error.ts";

/** Git's whole environment: PATH and HOME at least. */
export type GitEnv = Readonly<Record<string, string>>;

const largest = 64 * 1024 * 1024;

/**
 * Asks git about a folder that a person has named; gives what it prints, undefined where it refuses (no repository,
 * no such ref, no git). Nothing of the repository is written, its index neither.
 */
export async function askGit(
  folder: string,
  args: readonly string[],
  env: GitEnv,
): Promise<string | undefined> {
  try {
    const own = ["-c", "safe.directory=*", "-C", folder];
    const options = { env: { ...env, GIT_OPTIONAL_LOCKS: "0" }, maxBuffer: largest };
    return (await promisify(execFile)("git", [...own, ...args], options)).stdout;
  } catch {
    return undefined;
  }
}

/**
 * Runs git in a folder of our own, without the settings of this machine: no hooks, no signatures, line ends as they are.
 * @throws {Error} with git's words; {UserError} PR505 where there is no git.
 */
export async function runGit(folder: string, args: readonly string[], env: GitEnv): Promise<string> {
  const plain = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const who = ["-c", "user.name=rehearsal", "-c", "user.email=rehearsal@example.invalid"];
  const options = { env: { ...env, ...plain }, maxBuffer: largest };
  try {
    return (await promisify(execFile)("git", [...who, "-C", folder, ...args], options)).stdout;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== "ENOENT") throw error;
    throw new UserError("PR505", "There is no git in PATH.", "Install git: a release is made of a commit.");
  }
}
