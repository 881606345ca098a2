import { readFile, realpath } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { UserError } from "../../errors/user-error.ts";
import { type ImportMap, resolveImport } from "./import-map.ts";
import { scanImports } from "./scan-imports.ts";

/** A file that was read, by its absolute path. */
export interface ReadFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Who is asking, for messages, and the folder that nothing may leave. */
export interface Bounds {
  readonly slug: string;
  readonly root: string;
}

/**
 * Every local file that an entrypoint reaches by imports, itself first, each once. A module that only gives
 * types and is not there is left out: nothing of it runs.
 * @throws {UserError} PR424 for a missing file and for one outside of `bounds.root`, naming who imports it.
 */
export async function moduleGraph(
  entrypoint: string,
  map: ImportMap | undefined,
  bounds: Bounds,
): Promise<readonly ReadFile[]> {
  return await graphOf(entrypoint, map, (wanted) => readWithin(wanted, bounds));
}

/** The same from wherever `read` has the files; what it gives nothing for is left out. */
export async function graphOf(
  entrypoint: string,
  map: ImportMap | undefined,
  read: (wanted: Wanted) => Promise<Uint8Array | undefined>,
): Promise<readonly ReadFile[]> {
  const files = new Map<string, ReadFile>();
  const open: Wanted[] = [{ path: entrypoint, from: undefined, optional: false }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (files.has(next.path)) continue;
    const content = await read(next);
    if (content === undefined) continue;
    const { path } = next;
    files.set(path, { path, content });
    if (!isCode(path)) continue;
    for (const { specifier, typeOnly } of scanImports(new TextDecoder().decode(content))) {
      const found = resolveImport(specifier, path, map);
      if (found !== undefined) open.push({ path: found, from: path, optional: typeOnly });
    }
  }
  return [...files.values()];
}

/** A module that is asked for, by the one that imports it. `optional`: for its types alone. */
export interface Wanted {
  readonly path: string;
  readonly from: string | undefined;
  readonly optional: boolean;
}

/** Links are followed before the bounds are checked, so that no link leads out. */
async function readWithin(wanted: Wanted, bounds: Bounds): Promise<Uint8Array | undefined> {
  const real = await realpath(wanted.path).catch(() => undefined);
  const root = await realpath(bounds.root);
  if (!inside(wanted.path, resolve(bounds.root)) || (real !== undefined && !inside(real, root))) {
    throw refused(wanted, bounds, "is outside of the repository", "Move the file into the repository.");
  }
  const content = real === undefined ? undefined : await readFile(real).catch(() => undefined);
  if (content !== undefined || wanted.optional) return content;
  throw refused(wanted, bounds, "cannot be read", "Commit the file, or correct the import.");
}

function refused({ path, from }: Wanted, { slug, root }: Bounds, what: string, fix: string): UserError {
  const who = from === undefined ? "" : `, imported by ${relative(root, from)},`;
  return new UserError("PR424", `Function ${slug}: ${relative(root, path)}${who} ${what}.`, fix);
}

function inside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(path);
}
