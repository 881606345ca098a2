import { readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * The files below `root` that a pattern names, as paths relative to `root` with `/`, sorted. `*` and `?` stay
 * within a folder, `**` does not.
 */
export async function matchFiles(root: string, pattern: string): Promise<readonly string[]> {
  const clean = pattern.replace(/^\.\//, "");
  const fixed = clean.split("/").slice(
    0,
    clean.split("/").findIndex((part) => /[*?]/.test(part)),
  );
  const start = /[*?]/.test(clean) ? fixed.join("/") : clean.split("/").slice(0, -1).join("/");
  const entries = await readdir(join(root, start), { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => patternFits(clean, path))
    .sort();
}

/** Whether a pattern names this path, both relative to the same folder. */
export function patternFits(pattern: string, path: string): boolean {
  const once = pattern.replace(/(?:\*\*\/){2,}/g, "**/").replace(/\*{3,}/g, "**");
  return new RegExp(`^${sourceOf(once)}$`).test(path);
}

function sourceOf(pattern: string): string {
  return pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (sign) => {
    if (sign === "**/") return "(?:.*/)?";
    if (sign === "**") return ".*";
    if (sign === "*") return "[^/]*";
    return sign === "?" ? "[^/]" : `\\${sign}`;
  });
}
