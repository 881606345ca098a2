import type { Node } from "libpg-query";
import { dropKind, droppedNames } from "../catalog/drop-kinds.ts";
import type { Context, Hit } from "../hit.ts";
import type { RuleId } from "../rules.ts";
import { typeText } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";
import { bareName } from "../catalog/mentions.ts";
import { grantsLost } from "./check-grant.ts";
import { isNarrowed, isReplaced } from "./check-policy.ts";
import { comesBack } from "./enum-rebuild.ts";
import { invokerHits } from "./check-view.ts";
import { isMadeAgain } from "./made-again.ts";

export function checkDrop(value: NodeOf<"DropStmt">, context: Context): readonly Hit[] {
  const kind = dropKind(value);
  if (kind === undefined) return [];
  return droppedNames(value).flatMap(({ key, name }) => {
    if (isOwn(kind.kind, key, context)) return [];
    if (value.missing_ok && (context.catalog.absent(key) || isIdempotent(key, context))) return [];
    if (kind.again && isMadeAgain(key, context)) return madeAgain(key, name, context);
    if (kind.kind === "policy" && isReplaced(key, context)) return [];
    if (kind.kind === "type" && comesBack(name, context)) return [];
    const copied = kind.kind === "table" ? context.copiedTo(name) : undefined;
    const note =
      copied === undefined
        ? {}
        : { note: `all its rows are written to ${copied} before, where whoever needs them has to find them` };
    return [{ rule: holdsData(value, kind.kind, name, context) ?? kind.rule, thing: name, ...note }];
  });
}

/** What is on a table that the files make for the first time is as new as the table. */
function isOwn(kind: string, key: string, { known }: Context): boolean {
  return known.has(key) || ((kind === "policy" || kind === "trigger") && known.fresh(key));
}

/**
 * IF EXISTS before something is made that no file has named yet: so that the file may run twice. Where the files are not all
 * that has made the database, it may be there all the same, and what it was nobody can tell.
 */
function isIdempotent(key: string, { catalog, later }: Context): boolean {
  if (!catalog.unheard(key)) return false;
  if (key.startsWith("table ")) return later(`table pg_temp.${bareName(key)}`) !== undefined;
  const after = later(key);
  return after !== undefined && (!catalog.partial() || isOfTrigger(after));
}

/** Nobody calls it but its triggers, which keep it from being dropped. */
function isOfTrigger(node: Node): boolean {
  return typeText(as(node, "CreateFunctionStmt")?.returnType) === "trigger";
}

/** Made again, something may still have less than before. */
function madeAgain(key: string, name: string, context: Context): readonly Hit[] {
  const after = context.later(key);
  const narrowed = key.startsWith("policy ") && after !== undefined && isNarrowed(key, after, context);
  const reads = key.startsWith("view ") ? invokerHits(key.slice("view ".length), after, context) : [];
  return [
    ...reads,
    ...(narrowed ? [{ rule: "narrow-policy", thing: name } as const] : []),
    ...(grantsLost(key, context) ? [{ rule: "lose-grants", thing: name } as const] : []),
  ];
}

/** These keep what users have put into them. */
const withTables: ReadonlySet<string> = new Set([
  "pg_cron",
  "pgmq",
  "pg_partman",
  "pgsodium",
  "postgis_topology",
  "supabase_vault",
  "timescaledb",
]);

/** These bring functions only: nothing that is stored goes with them. */
const withoutData: ReadonlySet<string> = new Set(
  (
    "amcheck dblink fuzzystrmatch http index_advisor insert_username moddatetime pg_graphql pg_jsonschema pg_net " +
    "pg_stat_monitor pg_stat_statements pg_trgm pgaudit pgcrypto pgjwt pgtap plpgsql_check rum tablefunc unaccent uuid-ossp"
  ).split(" "),
);

/** CASCADE takes every column of a type along. */
function holdsData(
  { behavior }: NodeOf<"DropStmt">,
  kind: string,
  name: string,
  { catalog }: Context,
): RuleId | undefined {
  const cascades = behavior === "DROP_CASCADE";
  if (kind === "extension" && (withTables.has(name) || (cascades && !withoutData.has(name))))
    return "drop-extension-data";
  return kind === "type" && cascades && catalog.isTypeUsed(name) !== false ? "drop-type-columns" : undefined;
}
