import { lstat, realpath } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { structuredPatch } from "diff";
import { describe } from "../../../kit/errors/user-error.ts";
import type { Repository } from "../repository/open-repository.ts";

/** A file as it is to be, below the repository's top. */
export interface Wanted {
  readonly path: string;
  readonly text: string;
  /** Why it stays as it is, whatever is wanted. */
  readonly kept?: string;
}

/** What writing a file would do. `lines` are those of a unified difference. */
export interface Difference extends Wanted {
  readonly state: "new" | "same" | "differs" | "kept";
  readonly because?: string;
  readonly lines: readonly string[];
}

/** Compares a file with what is there. One that is a link, or behind a link that leads elsewhere, is not written. */
export async function differenceOf(repository: Repository, wanted: Wanted): Promise<Difference> {
  const { path, text } = wanted;
  const because = wanted.kept ?? (await whyNot(repository.root, path));
  if (because !== undefined) return { ...wanted, state: "kept", because, lines: [] };
  const before = await repository.text(path);
  if (before === undefined) {
    const unread = await lstat(join(repository.root, path)).catch(() => undefined);
    if (unread !== undefined)
      return { ...wanted, state: "kept", because: "it is there, but cannot be read", lines: [] };
    return { ...wanted, state: "new", lines: [] };
  }
  if (before === text) return { ...wanted, state: "same", lines: [] };
  return { ...wanted, state: "differs", lines: hunks(path, before, text) };
}

function hunks(path: string, before: string, after: string): readonly string[] {
  const { hunks: found } = structuredPatch(path, path, before, after, "", "", { context: 2 });
  return found.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
}

/** Why a path is not one to write to; undefined where it is. */
async function whyNot(root: string, path: string): Promise<string | undefined> {
  try {
    if ((await lstat(join(root, path)).catch(() => undefined))?.isSymbolicLink())
      return "it is a symbolic link";
    const real = await realpath(await nearest(join(root, dirname(path))));
    const inside = relative(root, real);
    return inside === ".." || inside.startsWith("../") ? "its folder leads out of the repository" : undefined;
  } catch (error) {
    return `its folder cannot be read (${describe(error)})`;
  }
}

/** The folder, or the one above it that is there. */
async function nearest(folder: string): Promise<string> {
  const there = await lstat(folder).catch(() => undefined);
  return there !== undefined || dirname(folder) === folder ? folder : await nearest(dirname(folder));
}
