import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { basename, join } from "node:path";

const leftOut = new Set(["node_modules", "dist", "test-results", "playwright-report", ".git"]);

/**
 * Copies an app's sources to a folder of their own, `overlays` over them in order, and links `node_modules`:
 * what a checkout and an install would have made.
 */
export async function copyApp(
  from: string,
  to: string,
  nodeModules: string,
  overlays: readonly string[] = [],
): Promise<void> {
  await mkdir(to, { recursive: true });
  const keep = (path: string): boolean => !leftOut.has(basename(path));
  await cp(from, to, { recursive: true, filter: keep });
  for (const overlay of overlays) {
    for (const entry of await readdir(overlay)) {
      if (!entry.endsWith(".json")) await cp(join(overlay, entry), join(to, entry), { recursive: true });
    }
  }
  await symlink(nodeModules, join(to, "node_modules"), "dir");
}
