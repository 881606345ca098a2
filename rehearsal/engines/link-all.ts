import { mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Makes each link, by its path in the folder `into`; what stands above it is made where it is not there. */
export async function linkAll(links: Readonly<Record<string, string>>, into: string): Promise<void> {
  for (const [path, target] of Object.entries(links)) {
    await mkdir(dirname(join(into, path)), { recursive: true });
    await symlink(target, join(into, path));
  }
}
