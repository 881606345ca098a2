import { readFile, realpath } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { UserError } from "../../../errors/user-error.ts";
import { type ImportMap, resolveImport } from "./import-map.ts";
import { isCode, meantBy } from "./meant-files.ts";
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

/** Where imports lead that are no paths, and the static files, of which an import without a name may mean any. */
export interface Leads {
  readonly map: ImportMap | undefined;
  readonly statics: readonly string[];
}

/**
 * Every local file that an entrypoint reaches by imports, itself first, each once. A module that only gives
 * types and is not there is left out: nothing of it runs.
 * @throws {UserError} PR424 for a missing file and for one outside of `bounds.root`, naming who imports it.
 */
export async function moduleGraph(
  entrypoint: string,
  leads: Leads,
  bounds: Bounds,
): Promise<readonly ReadFile[]> {
  return await graphOf(entrypoint, leads, (wanted) => readWithin(wanted, bounds));
}

/** One file by itself. @throws {UserError} PR424 as above. */
export async function fileWithin(path: string, bounds: Bounds): Promise<ReadFile | undefined> {
  const content = await readWithin({ path, from: undefined, optional: false }, bounds);
  return content && { path, content };
}

/** The same from wherever `read` has the files; what it gives nothing for is left out. */
export async function graphOf(
  entrypoint: string,
  { map, statics }: Leads,
  read: (wanted: Wanted) => Promise<Uint8Array | undefined>,
): Promise<readonly ReadFile[]> {
  const files = new Map<string, ReadFile>();
  const open: Wanted[] = [{ path: entrypoint, from: undefined, optional: false }];
  // Last: what is imported by its name besides must be there.
  const meant: Wanted[] = [];
  for (let next = open.shift(); next !== undefined; next = open.shift() ?? meant.shift()) {
    if (files.has(next.path)) continue;
    const content = await read(next);
    if (content === undefined) continue;
    const { path } = next;
    files.set(path, { path, content });
    if (!isCode(path)) continue;
    const source = new TextDecoder().decode(content);
    const isMeant = next.isMeant === true;
    for (const { specifier, optional } of scanImports(source)) {
      const found = resolveImport(specifier, path, map);
      if (found !== undefined) open.push({ path: found, from: path, optional: optional || isMeant, isMeant });
    }
    for (const found of meantBy(source, path, statics))
      meant.push({ path: found, from: path, optional: true, isMeant: true });
  }
  return [...files.values()];
}

/** A module that is asked for, by the one that imports it. `optional`: for its types alone. */
export interface Wanted {
  readonly path: string;
  readonly from: string | undefined;
  readonly optional: boolean;
  /** Reached by an import that does not name it: whether it runs at all cannot be told. */
  readonly isMeant?: boolean;
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
