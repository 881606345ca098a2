import { relative } from "node:path";
import { resolveImport } from "./import-map.ts";
import { isCode, mayMean } from "./meant-files.ts";
import type { ReadFile } from "./module-graph.ts";
import { unnamedImports } from "./unnamed-imports.ts";
import { isFile } from "./is-file.ts";

/** Something that a function may need, and that no import of it names. */
export interface Beyond {
  /** File and line, from the top of the repository. */
  readonly where: string;
  readonly what: string;
}

/**
 * What the files of a function import or read without naming it by an import, and what is therefore neither sent nor
 * part of the digest: all that `static-files` does not name, either.
 */
export async function beyondImports(
  files: readonly ReadFile[],
  statics: readonly string[],
  root: string,
): Promise<readonly Beyond[]> {
  const all = await Promise.all(
    files.filter(({ path }) => isCode(path)).map((file) => beyond(file, files, statics, root)),
  );
  return all.flat();
}

async function beyond(
  { path, content }: ReadFile,
  files: readonly ReadFile[],
  statics: readonly string[],
  root: string,
): Promise<readonly Beyond[]> {
  const found: Beyond[] = [];
  for (const one of unnamedImports(new TextDecoder().decode(content))) {
    const where = `${relative(root, path)}:${one.line}`;
    if (one.kind === "import") {
      const isNamed = statics.some((file) => mayMean(file, path, one.starts));
      if (!isNamed) found.push({ where, what: imports(one.starts) });
      continue;
    }
    const file = resolveImport(one.names.startsWith(".") ? one.names : `./${one.names}`, path, undefined);
    const isLeftOut =
      file !== undefined && files.every((known) => known.path !== file) && (await isFile(file));
    if (isLeftOut) found.push({ where, what: `reads ${one.names} by its address` });
  }
  return found;
}

/** Deno takes in what lies below a folder that a name begins with; all others it leaves out. */
function imports(starts: string | undefined): string {
  return starts !== undefined && /^\.{1,2}\/(.*\/)?$/.test(starts)
    ? `imports what its text does not name, below ${starts}`
    : "imports what its text does not name, which Deno does not follow either";
}

/** For people: the same place in several functions is told once. */
export function sayBeyond(
  wanted: readonly { readonly slug: string; readonly beyond: readonly Beyond[] }[],
): readonly string[] {
  const slugs = new Map<string, string[]>();
  for (const { slug, beyond: some } of wanted)
    for (const { where, what } of some) {
      const key = `${where} of %: it ${what}`;
      slugs.set(key, [...(slugs.get(key) ?? []), slug]);
    }
  return [...slugs].map(
    ([said, names]) =>
      `${said.replace("%", names.join(", "))}. Such a file is sent, and is part of the digest, only where \`static-files\` names it`,
  );
}
