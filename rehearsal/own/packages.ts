import { readFile, readdir, realpath } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { UserError } from "../../kit/errors/user-error.ts";
import { auto, installLine } from "../../kit/parts/checks/install-line.ts";
import { isInside } from "./repository.ts";
import { runLine } from "./run-line.ts";

/** Path in a checkout → where a link there leads: what an install would have made. */
export type Links = Readonly<Record<string, string>>;

/**
 * The packages that are installed below a folder, a link each, so that what tools write beside them (caches, build
 * information) stays in the checkout. Packages of the workspace itself lead to the checkout's own. `folders` are
 * those that have a package.json, relative to `root`.
 */
export async function installedLinks(root: string, folders: readonly string[]): Promise<Links> {
  const all: Record<string, string> = {};
  for (const folder of folders) {
    const modules = join(root, folder, "node_modules");
    for (const name of await namesIn(modules)) {
      const path = join(folder, "node_modules", name);
      all[path] = await leadsTo(join(modules, name), root, path);
    }
  }
  return all;
}

async function namesIn(modules: string): Promise<readonly string[]> {
  const names = await readdir(modules).catch(() => []);
  const wanted = names.filter((name) => name === ".bin" || !name.startsWith("."));
  const all = await Promise.all(
    wanted.map(async (name) =>
      name.startsWith("@") ? (await readdir(join(modules, name))).map((inner) => `${name}/${inner}`) : [name],
    ),
  );
  return all.flat();
}

async function leadsTo(installed: string, root: string, path: string): Promise<string> {
  const real = await realpath(installed).catch(() => installed);
  const inside = relative(await realpath(root), real);
  const isOwn = isInside(real, await realpath(root)) && !inside.split("/").includes("node_modules");
  return isOwn ? relative(dirname(path), inside) : installed;
}

/** The folders of a copy that have a package.json, its top first. */
export async function packageFolders(copy: string): Promise<readonly string[]> {
  const entries = await readdir(copy, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name === "package.json")
    .map((entry) => relative(copy, entry.parentPath))
    .filter((folder) => !folder.split("/").includes("node_modules"))
    .sort((a, b) => a.length - b.length);
}

const locks = [
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "bun.lockb",
];

/** Whether two copies would be installed alike: the same lock file, from the stack's folder up. */
export async function sameLock(one: string, other: string, workingDirectory: string): Promise<boolean> {
  const read = async (copy: string): Promise<string | undefined> => {
    for (let folder = join(copy, workingDirectory); ; folder = dirname(folder)) {
      for (const name of locks) {
        const text = await readFile(join(folder, name), "utf8").catch(() => undefined);
        if (text !== undefined) return text;
      }
      if (folder === copy || folder === dirname(folder)) return undefined;
    }
  };
  const [first, second] = await Promise.all([read(one), read(other)]);
  return first !== undefined && first === second;
}

/**
 * Installs what a copy needs, by the command that is declared or that its lock file names. Gives the command, undefined
 * where there is nothing to install.
 * @throws {UserError} PR401 with the last lines, when it fails.
 */
export async function install(
  stack: string,
  given: string,
  env: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  if (given === "none" || (given === auto && !existsSync(join(stack, "package.json")))) return undefined;
  const line = await installLine(stack, given);
  const { code, tail } = await runLine(line, stack, env);
  if (code === 0) return line;
  throw new UserError(
    "PR401",
    `\`${line}\` ended with exit code ${code}:\n${tail}`,
    "Mend it: the release would end there as well. Or install by hand, and rehearse in that folder again.",
  );
}
