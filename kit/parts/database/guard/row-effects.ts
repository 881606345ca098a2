import type { Database } from "../../../ports/database.ts";
import type { Aside } from "./aside.ts";
import { type GoesAlong, type Happened, readWays } from "./goes-along.ts";
import { readOverwritten } from "./overwritten.ts";
import type { Effect } from "./shown.ts";
import type { Counts } from "./touched.ts";

/** What a transaction has done to rows that were there before. */
export interface ChangedRows {
  readonly counts: ReadonlyMap<number, Counts>;
  /** Tables that had about so many rows, and have none now. */
  readonly emptied: ReadonlyMap<number, number>;
}

/** Whether somebody was shown an effect. */
export type IsTold = (effect: Effect) => boolean;

/**
 * Rows that are gone, and tables of which every row holds other values. A transaction that has changed no more than was told
 * costs one small query; whence the rest may have come is only asked where it was not.
 */
export async function rowEffects(
  database: Database,
  aside: Pick<Aside, "query"> | undefined,
  { counts, emptied }: ChangedRows,
  isTold: IsTold,
): Promise<readonly Effect[]> {
  const ids = [...emptied.keys(), ...[...counts].filter(([, one]) => isEnough(one)).map(([id]) => id)];
  if (ids.length === 0) return [];
  const tables = await readTables(database, ids);
  const plain = [...tables].flatMap(([id, table]) => effectsOn(id, [table], { counts, emptied }));
  const untold = plain.filter(({ effect }) => !isTold(effect));
  if (untold.length === 0) return plain.filter(({ how }) => how !== "updated").map(({ effect }) => effect);
  const ways = await readWays(database, aside, [...new Set(untold.map(({ id }) => id))]);
  const happened = (id: number, what: Happened): boolean =>
    what === "emptied" ? emptied.has(id) : (counts.get(id)?.[what] ?? 0) > 0;
  const found: Effect[] = [];
  for (const one of plain) {
    const { id, how, effect } = untold.includes(one) ? alongWith(one, ways, happened) : one;
    if (how !== "updated") found.push(effect);
    if (how !== "updated" || isTold(effect)) continue;
    const rows = await readOverwritten(database, id);
    // A table of one row is a counter or a setting: whoever writes to it writes all of it.
    if (rows > 1) found.push({ ...effect, what: `holds other values in all of its ${rows} rows` });
  }
  return found;
}

/** One row that was updated is not all rows of a table that has more than one. */
function isEnough({ deleted, updated }: Counts): boolean {
  return deleted > 0 || updated > 1;
}

interface OnTable {
  readonly id: number;
  readonly how: Happened;
  readonly effect: Effect;
}

function effectsOn(
  id: number,
  named: readonly string[],
  { counts, emptied }: ChangedRows,
): readonly OnTable[] {
  const { deleted = 0, updated = 0 } = counts.get(id) ?? {};
  const had = emptied.get(id);
  const of = (how: Happened, what: string): OnTable => ({ id, how, effect: rowEffect(how, named, what) });
  return [
    ...(deleted > 0 ? [of("deleted", deleted === 1 ? "lost a row" : `lost ${deleted} rows`)] : []),
    ...(had === undefined
      ? []
      : [of("emptied", `was emptied of about ${had} ${had === 1 ? "row" : "rows"}`)]),
    ...(updated > 1 ? [of("updated", "holds other values")] : []),
  ];
}

/** Of a table by its names, the first as it is called now. */
export function rowEffect(how: Happened, named: readonly string[], what: string): Effect {
  const thing = `table ${named[0] ?? "?"}`;
  return { axis: "data_loss", thing, what, named, within: "", rule: "replay-loss", rows: { how, along: [] } };
}

function alongWith(
  { id, how, effect }: OnTable,
  ways: GoesAlong,
  happened: (id: number, what: Happened) => boolean,
): OnTable {
  const named = [...new Set([...effect.named, ...ways.names(id)])];
  return { id, how, effect: { ...effect, named, rows: { how, along: ways.by(id, how, happened) } } };
}

/**
 * Of the tables those that are still there and whose rows are somebody's; a dropped one is an effect of its own. What
 * a materialized view has can be computed again, and jobs and requests of pg_cron and pg_net go and come by their own
 * functions.
 */
async function readTables(database: Database, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await database.query(
    `select c.oid::int8::text as id, n.nspname || '.' || c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ($1::oid[]) and c.relkind = 'r' and n.nspname !~ '^pg_'
        and n.nspname not in ('supabase_migrations', 'prism_rollout', 'cron', 'net')
      order by 2`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [Number(id), String(name)]));
}
