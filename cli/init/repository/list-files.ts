import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { git } from "./git.ts";

/** Paths with `/`, sorted; `left` where there were more than are looked at. */
export interface Listed {
  readonly files: readonly string[];
  readonly left: boolean;
}

/** What nobody writes by hand, and may be without end. */
const skipped = /^(?:node_modules|dist|build|out|coverage|vendor|\..+)$/;

/**
 * The files below a folder: what git keeps or would keep, all of it. Without git those that are not dependencies or
 * output, at most so many, the ones nearest to the top first.
 */
export async function listFiles(root: string, most = 50_000): Promise<Listed> {
  const listed = await git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
  const found = listed === undefined ? await walk(root, most) : listed.split("\0");
  const own = [...new Set(found)].filter((path) => path !== "" && !/(?:^|\/)node_modules\//.test(path));
  const files = listed === undefined ? own.slice(0, most) : own;
  return { files: files.sort(), left: files.length < own.length };
}

/** Follows no link: what it leads to is elsewhere, or is met by its own name. */
async function walk(root: string, most: number): Promise<readonly string[]> {
  const found: string[] = [];
  const due = [""];
  // Grows while it is gone through: folder by folder, level by level.
  for (const folder of due) {
    if (found.length > most) return found;
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) found.push(path);
      else if (entry.isDirectory() && (path === ".github" || !skipped.test(entry.name))) due.push(path);
    }
  }
  return found;
}
