import type { Database, Row } from "../../../ports/database.ts";
import type { Aside } from "./aside.ts";

/** How what is done to a table reaches another: by a key, with what that does on DELETE and UPDATE, or as a part of it. */
interface Way {
  readonly from: number;
  readonly to: number;
  readonly onDelete: string;
  readonly onUpdate: string;
}

/** What has happened to rows of a table. */
export type Happened = "deleted" | "emptied" | "updated";

/** Tables by which what has happened to one may have come, and what all of them are or were called. */
export interface GoesAlong {
  /** By DELETE or UPDATE of these: through keys whose own table has lost or changed rows, and from what it is a part of. */
  by(id: number, how: Happened, happened: (id: number, what: Happened) => boolean): readonly string[];
  /** Its names before and now: it may be renamed on the way. */
  names(id: number): readonly string[];
}

/**
 * Reads which keys and parts lead to the tables, as it is in the transaction and as it was: a key may be made or dropped in it.
 */
export async function readWays(
  database: Pick<Database, "query">,
  aside: Pick<Aside, "query"> | undefined,
  ids: readonly number[],
): Promise<GoesAlong> {
  const now = await database.query(waysSql, [ids]);
  const rows = aside ? [...now, ...(await aside.query(waysSql, [ids]))] : now;
  const isThere = await thoseThere(database, now, rows);
  const ways = rows.flatMap((row): Way[] =>
    row["to"] === null
      ? []
      : [
          {
            from: Number(row["id"]),
            to: Number(row["to"]),
            onDelete: String(row["on_delete"]),
            onUpdate: String(row["on_update"]),
          },
        ],
  );
  const names = (id: number): readonly string[] => [
    ...new Set(rows.filter((row) => Number(row["id"]) === id).map(({ name }) => String(name))),
  ];
  return {
    names,
    by: (id, how, happened) => {
      const known = new Set([id]);
      for (const one of known)
        for (const way of ways.filter(({ to }) => to === one))
          if (leads(way, how, (what) => !isThere.has(way.from) || happened(way.from, what)))
            known.add(way.from);
      known.delete(id);
      return [...known].flatMap(names);
    },
  };
}

/** One whose key was dropped on the way is still there. */
async function thoseThere(
  database: Pick<Database, "query">,
  now: readonly Row[],
  all: readonly Row[],
): Promise<ReadonlySet<number>> {
  const there = new Set(now.map(({ id }) => Number(id)));
  const unsure = [...new Set(all.map(({ id }) => Number(id)))].filter((id) => !there.has(id));
  if (unsure.length === 0) return there;
  const found = await database.query(
    "select oid::int8::text as id from pg_catalog.pg_class where oid = any ($1::oid[])",
    [unsure],
  );
  return new Set([...there, ...found.map(({ id }) => Number(id))]);
}

/** A key leads on only from rows that have gone or changed themselves; of a table that is gone by now nobody knows. */
function leads({ onDelete, onUpdate }: Way, how: Happened, has: (what: Happened) => boolean): boolean {
  if (onDelete === part) return true;
  if (how === "emptied") return has("emptied");
  if (how === "deleted") return onDelete === "c" && has("deleted");
  return (
    (["n", "d"].includes(onDelete) && has("deleted")) ||
    (["c", "n", "d"].includes(onUpdate) && has("updated"))
  );
}

/** Stands for a part of a table in place of what a key does. */
const part = "part";

/** Each table from which one of $1 is reached, and where that leads; a row without for each of $1. */
const waysSql = `
with recursive ways as (
  select confrelid as id, conrelid as "to", confdeltype::text as on_delete, confupdtype::text as on_update
    from pg_catalog.pg_constraint where contype = 'f' and conrelid <> confrelid
  union all
  select inhparent, inhrelid, '${part}', '' from pg_catalog.pg_inherits
), reached as (
  select id::oid, null::oid as "to", null::text as on_delete, null::text as on_update from pg_catalog.unnest($1::int8[]) as id
  union
  select w.id, w."to", w.on_delete, w.on_update from reached r join ways w on w."to" = r.id
)
select r.id::int8::text as id, r."to"::int8::text as "to", r.on_delete, r.on_update, n.nspname || '.' || c.relname as name
  from reached r join pg_catalog.pg_class c on c.oid = r.id join pg_catalog.pg_namespace n on n.oid = c.relnamespace`;
