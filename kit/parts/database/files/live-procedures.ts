import { proceduresIn, unknownCalls } from "../../../judge/bodies/commits.ts";
import type { SqlParser } from "../../../judge/parser.ts";
import type { Database } from "../../../ports/database.ts";
import type { MigrationFile } from "./discover-migrations.ts";

/**
 * The procedures that pending files call and that no file makes, as the live database has them: by hand, or by an extension.
 * Whether one commits decides how its file runs. Nothing is asked where every call is known.
 */
export async function liveProcedures(
  database: Database,
  parser: SqlParser,
  files: readonly MigrationFile[],
  recorded: ReadonlySet<string>,
): Promise<readonly string[]> {
  const pending = files.filter(({ version }) => !recorded.has(version)).map(({ text }) => text);
  const calls = unknownCalls(parser, pending, () =>
    proceduresIn(
      parser,
      files.map(({ text }) => text),
    ),
  );
  if (calls.length === 0) return [];
  const rows = await database.query(
    `select pg_catalog.pg_get_functiondef(p.oid) as made from pg_catalog.pg_proc p
       join pg_catalog.pg_namespace n on n.oid = p.pronamespace
       join pg_catalog.pg_language l on l.oid = p.prolang and l.lanname = 'plpgsql'
      where p.prokind = 'p' and (p.proname = any ($1::text[]) or n.nspname || '.' || p.proname = any ($1::text[]))
      order by p.oid`,
    [calls.map((parts) => parts.slice(-2).join("."))],
  );
  return rows.map(({ made }) => String(made));
}
