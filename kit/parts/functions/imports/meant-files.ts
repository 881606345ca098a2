import { posix } from "node:path";
import { unnamedImports } from "./unnamed-imports.ts";

/** The code among static files that a source may mean by an import which names none of it: it is imported like any other. */
export function meantBy(source: string, from: string, statics: readonly string[]): readonly string[] {
  const code = statics.filter(isCode);
  if (code.length === 0) return [];
  const all = unnamedImports(source).flatMap((one) => (one.kind === "import" ? [one.starts] : []));
  return code.filter((path) => all.some((starts) => mayMean(path, from, starts)));
}

/** Whether an import in `from` may mean a file, given what the name begins with. */
export function mayMean(path: string, from: string, starts: string | undefined): boolean {
  if (starts?.startsWith(".")) return path.startsWith(posix.join(posix.dirname(from), starts));
  return isCode(path) || path.endsWith(".json");
}

export function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(path);
}
