import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { tagPattern } from "./tag-pattern.ts";

/** More files than these are no test suite: then the suite itself is asked. */
const most = 5000;

/**
 * Whether any source file of a repository names a tag. To ask Playwright, what it needs must be installed first; where
 * nobody has given a test the tag, nobody waits for that.
 */
export async function hasTag(root: string, tag: string): Promise<boolean> {
  const wanted = new RegExp(tagPattern(tag));
  let seen = 0;
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !/^(\.|node_modules$|dist$)/.test(entry.name)) folders.push(path);
      if (!entry.isFile() || !/\.[cm]?[jt]sx?$/.test(entry.name)) continue;
      seen += 1;
      if (seen > most || wanted.test(await readFile(path, "utf8").catch(() => ""))) return true;
    }
  }
  return false;
}
