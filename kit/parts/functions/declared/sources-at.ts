import { posix } from "node:path";
import { heldIn } from "../../../action/held-in.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { CommitFiles } from "../../../release/commit/commit-files.ts";
import type { FileBytes } from "../../../release/commit/file-at.ts";
import { type ImportMap, parseImportMap } from "../imports/import-map.ts";
import { type ReadFile, type Wanted, graphOf } from "../imports/module-graph.ts";
import { type FunctionSource, type FunctionState, relativeTo, sourceDigest } from "./source.ts";
import { patternFits } from "../imports/static-files.ts";

/** The functions of a commit. */
export interface Commit {
  readonly files: CommitFiles;
  /** The stack in the repository: where patterns start. Empty is its top. */
  readonly root: string;
  readonly functionsDirectory: string;
  readonly staticFiles: Readonly<Record<string, readonly string[]>>;
}

/** Reads the sources of one function after the other; a file that several of them import, once. */
export type SourcesAt = (
  slug: string,
  state: FunctionState,
) => Promise<{ readonly source: FunctionSource } | { readonly unread: string }>;

/**
 * A function's sources in git. They are taken only where their digest is that of the state that was live: whatever else
 * a commit may have, bytes that were not live are no way back.
 */
export function sourcesAt(at: Commit): SourcesAt {
  const read = readerOf(at);
  let tree: Promise<readonly string[]> | undefined;
  const staticsOf = async (slug: string): Promise<readonly string[]> => {
    const named = (heldIn(at.staticFiles, slug) ?? []).map((pattern) => posix.join(at.root, pattern));
    if (named.length === 0) return [];
    const paths = await (tree ??= at.files.paths());
    return paths.filter((path) => named.some((pattern) => patternFits(pattern, path)));
  };
  return async (slug, state) => {
    const missing: string[] = [];
    const asked: Asked = async ({ path, optional }) => {
      const file = await read(path);
      if ("bytes" in file) return file.bytes;
      if (!optional) missing.push(`${path.slice(1)}: ${file.unread}`);
      return undefined;
    };
    try {
      const folder = posix.join("/", at.root, at.functionsDirectory, slug);
      const source = await sourceIn(folder, state, await staticsOf(slug), asked);
      if (sourceDigest(source.files) === state.digest) return { source };
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof UserError)) throw error;
      missing.push(describe(error).replace(/[.\s]+$/, ""));
    }
    return { unread: missing[0] ?? "the sources there are not those that were live" };
  };
}

/** All that a function is made of, as far as it is there: its settings say where it begins. */
async function sourceIn(
  folder: string,
  { settings: { entrypoint, importMap } }: FunctionState,
  statics: readonly string[],
  asked: Asked,
): Promise<FunctionSource> {
  const start = posix.join(folder, entrypoint);
  const maps = importMap === null ? [] : await mapsAt(posix.join(folder, importMap), asked);
  const kept = statics.map((path) => posix.join("/", path));
  const graph = await graphOf(start, { map: maps.at(-1)?.map, statics: kept }, asked);
  const apart = await Promise.all(kept.map((path) => alone(path, asked)));
  const all = [...maps.map(({ file }) => file), ...apart.flat(), ...graph];
  const files = new Map(all.map(({ path, content }) => [relativeTo(start, path), content]));
  return { entrypoint, importMap, files: [...files].map(([path, content]) => ({ path, content })) };
}

type Asked = (wanted: Wanted) => Promise<Uint8Array | undefined>;

async function alone(path: string, asked: Asked): Promise<readonly ReadFile[]> {
  const content = await asked({ path, from: undefined, optional: false });
  return content === undefined ? [] : [{ path, content }];
}

/** The map, and where it says so the file that it takes its imports from. @throws {SyntaxError} where it is none. */
async function mapsAt(
  path: string,
  asked: Asked,
): Promise<readonly { readonly file: ReadFile; readonly map: ImportMap }[]> {
  const [file] = await alone(path, asked);
  if (file === undefined) return [];
  const map = parseImportMap(new TextDecoder().decode(file.content), path);
  if (map.elsewhere === undefined) return [{ file, map }];
  const other = posix.resolve(posix.dirname(path), map.elsewhere);
  const [otherFile] = await alone(other, asked);
  if (otherFile === undefined) return [{ file, map }];
  const otherMap = parseImportMap(new TextDecoder().decode(otherFile.content), other);
  return [
    { file, map },
    { file: otherFile, map: otherMap },
  ];
}

function readerOf({ files }: Commit): (path: string) => Promise<FileBytes> {
  const read = new Map<string, Promise<FileBytes>>();
  return async (path) => {
    const known = read.get(path) ?? files.bytes(path.slice(1));
    read.set(path, known);
    return await known;
  };
}
