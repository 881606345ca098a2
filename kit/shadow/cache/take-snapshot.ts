import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../../ports/database.ts";
import { type Packed, pack, withFiles } from "./pack.ts";

/** Before these, a backup needs other calls. */
export const oldestForSnapshots = 150_000;

/**
 * A base backup, as PostgreSQL's documentation describes it: what is copied between start and stop, with the log of that
 * time, is made whole when a server starts on it.
 */
export async function takeSnapshot(admin: Database, data: string): Promise<Packed> {
  const [begin] = await admin.query(
    "select pg_walfile_name(pg_backup_start('prism-rollout', true)) as segment",
  );
  const packed = pack(data);
  const [end] = await admin.query(
    "select pg_walfile_name(lsn) as segment, labelfile as label from pg_backup_stop(false)",
  );
  const between = (name: string): boolean =>
    /^[0-9A-F]{24}$/.test(name) && name >= String(begin?.["segment"]) && name <= String(end?.["segment"]);
  const segments = (await readdir(join(data, "pg_wal"))).filter(between);
  return withFiles(packed, [
    { path: "backup_label", bytes: Buffer.from(String(end?.["label"])) },
    ...(await Promise.all(
      segments.map(async (name) => ({
        path: `pg_wal/${name}`,
        bytes: await readFile(join(data, "pg_wal", name)),
      })),
    )),
  ]);
}
