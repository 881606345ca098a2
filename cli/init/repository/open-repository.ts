import { readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import { describe } from "../../../kit/errors/user-error.ts";
import { git } from "./git.ts";
import { listFiles } from "./list-files.ts";

/** A value and where it stands: `path:line`, below the repository's top. */
export interface Found<Value> {
  readonly value: Value;
  readonly at: string;
}

/** A repository as it is read. Paths are below its top, with `/`. */
export interface Repository {
  /** Absolute, without symbolic links. */
  readonly root: string;
  /** The folder that was started in; empty: the top. */
  readonly start: string;
  /** Files below `start`, and those of `.github`. */
  readonly files: readonly string[];
  readonly isGit: boolean;
  /** A file's text; undefined where it is not there, and where it cannot be read, which becomes a problem. */
  readonly text: (path: string) => Promise<string | undefined>;
  /** What could not be read or understood, a sentence each with its place; grows while is read. */
  readonly problems: string[];
}

const mostBytes = 1024 * 1024;

/** Opens the repository that a folder is in; a folder that is in none is taken as one. */
export async function openRepository(folder: string): Promise<Repository> {
  const here = await realpath(folder);
  const top = (await git(here, "rev-parse", "--show-toplevel"))?.trim();
  const root = top === undefined ? here : await realpath(top);
  const start = relative(root, here).replaceAll("\\", "/");
  const { files, left } = await listFiles(root);
  const problems: string[] = left ? ["There are more files than are looked at: the first 50,000 were."] : [];
  return {
    root,
    start,
    files: files.filter((path) => isBelow(start, path) || path.startsWith(".github/")),
    isGit: top !== undefined,
    problems,
    text: async (path) => {
      const read = await readInside(root, path);
      if (typeof read !== "object") return read;
      problems.push(`${path}: ${read.problem}; it was not looked at.`);
      return undefined;
    },
  };
}

/** Whether a path is in a folder of the repository; every path is in the top. */
export function isBelow(folder: string, path: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

/** `apps/web` and `dist` are `apps/web/dist`. */
export function under(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

/** Where the first match of a pattern stands in a file's text; blank lines before it are no part of it. */
export function placeOf(path: string, text: string, pattern: RegExp): string {
  const found = pattern.exec(text);
  if (found === null) return path;
  const blank = found[0].length - found[0].trimStart().length;
  return `${path}:${lineAt(text, found.index + blank)}`;
}

/** The line of a place in a text, 1 first. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

type Read = string | undefined | { readonly problem: string };

/** Through a link only where it ends inside of the repository. */
async function readInside(root: string, path: string): Promise<Read> {
  try {
    const real = await realpath(join(root, path));
    const inside = relative(root, real);
    if (inside.startsWith("..") || isAbsolute(inside)) return { problem: "it leads out of the repository" };
    const { size } = await stat(real);
    if (size > mostBytes) return { problem: `it has ${Math.ceil(size / 1024)} KiB, more than is read` };
    return await readFile(real, "utf8");
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    return { problem: `it cannot be read: ${describe(error)}` };
  }
}
