import type { Database, Statement } from "../../../ports/database.ts";
import { inside } from "./mark.ts";
import { ownSchema, ownTables } from "./own-schema.ts";

/** A segment of a file that was begun, and is not complete as a whole. */
export interface SegmentRow {
  readonly version: string;
  /** From 0. */
  readonly segment: number;
  /** Of what the segment means: see `segmentDigest`. */
  readonly sha256: string;
  /** The file of which it was a part, by its bytes. */
  readonly file: string;
  /** The beginning of what ran. */
  readonly statement: string;
  /** The table that a lone statement works on, and what it makes or drops, with their schemas. */
  readonly relation: string | null;
  readonly object: string | null;
  /** Indexes that were there before a lone statement began. */
  readonly before: readonly string[];
  readonly release: string;
  /** Undefined: it was begun, and nobody knows how far it came. */
  readonly finished: string | undefined;
}

const table = `${ownSchema}.segments`;

/** All that was begun and is not complete, in order. Only reads. */
export async function readProgress(database: Database): Promise<readonly SegmentRow[]> {
  if (!(await ownTables(database)).has("segments")) return [];
  const rows = await database.query(
    `select version, segment, sha256, file_sha256, statement, relation, object, before::text[] as before, release,
            finished::text as finished
       from ${table} order by version collate "C", segment`,
  );
  return rows.map((row) => ({
    version: String(row["version"]),
    segment: Number(row["segment"]),
    sha256: String(row["sha256"]),
    file: String(row["file_sha256"]),
    statement: String(row["statement"]),
    relation: textOf(row["relation"]),
    object: textOf(row["object"]),
    before: Array.isArray(row["before"]) ? row["before"].map(String) : [],
    release: String(row["release"]),
    finished: textOf(row["finished"]) ?? undefined,
  }));
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Notes that a segment begins, or (`finished`) that it is done. */
export async function noteSegment(
  database: Database,
  row: Omit<SegmentRow, "finished">,
  finished: boolean,
): Promise<void> {
  const { sql, parameters } = noteOfSegment(row, finished);
  await database.query(sql, parameters);
}

/** With `mark`, only inside of the transaction that set it; no row if it is not. */
export function noteOfSegment(
  row: Omit<SegmentRow, "finished">,
  finished: boolean,
  mark: string | null = null,
): Statement {
  const sql = `insert into ${table} (version, segment, sha256, file_sha256, statement, relation, object, before, release, finished)
     select $1, $2::integer, $3, $4, $5, $6, $7, $8::oid[], $9, case when $10::boolean then pg_catalog.clock_timestamp() end
      where ${inside("$11")}
     on conflict (version, segment) do update
        set sha256 = excluded.sha256, file_sha256 = excluded.file_sha256, statement = excluded.statement,
            relation = excluded.relation, object = excluded.object, before = excluded.before,
            release = excluded.release, finished = excluded.finished, error = null,
            started = case when excluded.finished is null then pg_catalog.now() else segments.started end
     returning version`;
  const { version, segment, sha256, file, statement, relation, object, before, release } = row;
  const what = [version, segment, sha256, file, statement, relation, object, before, release];
  return { sql, parameters: [...what, finished, mark] };
}

/** Says why a segment did not come to its end; one that was rolled back has no row otherwise. */
export async function noteError(
  database: Database,
  row: Omit<SegmentRow, "finished">,
  error: string,
): Promise<void> {
  await database.query(
    `insert into ${table} (version, segment, sha256, file_sha256, statement, release, error)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (version, segment) do update set error = excluded.error`,
    [row.version, row.segment, row.sha256, row.file, row.statement, row.release, error.slice(0, 500)],
  );
}

/** What was begun of files that are recorded meanwhile, by whomever: nobody goes on with it. */
export async function forgetRecorded(database: Database): Promise<void> {
  await database.query(
    `delete from ${table} where version in (select version from supabase_migrations.schema_migrations)`,
  );
}
