import { chownSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";

/** A file or, where it has no size, a folder of a server's data. */
interface Entry {
  readonly path: string;
  readonly size?: number;
}

export interface Packed {
  readonly entries: readonly Entry[];
  readonly bytes: Buffer;
}

/** What a server makes anew, or must not find: PostgreSQL's own list for base backups. */
const emptied: ReadonlySet<string> = new Set([
  "pg_dynshmem",
  "pg_notify",
  "pg_replslot",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
  "pg_wal",
]);
const leftOut = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*)$/;

// Thousands of small files: waiting for each by itself would take five times as long as all of it.

/** All that a server's folder has, as one piece. Its write-ahead log is added by the caller. */
export function pack(data: string): Packed {
  const entries: Entry[] = [];
  const pieces: Buffer[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(data, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (leftOut.test(entry.name)) continue;
      if (entry.isDirectory()) {
        entries.push({ path });
        if (!emptied.has(path)) walk(path);
      } else if (entry.isFile()) {
        const piece = readFileSync(join(data, path));
        entries.push({ path, size: piece.length });
        pieces.push(piece);
      }
    }
  };
  walk("");
  return { entries, bytes: Buffer.concat(pieces) };
}

/** More files for a pack, whose folders it has. */
export function withFiles(
  packed: Packed,
  files: readonly { readonly path: string; readonly bytes: Buffer }[],
): Packed {
  return {
    entries: [...packed.entries, ...files.map(({ path, bytes }) => ({ path, size: bytes.length }))],
    bytes: Buffer.concat([packed.bytes, ...files.map(({ bytes }) => bytes)]),
  };
}

/**
 * Puts it into an empty folder, for that user.
 * @throws {Error} for a path that leads out of it or is none, before anything is written.
 */
export function unpack(
  { entries, bytes }: Packed,
  data: string,
  user: { readonly uid: number; readonly gid: number } | undefined,
): void {
  const stray = entries.find(({ path }) => path.includes("\0") || !join(data, path).startsWith(data + sep));
  if (stray !== undefined)
    throw new Error(`it has a file beside its folder: ${JSON.stringify(stray.path.slice(0, 100))}`);
  let at = 0;
  for (const { path, size } of entries) {
    const place = join(data, path);
    if (size === undefined) mkdirSync(place, { recursive: true, mode: 0o700 });
    else writeFileSync(place, bytes.subarray(at, at + size), { mode: 0o600 });
    if (user) chownSync(place, user.uid, user.gid);
    at += size ?? 0;
  }
}
