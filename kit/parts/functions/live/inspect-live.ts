import { posix } from "node:path";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../../providers/supabase/functions-api.ts";
import type { MultipartPart } from "../../../providers/supabase/read-multipart.ts";
import { type Remembered, bundleMark } from "./bundle-mark.ts";
import { inParallel } from "../change/in-parallel.ts";
import {
  type FunctionSettings,
  type FunctionSource,
  type FunctionState,
  relativeTo,
  sourceDigest,
} from "../declared/source.ts";

/**
 * A function as the platform has it. `source` is undefined where it was not given back, with a reason, and where it was
 * not asked for, since its bundle is known.
 */
export interface LiveFunction {
  readonly listed: ListedFunction;
  readonly source: FunctionSource | undefined;
  readonly unreadable?: string;
  readonly unread?: true;
  /** The bundle itself: the second way back, and the only one where the sources are not given. */
  readonly eszip?: Uint8Array;
  readonly state: FunctionState;
}

/** The live functions that were asked for, by name, and the names of all others that are live. */
export interface Live {
  readonly functions: ReadonlyMap<string, LiveFunction>;
  readonly undeclared: readonly string[];
  /** These others, as the list has them. */
  readonly strangers: readonly ListedFunction[];
}

/**
 * Reads what is live: the list, and the sources of each function that is named, by a list or by a test.
 * Of more than can be read at once, those whose bundle is remembered are not. `listed` is there where the list was
 * asked for a moment ago.
 * @throws {UserError} PR301 to PR307; a body that alone cannot be read is a state, not an error.
 */
export async function inspectLive(
  api: FunctionsApi,
  wanted: readonly string[] | ((slug: string) => boolean),
  known: {
    readonly listed?: readonly ListedFunction[];
    readonly remembered?: (() => Promise<Remembered>) | undefined;
    /** As many as are expected to be live: where that are many, the record is asked at the same time as the platform. */
    readonly expected?: number;
    /** Functions whose sources are asked for beside the list: they are live, unless it says otherwise. */
    readonly ahead?: readonly string[];
  } = {},
): Promise<Live> {
  const isWanted = typeof wanted === "function" ? wanted : (slug: string) => wanted.includes(slug);
  const asked = (known.expected ?? 0) > atOnce ? known.remembered?.() : undefined;
  // Awaited below: what is wrong with the platform is said first.
  asked?.catch(() => undefined);
  const early = new Map((known.ahead ?? []).map((slug) => [slug, api.body(slug)]));
  for (const body of early.values()) body.catch(() => undefined);
  const listed = (known.listed ?? (await api.list())).filter((one) => one.status !== "REMOVED");
  const named = listed.filter(({ slug }) => isWanted(slug));
  const remembered = named.length > atOnce ? await (asked ?? known.remembered?.()) : undefined;
  const functions = await inParallel(named, async (one) => {
    const digest = remembered?.get(bundleMark(one) ?? "");
    return [
      one.slug,
      digest === undefined ? await readLive(api, one, early.get(one.slug)) : unread(one, digest),
    ] as const;
  });
  const others = listed.filter(({ slug }) => !isWanted(slug));
  const read = await knownByBundle(
    new Map(functions),
    remembered ? async () => remembered : known.remembered,
  );
  return { functions: read, undeclared: others.map((one) => one.slug).sort(), strangers: others };
}

/** What the platform gives no sources of may be a bundle that a release has brought live. */
async function knownByBundle(
  functions: ReadonlyMap<string, LiveFunction>,
  remembered: (() => Promise<Remembered>) | undefined,
): Promise<ReadonlyMap<string, LiveFunction>> {
  const isBlind = ({ state, listed }: LiveFunction): boolean =>
    state.digest === null && bundleMark(listed) !== undefined;
  if (remembered === undefined || ![...functions.values()].some(isBlind)) return functions;
  const built = await remembered();
  const known = [...functions].map(([slug, one]) => {
    const digest = isBlind(one) ? built.get(bundleMark(one.listed) ?? "") : undefined;
    return [slug, digest === undefined ? one : { ...one, state: { ...one.state, digest } }] as const;
  });
  return new Map(known);
}

/** So many sources are read in one go: nothing is won by asking the record first. */
export const atOnce = 8;

function unread(listed: ListedFunction, digest: string): LiveFunction {
  return { listed, source: undefined, unread: true, state: { digest, settings: settingsOf(listed) } };
}

function entrypointPath({ entrypoint_path: path }: ListedFunction): string {
  return pathOf(path ?? "file:///src/index.ts");
}

export function settingsOf(listed: ListedFunction): FunctionSettings {
  const entrypoint = entrypointPath(listed);
  return {
    verifyJwt: listed.verify_jwt ?? true,
    entrypoint: posix.basename(entrypoint),
    importMap: importMapOf(listed, entrypoint),
  };
}

/** One function's sources and state. */
export async function readLive(
  api: FunctionsApi,
  listed: ListedFunction,
  body?: ReturnType<FunctionsApi["body"]>,
): Promise<LiveFunction> {
  const entrypoint = entrypointPath(listed);
  const settings = settingsOf(listed);
  try {
    const files = filesOf(await (body ?? api.body(listed.slug)), entrypoint);
    const source = { files, entrypoint: settings.entrypoint, importMap: settings.importMap };
    return { listed, source, state: { digest: sourceDigest(files), settings } };
  } catch (error) {
    const unreadable =
      error instanceof UserError && ["PR303", "PR304", "PR306", "PR422"].includes(error.code);
    if (!unreadable) throw error;
    return { listed, source: undefined, unreadable: describe(error), state: { digest: null, settings } };
  }
}

function importMapOf({ import_map, import_map_path }: ListedFunction, entrypoint: string): string | null {
  if (import_map === false || import_map_path === undefined) return null;
  return relativeTo(entrypoint, pathOf(import_map_path));
}

/** The files by their paths from the entrypoint; what was fetched from elsewhere is left out. */
function filesOf(parts: readonly MultipartPart[], listedEntrypoint: string): FunctionSource["files"] {
  const files = parts.flatMap(({ path, content, name }) =>
    path === undefined || name === "metadata" || isRemote(path) ? [] : [{ path: pathOf(path), content }],
  );
  const entrypoint = pathOf(entrypointOf(parts) ?? listedEntrypoint);
  const found = files
    .map(({ path }) => path)
    .filter((path) => endsWithPath(path, entrypoint) || endsWithPath(entrypoint, path))
    .sort((a, b) => b.length - a.length)[0];
  if (found === undefined) {
    throw new UserError(
      "PR422",
      `The platform gave ${files.length} files back, but not the entrypoint ${entrypoint}.`,
      "Deploy the function again.",
    );
  }
  return files.map(({ path, content }) => ({ path: relativeTo(found, path), content }));
}

function entrypointOf(parts: readonly MultipartPart[]): string | undefined {
  const metadata = parts.find((part) => part.name === "metadata");
  if (metadata === undefined) return undefined;
  try {
    const json = JSON.parse(new TextDecoder().decode(metadata.content)) as Readonly<Record<string, unknown>>;
    const path = json["deno2_entrypoint_path"] ?? json["entrypoint_path"];
    return typeof path === "string" && path !== "" ? path : undefined;
  } catch {
    return undefined;
  }
}

function endsWithPath(path: string, end: string): boolean {
  return path === end || path.endsWith(`/${end.replace(/^\/+/, "")}`);
}

function isRemote(path: string): boolean {
  return /^[a-z][a-z+.-]+:/i.test(path) && !path.startsWith("file:");
}

/** A path, be it written as one or as a `file:` URL. */
function pathOf(path: string): string {
  return path.startsWith("file:") ? decodeURIComponent(new URL(path).pathname) : path.replaceAll("\\", "/");
}
