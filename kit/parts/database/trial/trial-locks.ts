import type { Database } from "../../../ports/database.ts";
import type { PlanPart } from "../../../release/plan/plan.ts";
import { type HeldLock, sayMode } from "../../../shadow/locks.ts";
import type { Aside } from "../guard/aside.ts";
import type { Horizon } from "../guard/touched.ts";

/** Locks of the session's transaction by which nobody may write to what is live. */
export async function strongLocksNow(
  database: Database,
  aside: Pick<Aside, "query"> | undefined,
  { id: horizon }: Horizon,
): Promise<readonly HeldLock[]> {
  const held = await database.query(
    `select relation::int8::text as id, mode from pg_catalog.pg_locks
      where locktype = 'relation' and granted and pid = pg_catalog.pg_backend_pid() and database <> 0
        and relation between 16384 and $1::oid
        and mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
      order by array_position(array['AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock'], mode)`,
    [horizon],
  );
  if (held.length === 0) return [];
  // What is dropped or renamed has its name only where nobody sees that yet.
  const named = await (aside ?? database).query(
    `select c.oid::int8::text as id, n.nspname || '.' || c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ($1::oid[]) and c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_'
      order by 2`,
    [[...new Set(held.map(({ id }) => String(id)))]],
  );
  return named.flatMap(({ id, name }) => {
    const strongest = held.find((one) => one["id"] === id);
    return strongest ? [{ relation: String(name), mode: String(strongest["mode"]) }] : [];
  });
}

/** `ACCESS EXCLUSIVE on public.orders` */
export function sayLock({ relation, mode }: HeldLock): string {
  return `${sayMode(mode)} on ${relation}`;
}

/** Locks that a file takes and that its replay in the approved plan did not; nothing where it was not replayed. */
export function unshownLocks(
  path: string,
  locks: readonly HeldLock[],
  approved: PlanPart | undefined,
): readonly HeldLock[] {
  const { shadow } = (approved?.measurements ?? {}) as {
    readonly shadow?: {
      readonly files?: readonly { readonly path: string; readonly locks?: readonly HeldLock[] }[];
    };
  };
  const shown = shadow?.files?.find((file) => file.path === path)?.locks;
  if (shown === undefined) return [];
  return locks.filter(
    (lock) => !shown.some((one) => one.relation === lock.relation && one.mode === lock.mode),
  );
}
