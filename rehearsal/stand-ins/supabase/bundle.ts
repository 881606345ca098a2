import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { FunctionState } from "./state.ts";

/** What an upload brings: sources by path, contents in base64. */
export type Files = Readonly<Record<string, string>>;

/** What makes a function what it is, apart from its sources. */
export interface Settings {
  readonly verify_jwt: boolean;
  readonly entrypoint_path: string;
  readonly import_map_path: string | null;
}

const MAGIC = Buffer.from("EZBR");

/**
 * The bundle as the API hands it out: opaque to every client, like the vendor's `EZBR` + brotli. Inside is no
 * eszip but the sources, so that a client may send it back (PATCH) and get the same function.
 */
export function encodeBundle(files: Files): Buffer {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
  return Buffer.concat([MAGIC, brotliCompressSync(JSON.stringify({ "prism-rollout": sorted }), { params })]);
}

/** The sources in a bundle of ours; undefined for one that was built elsewhere, which cannot be run here. */
export function decodeBundle(bytes: Buffer): Files | undefined {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  try {
    const inside = JSON.parse(brotliDecompressSync(bytes.subarray(MAGIC.length)).toString("utf8")) as object;
    return "prism-rollout" in inside ? (inside["prism-rollout"] as Files) : undefined;
  } catch {
    return undefined;
  }
}

export function bundleSha(files: Files): string {
  return createHash("sha256").update(encodeBundle(files)).digest("hex");
}

/** SHA-256 over the sorted paths and contents, each with its length before it. */
export function sourceDigest(files: Files): string {
  const hash = createHash("sha256");
  for (const [path, base64] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const content = Buffer.from(base64, "base64");
    hash.update(`${Buffer.byteLength(path)} ${path}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** A function as the API lists it. On the platform its sources lie in a folder that names the version. */
export function functionJson(ref: string, fn: FunctionState): Record<string, unknown> {
  const { files: _, import_map_path, entrypoint_path, ...rest } = fn;
  const map = import_map_path === null ? {} : { import_map_path: onPlatform(ref, fn, import_map_path) };
  const entrypoint = onPlatform(ref, fn, entrypoint_path);
  return { ...rest, import_map: import_map_path !== null, entrypoint_path: entrypoint, ...map };
}

/** Where a source lies on the platform, as `file:` URL. */
export function onPlatform(ref: string, { id, version }: FunctionState, path: string): string {
  return `file:///tmp/user_fn_${ref}_${id}_${version}/source/${encodeURI(path)}`;
}

/** The uploaded path again, from whichever form a client sends back. */
export function asUploaded(path: string): string {
  const found = /^file:\/\/\/tmp\/user_fn_[^/]+\/source\/(.*)$/.exec(path);
  return found?.[1] === undefined ? path : decodeURI(found[1]);
}
