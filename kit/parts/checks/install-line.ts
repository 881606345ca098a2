import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { packageManagerOf } from "./package-scripts.ts";

/** What an input says that leaves it to the repository. */
export const auto = "auto";

/**
 * The command that installs what a repository's lock file names and nothing else, by its own package manager; what is
 * given instead of `auto` stays as it is written.
 */
export async function installLine(root: string, given: string): Promise<string> {
  if (given !== auto) return given;
  const manager = await packageManagerOf(root);
  if (manager === "npm") return "npm ci";
  // No runner has it, and corepack does not know it.
  if (manager === "bun")
    return "command -v bun >/dev/null || npm install --global bun@1; bun install --frozen-lockfile";
  const frozen = manager === "yarn" && !(await isClassic(root)) ? "--immutable" : "--frozen-lockfile";
  // Node brings corepack, and that brings these; a runner need not have them.
  return `command -v ${manager} >/dev/null || corepack enable ${manager}; ${manager} install ${frozen}`;
}

/** Yarn 1 says so in the lock file; those after it know another word for the same. */
async function isClassic(root: string): Promise<boolean> {
  for (let folder = root; ; folder = dirname(folder)) {
    const lock = await readFile(join(folder, "yarn.lock"), "utf8").catch(() => undefined);
    if (lock !== undefined) return lock.includes("# yarn lockfile v1");
    if (dirname(folder) === folder) return false;
  }
}
