import type { Database } from "../ports/database.ts";
import type { Catalog } from "./catalog.ts";
import { type Fact, factOf } from "./fact.ts";

export interface HeldLock {
  readonly relation: string;
  /** As pg_locks has it. */
  readonly mode: string;
}

/** `AccessExclusiveLock` → `ACCESS EXCLUSIVE`, as PostgreSQL's documentation writes it. */
export function sayMode(mode: string): string {
  return mode
    .replace(/Lock$/, "")
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toUpperCase();
}

/** How often each table was read from end to end in this transaction, or a little longer, by its id. */
export type Scans = ReadonlyMap<number, number>;

/** What a transaction does with a relation: the strongest lock, and whether it has read all of it. */
export interface Touch {
  readonly mode: string;
  readonly scanned: boolean;
}

export type Touched = ReadonlyMap<number, Touch>;

export async function readScans(database: Database): Promise<Scans> {
  const rows = await database.query(
    `select oid::int8::text as id, pg_catalog.pg_stat_get_xact_numscans(oid)::text as scans from pg_catalog.pg_class
      where relkind in ('r', 'm') and pg_catalog.pg_stat_get_xact_numscans(oid) > 0`,
  );
  return new Map(rows.map(({ id, scans }) => [Number(id), Number(scans)]));
}

/** What this session's transaction holds and has read since `before`. */
export async function readTouched(database: Database, before: Scans): Promise<Touched> {
  // The scans of a table that is gone are in no catalog, so nobody could tell which of them are new.
  const rows = await database.query(
    `select relation::int8::text as id, mode, pg_catalog.pg_stat_get_xact_numscans(relation)::text as scans
       from pg_catalog.pg_locks join pg_catalog.pg_class c on c.oid = relation
      where locktype = 'relation' and granted and pid = pg_catalog.pg_backend_pid()
        and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())`,
  );
  const strongest = new Map<number, Touch>();
  for (const row of rows) {
    const [id, mode] = [Number(row["id"]), String(row["mode"])];
    const held = strongest.get(id)?.mode;
    if (held !== undefined && lockModes.indexOf(mode) <= lockModes.indexOf(held)) continue;
    strongest.set(id, { mode, scanned: Number(row["scans"]) > (before.get(id) ?? 0) });
  }
  return strongest;
}

/** From weak to strong. */
const lockModes: readonly string[] = [
  "AccessShareLock",
  "RowShareLock",
  "RowExclusiveLock",
  "ShareUpdateExclusiveLock",
  "ShareLock",
  "ShareRowExclusiveLock",
  "ExclusiveLock",
  "AccessExclusiveLock",
];

const blocksWrites = (mode: string): boolean => lockModes.indexOf(mode) >= lockModes.indexOf("ShareLock");

/** Those that block writes to what is live. */
export function strongLocks({ relations }: Catalog, touched: Touched): readonly HeldLock[] {
  return relations.flatMap(({ id, name }) => {
    const mode = touched.get(id)?.mode;
    return mode !== undefined && blocksWrites(mode) ? [{ relation: name, mode }] : [];
  });
}

/**
 * Live tables that are read from end to end while nobody may write to them. A lock for a moment is none of these. Nor
 * is the one of a foreign key or trigger: whoever refers from a table that is still empty reads the other, on a shadow.
 */
export function scannedFacts({ relations }: Catalog, touched: Touched): readonly Fact[] {
  return relations.flatMap(({ id, kind, name }) => {
    const touch = touched.get(id);
    if (kind !== "r" || !touch?.scanned || !blocksWrites(touch.mode)) return [];
    if (touch.mode === "ShareRowExclusiveLock") return [];
    const what = "is read from end to end while nobody can write to it";
    return [factOf(id)("scanned", `table ${name}`, what)];
  });
}
