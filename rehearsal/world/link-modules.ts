import { mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes a `node_modules` of the world's own, whose packages are links to the installed ones: what tools write
 * there (Vite its configuration, others their caches) neither stays behind nor needs the rights of whoever
 * installed. Returns its path.
 */
export async function linkModules(installed: string, folder: string): Promise<string> {
  const own = join(folder, "node_modules");
  await mkdir(own);
  const names = (await readdir(installed)).filter((name) => name === ".bin" || !name.startsWith("."));
  await Promise.all(names.map((name) => symlink(join(installed, name), join(own, name))));
  return own;
}
