import type { Runtime } from "../../../action/runtime.ts";
import type { Finding } from "../../../judge/finding.ts";
import type { Database } from "../../../ports/database.ts";
import { withSession } from "../connection/session.ts";

/** How big a live table is, as its server estimates it: nothing is counted. */
export interface LiveSize {
  /** Undefined where the table was never analysed. */
  readonly rows: number | undefined;
  readonly bytes: number;
}

/** By `schema.table`; what is not there is missing. */
export type LiveSizes = ReadonlyMap<string, LiveSize>;

/** Below both, a scan under a lock ends before anybody notices. */
const small = { rows: 10_000, bytes: 8 * 1024 * 1024 };

/** Asks for the tables of all lock hazards at once, or not at all where there are none. Reads the catalog only. */
export async function liveSizes(
  findings: readonly Finding[],
  url: string,
  world: Pick<Runtime, "connect" | "context">,
): Promise<LiveSizes> {
  const tables = new Set(findings.filter(isLockHazard).map(tableOf));
  if (tables.size === 0) return new Map();
  return await withSession(world, url, (database) => readSizes(database, [...tables]));
}

async function readSizes(database: Database, tables: readonly string[]): Promise<LiveSizes> {
  // A partitioned table has no rows of its own: its partitions have.
  const rows = await database.query(
    `select asked.name, sum(greatest(c.reltuples, 0))::text as rows, bool_or(c.reltuples < 0) as unknown,
            sum(pg_catalog.pg_total_relation_size(c.oid))::text as bytes
       from unnest($1::text[]) as asked(name)
       join pg_catalog.pg_class r on r.relkind in ('r', 'p', 'm')
        and (select n.nspname from pg_catalog.pg_namespace n where n.oid = r.relnamespace) || '.' || r.relname = asked.name
       cross join lateral (
         select r.oid where r.relkind <> 'p'
         union all select t.relid from pg_catalog.pg_partition_tree(r.oid) t where r.relkind = 'p' and t.isleaf
       ) part(oid)
       join pg_catalog.pg_class c on c.oid = part.oid
      group by asked.name`,
    [tables],
  );
  return new Map(
    rows.map((row) => [
      String(row["name"]),
      { rows: row["unknown"] === true ? undefined : Number(row["rows"]), bytes: Number(row["bytes"]) },
    ]),
  );
}

function isLockHazard({ axes }: Finding): boolean {
  return axes.includes("lock_hazard");
}

/** Whether its lock is held so shortly that it is no warning: the only hazard is the lock, and the table is small. */
export function isSmall(finding: Finding, sizes: LiveSizes): boolean {
  const size = sizes.get(tableOf(finding));
  if (size === undefined || finding.axes.some((axis) => axis !== "lock_hazard")) return false;
  return (size.rows ?? 0) < small.rows && size.bytes < small.bytes;
}

/** «public.orders has about 1,200,000 rows in 340 MB now», or undefined for what has no size. */
export function saySize(finding: Finding, sizes: LiveSizes): string | undefined {
  const table = tableOf(finding);
  const size = isLockHazard(finding) ? sizes.get(table) : undefined;
  if (size === undefined) return undefined;
  const rows = size.rows === undefined ? "" : `about ${size.rows.toLocaleString("en-US")} rows in `;
  return `${table} has ${rows}${sayBytes(size.bytes)} now`;
}

function sayBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} kB`;
  return `${Math.round(bytes / 1024 / 1024).toLocaleString("en-US")} MB`;
}

/** Rules about locks name the table first: `schema.table` or `schema.table.index`. */
function tableOf({ thing }: Finding): string {
  return thing.split(".").slice(0, 2).join(".");
}
