import type { Database } from "../../../ports/database.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";
import { ownSchema, ownTables } from "./own-schema.ts";

/** A migration that this suite has applied. */
export interface Noted {
  /** Of the file, by its bytes. */
  readonly sha256: string;
  /** Of what the ledger was given: see `recordedDigest`. */
  readonly recorded: string;
  /** By which release. */
  readonly release?: string;
}

/** A file that was taken as it is, although it was applied before and nobody knows in which form. */
export interface Adopted {
  readonly sha256: string;
  readonly release: string;
}

/** What this suite keeps beside the ledger, by version. */
export interface Memory {
  readonly noted: ReadonlyMap<string, Noted>;
  readonly baseline: ReadonlyMap<string, Adopted>;
}

export const noMemory: Memory = { noted: new Map(), baseline: new Map() };

/** Only reads; remembers nothing where this suite has not applied anything yet. */
export async function readMemory(database: Database): Promise<Memory> {
  const there = await ownTables(database);
  if (!there.has("migrations") || !there.has("baseline")) return noMemory;
  const [noted, baseline] = await Promise.all([
    database.query(`select version, sha256, recorded_sha256, release from ${ownSchema}.migrations`),
    database.query(`select version, sha256, release from ${ownSchema}.baseline`),
  ]);
  return {
    noted: new Map(
      noted.map((row) => [
        String(row["version"]),
        {
          sha256: String(row["sha256"]),
          recorded: String(row["recorded_sha256"]),
          release: String(row["release"]),
        },
      ]),
    ),
    baseline: new Map(
      baseline.map((row) => [
        String(row["version"]),
        { sha256: String(row["sha256"]), release: String(row["release"]) },
      ]),
    ),
  };
}

/** Takes files as they are: what is edited from now on is drift. */
export async function adopt(
  database: Database,
  adopting: readonly { readonly file: MigrationFile }[],
  release: string,
): Promise<void> {
  if (adopting.length === 0) return;
  const files = adopting.map(({ file }) => file);
  await database.query(
    `insert into ${ownSchema}.baseline (version, sha256, release)
     select version, sha256, $3 from rows from (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) as adopted (version, sha256)
     on conflict (version) do nothing`,
    [files.map(({ version }) => version), files.map(({ sha256 }) => sha256), release],
  );
}

/** What was remembered before that release adopted anything. */
export function withoutAdoptionsOf({ noted, baseline }: Memory, release: string): Memory {
  return { noted, baseline: new Map([...baseline].filter(([, one]) => one.release !== release)) };
}
