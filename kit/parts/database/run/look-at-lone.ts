import { UserError } from "../../../errors/user-error.ts";
import type { Database, Row } from "../../../ports/database.ts";
import type { SegmentRow } from "../own/progress.ts";
import type { Lone } from "./lone.ts";

/** What is noted before a lone statement begins. */
export type Before = Pick<SegmentRow, "relation" | "object" | "before">;

const nothing: Before = { relation: null, object: null, before: [] };

/**
 * Looks at what a lone statement is about to touch.
 * @throws {UserError} PR413 where an index of its name is there, unfinished, and not of ours.
 */
export async function beforeLone(database: Database, lone: Lone): Promise<Before> {
  switch (lone.kind) {
    case "index": {
      const { schema, name: relation } = await tableOf(database, lone.table);
      const object =
        lone.name === undefined || schema === null ? null : `${schema}.${await quoted(database, lone.name)}`;
      if (object !== null) await refuseForeignIndex(database, object);
      return { relation, object, before: await indexesOf(database, relation, false) };
    }
    case "reindex": {
      const { name: relation } = await tableOf(database, lone.table ?? lone.index ?? "");
      return { relation, object: null, before: await indexesOf(database, relation, true) };
    }
    case "reindex-all": {
      const object = lone.schema === undefined ? wholeDatabase : `${schemaScope}${lone.schema}`;
      const before = (await leftOverIn(database, object)).map(({ oid }) => oid);
      return { relation: null, object, before };
    }
    case "drop-index":
      return { ...nothing, object: (await namedBy(database, lone.name)).name };
    case "detach":
      return {
        relation: (await namedBy(database, lone.table)).name,
        object: (await namedBy(database, lone.partition)).name,
        before: [],
      };
    case "presence":
      return { ...nothing, object: lone.name };
    default:
      return nothing;
  }
}

/** Where REINDEX of many tables works: what it notes as its object; no index is called so. */
const wholeDatabase = "the database";
const schemaScope = "schema ";

/** What REINDEX CONCURRENTLY leaves of an index when it is cut off: the new one, or the old one. TOAST's cannot be dropped. */
async function leftOverIn(
  database: Database,
  scope: string,
): Promise<readonly { readonly oid: string; readonly name: string }[]> {
  const schema = scope === wholeDatabase ? null : scope.slice(schemaScope.length);
  const rows = await database.query(
    `select c.oid::text as oid, ${qualifiedName} as name ${fromIndexes}
      where not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$' and n.nspname !~ '^pg_'
        and ($1::text is null or n.nspname = $1)
        and not exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = c.oid)`,
    [schema],
  );
  return rows.map(({ oid, name }) => ({ oid: String(oid), name: String(name) }));
}

/** Indexes that a run of ours began on the table and did not finish, and that nobody is building now. */
export async function unfinishedOf(database: Database, row: SegmentRow): Promise<readonly string[]> {
  const { object } = row;
  if (object === wholeDatabase || object?.startsWith(schemaScope)) {
    const left = await leftOverIn(database, object);
    return left.filter(({ oid }) => !row.before.includes(oid)).map(({ name }) => name);
  }
  if (row.relation === null) return [];
  const rows = await database.query(
    `select ${qualifiedName} as name ${fromIndexes}
      where i.indrelid = pg_catalog.to_regclass($1) and not i.indisvalid and not c.oid = any ($2::oid[])
        and ($3::text is null or c.oid = pg_catalog.to_regclass($3))
        and not exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = c.oid)`,
    [row.relation, row.before, row.object],
  );
  return rows.map(({ name }) => String(name));
}

/** What a statement that was begun has come to: it is done, is to be done again, or is brought to its end by `sql`. */
export type Outcome = "done" | "again" | { readonly sql: string };

export async function outcomeOf(database: Database, lone: Lone, row: SegmentRow): Promise<Outcome> {
  switch (lone.kind) {
    case "index":
      return (await isBuilt(database, lone, row)) ? "done" : "again";
    case "drop-index":
      return row.object !== null && (await namedBy(database, row.object)).name === null ? "done" : "again";
    case "detach":
      return await detached(database, row);
    case "presence": {
      const column = { pg_database: "datname", pg_tablespace: "spcname", pg_subscription: "subname" };
      const rows = await database.query(
        `select 1 from pg_catalog.${lone.catalog} where ${column[lone.catalog]} = $1`,
        [lone.name],
      );
      return rows.length > 0 === lone.wanted ? "done" : "again";
    }
    default:
      return "again";
  }
}

async function isBuilt(
  database: Database,
  { keys, unique }: Extract<Lone, { kind: "index" }>,
  row: SegmentRow,
): Promise<boolean> {
  const rows = await database.query(
    `select 1 ${fromIndexes}
      where i.indrelid = pg_catalog.to_regclass($1) and i.indisvalid and not c.oid = any ($2::oid[])
        and case when $3::text is not null then c.oid = pg_catalog.to_regclass($3) else
          i.indisunique = $4 and $5::text[] = array(
            select coalesce(a.attname::text, '') from pg_catalog.unnest(i.indkey) with ordinality k (number, place)
              left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number and k.number <> 0
             order by k.place) end`,
    [row.relation, row.before, row.object, unique, keys],
  );
  return rows.length > 0;
}

async function detached(database: Database, { relation, object }: SegmentRow): Promise<Outcome> {
  if (relation === null || object === null) return "again";
  const [row] = await database.query(
    `select inhdetachpending as pending from pg_catalog.pg_inherits
      where inhparent = pg_catalog.to_regclass($1) and inhrelid = pg_catalog.to_regclass($2)`,
    [relation, object],
  );
  if (row === undefined) return "done";
  return row["pending"] === true
    ? { sql: `alter table ${relation} detach partition ${object} finalize` }
    : "again";
}

const qualifiedName = "pg_catalog.format('%I.%I', n.nspname, c.relname)";

const fromIndexes = `from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace`;

/** As the server writes it, so that the same index has one name everywhere. */
async function quoted(database: Database, name: string): Promise<string> {
  const [row] = await database.query("select pg_catalog.quote_ident($1) as name", [name]);
  return String(row?.["name"]);
}

interface Named {
  readonly schema: string | null;
  readonly name: string | null;
}

/** What a name means in this session, with its schema. */
async function namedBy(database: Database, name: string): Promise<Named> {
  const [row] = await database.query(
    `select pg_catalog.quote_ident(n.nspname) as schema, ${qualifiedName} as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = pg_catalog.to_regclass($1)`,
    [name],
  );
  return named(row);
}

/** The table of that name, or the one to which the index of that name belongs. */
async function tableOf(database: Database, name: string): Promise<Named> {
  const [row] = await database.query(
    `select pg_catalog.quote_ident(n.nspname) as schema, ${qualifiedName} as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = coalesce((select indrelid from pg_catalog.pg_index
        where indexrelid = pg_catalog.to_regclass($1)), pg_catalog.to_regclass($1))`,
    [name],
  );
  return named(row);
}

function named(row: Row | undefined): Named {
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return { schema: text(row?.["schema"]), name: text(row?.["name"]) };
}

/** Their oids; with `invalid`, only of those that nobody has finished. */
async function indexesOf(
  database: Database,
  relation: string | null,
  invalid: boolean,
): Promise<readonly string[]> {
  const rows = await database.query(
    `select indexrelid::text as oid from pg_catalog.pg_index
      where indrelid = pg_catalog.to_regclass($1) and not ($2::boolean and indisvalid)`,
    [relation, invalid],
  );
  return rows.map(({ oid }) => String(oid));
}

async function refuseForeignIndex(database: Database, index: string): Promise<void> {
  const rows = await database.query(
    "select 1 from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass($1) and not indisvalid",
    [index],
  );
  if (rows.length === 0) return;
  throw new UserError(
    "PR413",
    `The index ${index} is there, but unfinished, and nobody uses it. It was not begun by this suite, so it was left alone.`,
    `See that nobody builds it now (\`pg_stat_progress_create_index\`), then \`drop index concurrently ${index}\`, and run this job again.`,
  );
}
