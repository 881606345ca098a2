import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { digest as digestOf, sha256 } from "../../release/canonical.ts";
import { isHtml, unstamped } from "./marker.ts";

/** One file of a site as it is uploaded; `path` is below the site's folder, with forward slashes. */
export interface SiteFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly sha1: string;
}

/** What a folder holds: the files as they are, and the digest over what they were before any stamp. */
export interface Listing {
  readonly files: readonly SiteFile[];
  readonly digest: string;
}

/** Reads every file below a folder, in the order of their paths. */
export async function listFiles(folder: string): Promise<Listing> {
  const files: SiteFile[] = [];
  const bare: (readonly [string, string])[] = [];
  for (const path of await pathsBelow(folder)) {
    const file = join(folder, path);
    const sums = await sumsOf(file);
    files.push({ path, ...sums });
    bare.push([path, isHtml(path) ? sha256(bareBytes(await readFile(file))) : sums.sha256]);
  }
  return { files, digest: digestOf(bare) };
}

/** From here on a file is read in pieces. */
const large = 1 << 20;

/** The sums of a file; a large one, such as a film, is not held. */
async function sumsOf(file: string): Promise<Omit<SiteFile, "path">> {
  const [long, short] = [createHash("sha256"), createHash("sha1")];
  const isLarge = (await stat(file)).size > large;
  let size = 0;
  for await (const piece of isLarge ? piecesOf(file) : [await readFile(file)]) {
    long.update(piece);
    short.update(piece);
    size += piece.length;
  }
  return { size, sha256: long.digest("hex"), sha1: short.digest("hex") };
}

function piecesOf(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: large });
}

/** HTML is taken byte by byte, so that whatever its encoding is, nothing but the stamp differs. */
export function bareBytes(html: Buffer): Buffer {
  return Buffer.from(unstamped(html.toString("latin1")), "latin1");
}

export function sha1(bytes: string | Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}

async function pathsBelow(folder: string, below = ""): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await readdir(join(folder, below))) {
    const path = below === "" ? name : `${below}/${name}`;
    const entry = await stat(join(folder, path));
    if (entry.isDirectory()) found.push(...(await pathsBelow(folder, path)));
    else found.push(path);
  }
  return found.sort();
}
