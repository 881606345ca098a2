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
const most = 50_000;

/** The files below a folder: what git keeps or would keep; without git those that are not dependencies or output. */
export async function listFiles(root: string): Promise<Listed> {
  const listed = await git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
  const files = listed === undefined ? await walk(root) : listed.split("\0");
  const own = [...new Set(files)].filter((path) => path !== "" && !/(?:^|\/)node_modules\//.test(path));
  return { files: own.sort().slice(0, most), left: own.length > most };
}

/** Follows no link: what it leads to is elsewhere, or is met by its own name. */
async function walk(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const due = [""];
  for (let folder = due.pop(); folder !== undefined && found.length <= most; folder = due.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) found.push(path);
      else if (entry.isDirectory() && (path === ".github" || !skipped.test(entry.name))) due.push(path);
    }
  }
  return found;
}
