import { createHash, hash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digest as digestOf, sha256 } from "../../release/canonical.ts";
import { isHtml, isOwnVersion, unstamped, versionFile } from "./marker.ts";
import { pathsBelow } from "./paths-below.ts";

/** One file of a site as it is uploaded; `path` is below the site's folder, with forward slashes. */
export interface SiteFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly sha1: string;
  /** As the file system has it, where it is not that of a plain file. */
  readonly mode?: number;
  /** Where a link leads, relative to its folder. Its sums are those of this text; the artifact has no file for it. */
  readonly link?: string;
}

/** What a folder holds: the files as they are, and the digest over what they were before any stamp. */
export interface Listing {
  readonly files: readonly SiteFile[];
  readonly digest: string;
}

/** What an artifact cannot carry on its way, and its manifest tells: links, and what may be run. */
export type Told = readonly Pick<SiteFile, "path" | "link" | "mode">[];

/**
 * Reads every file below a folder, in the order of their paths. `told` completes what is found.
 * @throws {UserError} PR476 for a link that leads out of the folder, to nowhere or in a circle.
 */
export async function listFiles(folder: string, told: Told = []): Promise<Listing> {
  const known = new Map(told.map((one) => [one.path, one]));
  const links = told.flatMap(({ path, link }) => (link === undefined ? [] : [path]));
  const files: SiteFile[] = [];
  const bare: (readonly [string, string])[] = [];
  const buffer = Buffer.allocUnsafe(large + 1);
  for (const path of [...(await pathsBelow(folder)), ...links].sort(byPath)) {
    const { link, mode } = known.get(path) ?? {};
    const sums = link === undefined ? await sumsOf(join(folder, path), buffer) : sumsOfText(link);
    const more = { ...(mode === undefined ? {} : { mode }), ...(link === undefined ? {} : { link }) };
    const file = { path, ...sums, ...more };
    files.push(file);
    const sum = await bareSum(folder, file);
    if (sum !== undefined) bare.push([path, sum]);
  }
  return { files, digest: digestOf(bare) };
}

/** From here on a file is read in pieces. */
const large = 1 << 20;

/**
 * The sums of a file; a large one, such as a film, is not held. The small ones are many: each is read at once, into a
 * buffer that all share, since asking the thread pool, or how large a file is, costs more than what it is for.
 */
async function sumsOf(file: string, buffer: Buffer): Promise<Omit<SiteFile, "path">> {
  const bytes = readInto(buffer, file);
  if (bytes !== undefined)
    return { size: bytes.length, sha256: hash("sha256", bytes), sha1: hash("sha1", bytes) };
  const [long, short] = [createHash("sha256"), createHash("sha1")];
  let size = 0;
  for await (const piece of piecesOf(file)) {
    long.update(piece);
    short.update(piece);
    size += piece.length;
  }
  return { size, sha256: long.digest("hex"), sha1: short.digest("hex") };
}

/** A file's bytes, until the buffer is used again; undefined where it is not all of them. */
function readInto(buffer: Buffer, file: string): Buffer | undefined {
  const open = openSync(file, "r");
  try {
    let length = 0;
    let read: number;
    do {
      read = readSync(open, buffer, length, buffer.length - length, null);
      length += read;
    } while (read > 0 && length < buffer.length);
    return length < buffer.length ? buffer.subarray(0, length) : undefined;
  } finally {
    closeSync(open);
  }
}

function piecesOf(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: large });
}

function sumsOfText(text: string): Omit<SiteFile, "path"> {
  return { size: Buffer.byteLength(text), sha256: sha256(text), sha1: sha1(text) };
}

/** What counts of a file for the digest: pages without their stamp, and nothing of what this suite adds itself. */
async function bareSum(folder: string, file: SiteFile): Promise<string | undefined> {
  const { path, link, mode, sha256: sum } = file;
  const read = link === undefined && (isHtml(path) || path === versionFile);
  const bytes = read ? await readFile(join(folder, path)) : undefined;
  if (bytes !== undefined && isOwnVersion(path, bytes)) return undefined;
  const bare = bytes !== undefined && isHtml(path) ? sha256(bareBytes(bytes)) : sum;
  return mode === undefined ? bare : `${bare} ${mode.toString(8)}`;
}

/** HTML is taken byte by byte, so that whatever its encoding is, nothing but the stamp differs. */
function bareBytes(html: Buffer): Buffer {
  return Buffer.from(unstamped(html.toString("latin1")), "latin1");
}

export function sha1(bytes: string | Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}

function byPath(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
