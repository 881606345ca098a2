import { inflateRawSync } from "node:zlib";

/** A file of an archive. `content` unpacks it. */
export interface ZipFile {
  readonly path: string;
  /** @throws {Error} when it cannot be unpacked, or would be larger than `limit` bytes. */
  content(limit?: number): Uint8Array;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * The files of a zip archive, stored or deflated, as its directory lists them. Undefined for anything else: no
 * archive, a cut one, an encrypted one, one beyond 4 GiB.
 */
export function readZip(bytes: Uint8Array): readonly ZipFile[] | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endRecord(zip);
    if (end === undefined) return undefined;
    const files: ZipFile[] = [];
    let at = zip.readUInt32LE(end + 16);
    for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (zip.readUInt32LE(at) !== directoryEntry) return undefined;
      const nameLength = zip.readUInt16LE(at + 28);
      const entry = entryOf(zip, at, nameLength);
      if (entry === undefined) return undefined;
      files.push(entry);
      at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return files;
  } catch (error) {
    // What a cut or a lying length comes to.
    const { code } = error as { readonly code?: unknown };
    if (code === "ERR_OUT_OF_RANGE" || code === "ERR_BUFFER_OUT_OF_BOUNDS") return undefined;
    throw error;
  }
}

/** The last record of the archive; a comment of up to 64 KiB may follow it. */
function endRecord(zip: Buffer): number | undefined {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1) {
    if (zip.readUInt32LE(at) === endOfDirectory) return at;
  }
  return undefined;
}

function entryOf(zip: Buffer, at: number, nameLength: number): ZipFile | undefined {
  const isEncrypted = (zip.readUInt16LE(at + 8) & 1) === 1;
  const method = zip.readUInt16LE(at + 10);
  if (isEncrypted || (method !== 0 && method !== 8)) return undefined;
  const size = zip.readUInt32LE(at + 20);
  const header = zip.readUInt32LE(at + 42);
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  if (start + size > zip.length) return undefined;
  const packed = zip.subarray(start, start + size);
  const path = zip.subarray(at + 46, at + 46 + nameLength).toString("utf8");
  const content = (limit = 0x8000000): Uint8Array =>
    method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: limit });
  return { path, content };
}
