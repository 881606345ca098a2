import { posix } from "node:path";
import { digest, sha256 } from "../../../release/canonical.ts";

/** One file of a function. `path` is relative to the folder of the entrypoint, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** All that a function is made of. `entrypoint` and `importMap` are paths like those of `files`. */
export interface FunctionSource {
  readonly files: readonly SourceFile[];
  readonly entrypoint: string;
  readonly importMap: string | null;
  /** Files that are read at run time. Absent where that is not known: then all that is no code. */
  readonly statics?: readonly string[];
}

/** What is declared of a function, apart from its files. */
export interface FunctionSettings {
  readonly verifyJwt: boolean;
  readonly entrypoint: string;
  readonly importMap: string | null;
}

/** The identity of a function (ADR 3). `digest` is null where the platform did not give the sources back. */
export interface FunctionState {
  readonly digest: string | null;
  readonly settings: FunctionSettings;
  /** In receipts: the mark of the bundle that was built of the sources. */
  readonly bundle?: string;
}

/**
 * SHA-256 over path and content of every file. How a checkout ends its lines (git's `autocrlf`) is none of the content.
 * Paths start at the entrypoint's folder: that is the only place
 * which a checkout, the platform's copy and a rebased copy of it have in common.
 */
export function sourceDigest(files: readonly SourceFile[]): string {
  const lines = files.map(({ path, content }) => [path, sha256(withPlainLines(content))] as const);
  return digest(lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** A text with LF for CRLF; what git takes for no text (a NUL in the first 8,000 bytes) as it is. */
export function withPlainLines(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!bytes.includes("\r\n") || bytes.subarray(0, 8000).includes(0)) return content;
  return Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}

export function stateOf(source: FunctionSource, verifyJwt: boolean): FunctionState {
  const { entrypoint, importMap } = source;
  return { digest: sourceDigest(source.files), settings: { verifyJwt, entrypoint, importMap } };
}

/** Same code, same settings. Where a digest is not known the bundle tells; where that is not either, nothing is the same. */
export function sameState(a: FunctionState | null, b: FunctionState | null): boolean {
  if (a === null || b === null) return a === b;
  const isKnown = a.digest !== null && b.digest !== null;
  const sameCode = isKnown ? a.digest === b.digest : a.bundle !== undefined && a.bundle === b.bundle;
  return sameCode && digest(a.settings) === digest(b.settings);
}

/** A function's files relative to the folder of its entrypoint, given paths that share one root. */
export function relativeTo(entrypoint: string, path: string): string {
  return posix.relative(posix.dirname(rooted(entrypoint)), rooted(path));
}

function rooted(path: string): string {
  return posix.resolve("/", path);
}
