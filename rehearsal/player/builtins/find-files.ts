import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { globToRegExp } from "../files/glob.ts";
import type { ArtifactFile } from "./artifact-store.ts";

/**
 * Finds the files that `path` of upload-artifact means: a path or glob a line, `!` leaves out, links are
 * followed, hidden entries only on demand. Their paths start at the folder that all lines have in common.
 */
export function findFiles(path: string, workspace: string, hidden: boolean): readonly ArtifactFile[] {
  const lines = path.split("\n").map((line) => line.trim());
  const searches = lines
    .filter((line) => line !== "" && !line.startsWith("!"))
    .map((line) => search(line, workspace));
  const without = lines
    .filter((line) => line.startsWith("!"))
    .map((line) => search(line.slice(1), workspace));
  const found = new Set<string>();
  for (const { base, matches } of searches) {
    for (const file of filesAt(base, hidden)) {
      if (matches(file) && !without.some((one) => one.matches(file))) found.add(file);
    }
  }
  const root = rootOf([...new Set(searches.map(({ base }) => base))], found);
  return [...found].map((from) => ({ from, path: relative(root, from).split(sep).join("/") }));
}

interface Search {
  /** The longest part of the path without a wildcard. */
  readonly base: string;
  readonly matches: (file: string) => boolean;
}

function search(line: string, workspace: string): Search {
  const whole = resolve(workspace, line);
  const parts = whole.split(sep);
  const wild = parts.findIndex((part) => /[*?[]/.test(part));
  if (wild < 0) return { base: whole, matches: (file) => file === whole || file.startsWith(whole + sep) };
  const base = parts.slice(0, wild).join(sep) || sep;
  const pattern = globToRegExp(parts.slice(wild).join("/"));
  const matches = (file: string): boolean => {
    const steps = relative(base, file).split(sep);
    return steps.some((_, index) => pattern.test(steps.slice(0, index + 1).join("/")));
  };
  return { base, matches };
}

function filesAt(path: string, hidden: boolean): readonly string[] {
  if (!hidden && basename(path).startsWith(".")) return [];
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return [path];
  if (!stat?.isDirectory()) return [];
  return readdirSync(path).flatMap((name) => filesAt(join(path, name), hidden));
}

function rootOf(bases: readonly string[], found: ReadonlySet<string>): string {
  const [first = sep, ...others] = bases;
  if (others.length === 0) return found.has(first) ? dirname(first) : first;
  const common = bases.map((base) => (found.has(base) ? dirname(base) : base).split(sep));
  const [steps = [], ...rest] = common;
  const end = steps.findIndex((step, index) => rest.some((other) => other[index] !== step));
  return (end < 0 ? steps : steps.slice(0, end)).join(sep) || sep;
}
