import { cp, lstat, mkdir, readlink, rm, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../kit/errors/user-error.ts";
import { isNotFound } from "./is-not-found.ts";
import { type GitEnv, askGit, runGit } from "./git.ts";
import { type OwnRepository, isInside } from "./repository.ts";

const leftOut = new Set(["node_modules", ".git"]);

/** Copies what a commit of the folder as it is would hold: changes and new files too, what git ignores not. */
export async function copyAsItIs(
  { root, isGit }: Pick<OwnRepository, "root" | "isGit">,
  to: string,
  { env, without }: { readonly env: GitEnv; readonly without: string },
): Promise<void> {
  await mkdir(to, { recursive: true });
  // A report that goes among the files of the repository, or around them, leaves out none of these.
  const isReport = (path: string): boolean => !isInside(root, without) && isInside(path, without);
  if (!isGit) {
    const keep = (path: string): boolean => !leftOut.has(basename(path)) && !isReport(path);
    return await cp(root, to, { recursive: true, verbatimSymlinks: true, filter: keep });
  }
  const listed = await askGit(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], env);
  const paths = [...new Set((listed ?? "").split("\0"))].filter((path) => path !== "");
  for (const path of paths) if (!isReport(join(root, path))) await copyOne(root, to, path);
}

/** A file that is deleted but not committed so is none; a folder is another repository's (a submodule). */
async function copyOne(root: string, to: string, path: string): Promise<void> {
  const from = join(root, path);
  const into = join(to, path);
  try {
    const stats = await lstat(from);
    if (stats.isDirectory()) return;
    await mkdir(dirname(into), { recursive: true });
    if (stats.isSymbolicLink()) await symlink(await readlink(from), into);
    else await cp(from, into, { preserveTimestamps: true });
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

/** Writes the files of a commit, as a checkout would, beside an index of its own. */
export async function copyCommit(root: string, commit: string, to: string, env: GitEnv): Promise<void> {
  await mkdir(to, { recursive: true });
  const index = `${to}.index`;
  const own = { ...env, GIT_INDEX_FILE: index };
  const read = await askGit(root, ["read-tree", commit], own);
  const wrote =
    read === undefined ? undefined : await askGit(root, ["checkout-index", "-a", `--prefix=${to}/`], own);
  await rm(index, { force: true });
  if (wrote === undefined)
    throw new UserError(
      "PR105",
      `git could not write the files of ${commit}, which counts as live.`,
      "A clone may lack them (`git fetch --unshallow`, `git fetch --refetch`); or name by --from another commit, or `none`.",
    );
}

/** Makes a copy a repository of one commit, and gives that commit. */
export async function commitAll(folder: string, isGit: boolean, env: GitEnv): Promise<string> {
  await runGit(folder, ["init", "--quiet", "--initial-branch=main", "."], env);
  // What is there was chosen by the repository's own git; without one, its .gitignore decides here.
  await runGit(folder, ["add", "--all", ...(isGit ? ["--force"] : [])], env);
  await runGit(
    folder,
    ["commit", "--quiet", "--allow-empty", "--message", "the release that is rehearsed"],
    env,
  );
  return (await runGit(folder, ["rev-parse", "HEAD"], env)).trim();
}
