import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * The folder of an installed npm package, found by walking up from `from` as Node does. Read from the file
 * system because most of these packages export no path that could be resolved. Undefined when it is not installed.
 */
export function packageFolder(name: string, from: string): string | undefined {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(from);
  return parent === from ? undefined : packageFolder(name, parent);
}

/** This file is rehearsal/engines/ in the sources, and lib/rehearsal/engines/ when compiled. */
export function suiteFolder(): string {
  const here = join(import.meta.dirname, "../..");
  return basename(here) === "lib" ? dirname(here) : here;
}
