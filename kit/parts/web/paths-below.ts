import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { UserError } from "../../errors/user-error.ts";

/**
 * The path of every file below a folder, with forward slashes. A link inside of it counts as what it leads to.
 * @throws {UserError} PR476 for one that leads out of the folder, to nowhere or in a circle.
 */
export async function pathsBelow(folder: string): Promise<readonly string[]> {
  return (await below({ folder, real: await realpath(folder) }, "")).sort();
}

interface Root {
  readonly folder: string;
  readonly real: string;
}

async function below(root: Root, at: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(root.folder, at), { withFileTypes: true })) {
    const path = at === "" ? entry.name : `${at}/${entry.name}`;
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(root, path) : entry.isDirectory();
    if (isFolder) found.push(...(await below(root, path)));
    else found.push(path);
  }
  return found;
}

async function leadsToFolder({ folder, real }: Root, path: string): Promise<boolean> {
  const to = await realpath(join(folder, path)).catch(() => undefined);
  if (to === undefined) throw astray(folder, path, "which leads to nowhere");
  if (to !== real && !isBelow(to, real))
    throw astray(folder, path, `which leads out of the folder, to ${to}`);
  const here = await realpath(join(folder, path, ".."));
  if (here === to || isBelow(here, to)) throw astray(folder, path, "which leads to a folder that it lies in");
  return (await stat(to)).isDirectory();
}

export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`);
}

function astray(folder: string, path: string, how: string): UserError {
  return new UserError(
    "PR476",
    `The site in ${folder} has the link ${path}, ${how}. Nothing was changed.`,
    "Have the build put a file there instead, or leave it out: what is served is only what lies in the folder.",
  );
}
