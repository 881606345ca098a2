import { crc32, deflateRawSync } from "node:zlib";

/** A file for an archive, as it is unpacked. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array;
}

const localHeader = 0x04034b50;
const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** Names are UTF-8. */
const flags = 0x0800;
/** 1980-01-01, the first day that an archive can name: what is packed twice is the same twice. */
const firstDay = 0x21;

/** A zip archive of these files, deflated, of less than 4 GiB and 65,536 files. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of entries) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content);
    const common = commonOf(name, packed, content);
    const head = Buffer.concat([uint32(localHeader), common, name]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(uint32(directoryEntry), Buffer.from([20, 0]), common, place, name);
    parts.push(head, packed);
    offset += head.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, uint32(endOfDirectory), end]);
}

/** What a file's own header and its line in the directory share. */
function commonOf(name: Buffer, packed: Buffer, content: Uint8Array): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt16LE(firstDay, 8);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  return common;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
