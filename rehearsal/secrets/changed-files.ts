import { type Stats, lstatSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Larger files are no text of anybody's. */
const largest = 32 * 1024 * 1024;

/** Gives, at each call, what is new or different below a folder since the one before. Links are not followed. */
export function changedFiles(folder: string): () => readonly (readonly [path: string, content: Buffer])[] {
  let known = new Map<string, string>();
  return () => {
    const seen = new Map<string, string>();
    const changed: (readonly [string, Buffer])[] = [];
    for (const [path, { size, mtimeMs, ino }] of filesBelow(folder)) {
      const stamp = `${size} ${mtimeMs} ${ino}`;
      seen.set(path, stamp);
      if (known.get(path) === stamp || size > largest) continue;
      const content = readIfThere(path);
      if (content !== undefined) changed.push([path, content]);
    }
    known = seen;
    return changed;
  };
}

function filesBelow(folder: string): readonly (readonly [path: string, stats: Stats])[] {
  const entries = ifThere(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    // What an install made is nobody's own, and more than anything else.
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(path);
    const stats = entry.isFile() ? ifThere(() => lstatSync(path)) : undefined;
    return stats === undefined ? [] : [[path, stats] as const];
  });
}

function readIfThere(path: string): Buffer | undefined {
  return ifThere(() => readFileSync(path));
}

/** Whoever works there may take a file away, or keep it to himself, while it is looked at. */
function ifThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EACCES" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
