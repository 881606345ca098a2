import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Packages of the machine's own archive (Debian's, Ubuntu's), unpacked below `.cache/<name>` the first time: nothing is
 * installed on the machine. Gives the folder, or why they cannot be had here.
 */
export function unpacked(name: string, packages: readonly string[]): string | { readonly why: string } {
  const folder = join(rootOf(import.meta.url), ".cache", name);
  if (existsSync(folder)) return folder;
  const why = fetchInto(folder, packages);
  return why === undefined ? folder : { why };
}

/** Under another name first: whoever is killed meanwhile leaves no half of it. */
function fetchInto(folder: string, packages: readonly string[]): string | undefined {
  const temp = mkdtempSync(join(tmpdir(), "prism-packages-"));
  try {
    const got = spawnSync("apt-get", ["download", ...packages], { cwd: temp, encoding: "utf8" });
    if (got.error) return `there is no apt-get here (${got.error.message})`;
    if (got.status !== 0) return `apt-get download: ${got.stderr.trim().split("\n").at(-1) ?? ""}`;
    mkdirSync(dirname(folder), { recursive: true });
    const made = mkdtempSync(`${folder}-`);
    for (const file of readdirSync(temp)) {
      const { status, stderr } = spawnSync("dpkg", ["-x", join(temp, file), made], { encoding: "utf8" });
      if (status !== 0) return `dpkg -x ${file}: ${stderr.trim()}`;
    }
    renameSync(made, folder);
    return undefined;
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/** The repository, from the sources and from lib/. */
function rootOf(here: string): string {
  const up = fileURLToPath(new URL("../..", here)).replace(/\/$/, "");
  return up.endsWith("/lib") ? dirname(up) : up;
}
