import type { Aside } from "./aside.ts";

/** The table with which a sequence goes, by the sequence's id; none for one that stands by itself. */
export type Owners = ReadonlyMap<number, string>;

/** As it was before the transaction: there the sequences are still to be seen. */
export async function readOwners(aside: Pick<Aside, "query">, ids: readonly number[]): Promise<Owners> {
  if (ids.length === 0) return new Map();
  const rows = await aside.query(
    `select d.objid::int8::text as id, c.relname as name
       from pg_catalog.pg_depend d join pg_catalog.pg_class c on c.oid = d.refobjid
      where d.classid = 'pg_catalog.pg_class'::regclass and d.refclassid = d.classid
        and d.deptype in ('a', 'i') and d.objid = any ($1::oid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [Number(id), String(name)]));
}
