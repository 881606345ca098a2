import type { Row } from "../../../ports/database.ts";
import type { Aside } from "./aside.ts";

/** A session that waits because of ours: for a lock that ours has, or behind one that does. */
export interface HeldUp {
  readonly pid: number;
  /** Its application and role, as the server shows them. */
  readonly who: string;
  /** The table that it waits for; none where it waits for a row. */
  readonly relation: string | undefined;
  /** For how long it has been so, in ms. */
  readonly ms: number;
}

/** Who is held up, longest first, and whether ours itself waits for a lock. */
export interface Look {
  readonly heldUp: readonly HeldUp[];
  readonly waits: boolean;
}

/**
 * Who waits because of a session. A lock table where nobody waits is all that is read then; `pg_blocking_pids` is asked
 * only of those who do. Roles that may not see the activity of others still see locks.
 */
export async function lookWhoWaits(aside: Pick<Aside, "query">, pid: number): Promise<Look> {
  const rows = await aside.query(waitingSql, [pid]);
  const ours = rows.some((row) => row["pid"] === pid);
  return { heldUp: rows.filter((row) => row["pid"] !== pid).map(heldUpOf), waits: ours };
}

function heldUpOf(row: Row): HeldUp {
  const relation = row["relation"];
  return {
    pid: Number(row["pid"]),
    who: String(row["who"]),
    relation: typeof relation === "string" ? relation : undefined,
    ms: Math.max(0, Number(row["ms"])),
  };
}

const waitingSql = `
with recursive waiting as materialized (
  select l.pid, pg_catalog.pg_blocking_pids(l.pid) as blockers,
         coalesce(l.waitstart, pg_catalog.clock_timestamp()) as since,
         case when d.oid is not null then l.relation::regclass::text end as relation
    from pg_catalog.pg_locks l
    left join pg_catalog.pg_database d on d.oid = l.database and d.datname = pg_catalog.current_database()
   where not l.granted
), held as (
  select pid, since from waiting where $1 = any (blockers)
  union
  select w.pid, greatest(w.since, h.since) from waiting w join held h on h.pid = any (w.blockers)
), first as (
  select pid, min(since) as since from held group by pid
)
select w.pid, w.relation,
       coalesce(nullif(a.application_name, ''), 'a session without a name') || coalesce(' as ' || a.usename, '') as who,
       (extract(epoch from pg_catalog.clock_timestamp() - coalesce(f.since, w.since)) * 1000)::float8 as ms
  from waiting w
  left join first f on f.pid = w.pid
  left join pg_catalog.pg_stat_activity a on a.pid = w.pid
 where w.pid = $1 or (f.pid is not null and coalesce(a.backend_type, 'client backend') = 'client backend')
 order by ms desc`;
