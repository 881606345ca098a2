import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const BLOCK = 512;

/**
 * Writes the plain files of a tar archive below `folder`. Enough for the archives inside npm packages: no
 * links, no long names.
 * @throws {Error} when an entry would land outside.
 */
export async function untar(archive: Buffer, folder: string): Promise<void> {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const text = (from: number, length: number): string =>
      archive.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
    const name = text(0, 100);
    if (name === "") return;
    if (name.startsWith("/") || name.split("/").includes(".."))
      throw new Error(`unsafe path in archive: ${name}`);
    const size = Number.parseInt(text(124, 12).trim(), 8);
    const type = text(156, 1);
    if (type === "0" || type === "") {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, archive.subarray(at + BLOCK, at + BLOCK + size));
      await chmod(path, Number.parseInt(text(100, 8).trim(), 8) & 0o755);
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
