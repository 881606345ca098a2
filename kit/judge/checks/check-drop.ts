import type { Node } from "libpg-query";
import { setsDefiner } from "../catalog/definer.ts";
import { dropKind, droppedNames } from "../catalog/drop-kinds.ts";
import type { Context, Hit } from "../hit.ts";
import type { RuleId } from "../rules.ts";
import { type NodeOf, as } from "../walk.ts";
import { bareName } from "../catalog/mentions.ts";
import { functionKey, madeBy } from "../catalog/things.ts";
import { firesOnLess, gainsDefiner, isTakenOver } from "./check-ending.ts";
import { grantsLost, grantsRegained } from "./check-grant.ts";
import { isNarrowed, isReplaced } from "./check-policy.ts";
import { comesBack } from "./enum-rebuild.ts";
import { invokerHits } from "./check-view.ts";
import { isMadeAgain } from "./made-again.ts";

export function checkDrop(value: NodeOf<"DropStmt">, context: Context): readonly Hit[] {
  const kind = dropKind(value);
  if (kind === undefined) return [];
  return droppedNames(value).flatMap((named) => {
    const { key, name } = only(named, context);
    if (isOwn(kind.kind, key, context)) return [];
    if (value.missing_ok && (context.catalog.absent(key) || isIdempotent(key, context))) return [];
    if (kind.again && isMadeAgain(key, context))
      return [...madeAgain(key, name, context), ...goneAlong(key, value, context)];
    if (kind.kind === "policy" && isReplaced(key, context)) return [];
    if (kind.kind === "trigger" && isTakenOver(key, value.missing_ok === true, context)) return [];
    if (kind.kind === "type" && comesBack(name, context)) return [];
    const copied = kind.kind === "table" ? context.copiedTo(name) : undefined;
    const note =
      copied === undefined
        ? {}
        : { note: `all its rows are written to ${copied} before, where whoever needs them has to find them` };
    return [{ rule: holdsData(value, kind.kind, name, context) ?? kind.rule, thing: name, ...note }];
  });
}

/** `DROP FUNCTION f` is of the only one of its name. */
function only(
  named: { readonly key: string; readonly name: string },
  { catalog }: Context,
): { readonly key: string; readonly name: string } {
  const [key, ...others] = named.key.endsWith("(?)") ? catalog.overloads(named.key) : [];
  return key === undefined || others.length > 0 ? named : { key, name: key.slice("function ".length) };
}

const goes: Readonly<Record<string, RuleId>> = {
  policy: "drop-policy",
  view: "drop-view",
  trigger: "drop-trigger",
};

/** What CASCADE takes with something that comes back, and that does not come back with it. */
function goneAlong(key: string, { behavior }: NodeOf<"DropStmt">, context: Context): readonly Hit[] {
  if (behavior !== "DROP_CASCADE") return [];
  const { catalog, known, later } = context;
  return catalog.dependents(key).flatMap((one): readonly Hit[] => {
    const [kind = "", ...name] = one.split(" ");
    const rule = goes[kind];
    const stays = known.has(one) || later(one) !== undefined;
    if (rule === undefined || stays || (kind === "policy" && isReplaced(one, context))) return [];
    return [
      { rule, thing: name.join(" "), note: `CASCADE takes it with ${key.slice(key.indexOf(" ") + 1)}` },
    ];
  });
}

/** What is on a table that the files make for the first time, be it further down, is as new as the table. */
function isOwn(kind: string, key: string, { known, catalog, later }: Context): boolean {
  if (known.has(key)) return true;
  if (kind !== "policy" && kind !== "trigger") return false;
  const table = `table ${key.slice(kind.length + 1, key.lastIndexOf("."))}`;
  return known.fresh(key) || (catalog.unheard(table) && later(table) !== undefined);
}

/**
 * IF EXISTS before something is made that no file has named yet: so that the file may run twice. Where it is there all the
 * same, only the live database tells what it was.
 */
function isIdempotent(key: string, { catalog, later }: Context): boolean {
  if (!catalog.unheard(key)) return false;
  if (key.startsWith("table ")) return later(`table pg_temp.${bareName(key)}`) !== undefined;
  return later(key) !== undefined;
}

/** Made again, something may still have less than before. */
function madeAgain(key: string, name: string, context: Context): readonly Hit[] {
  const after = context.later(key);
  const narrowed = key.startsWith("policy ") && after !== undefined && isNarrowed(key, after, context);
  const reads = key.startsWith("view ") ? invokerHits(key.slice("view ".length), after, context) : [];
  const anew = after && as(after, "CreateFunctionStmt") ? functionKey(after) : key;
  const routine = key.startsWith("function ") ? routineHits(key, name, after, context) : [];
  return [
    ...reads,
    ...routine,
    ...(firesOnLess(key, after, context) ? [{ rule: "narrow-trigger", thing: name } as const] : []),
    ...(narrowed ? [{ rule: "narrow-policy", thing: name } as const] : []),
    ...(grantsLost(key, context, anew) ? [{ rule: "lose-grants", thing: name } as const] : []),
    ...(after && grantsRegained(key, context, anew) ? [{ rule: "regain-grants", thing: name } as const] : []),
  ];
}

/** Whose rights it works with, and by which calls it was found. */
function routineHits(key: string, thing: string, after: Node | undefined, context: Context): readonly Hit[] {
  const { catalog, later, definerLater } = context;
  const before = catalog.made(key);
  if (!before || !after) return [];
  const works = catalog.has(`definer ${functionKey(before)}`) && !definerLater(functionKey(after));
  // Who leaves out what had a default is not found any more, but where another answers.
  const again = new Set(madeBy(after).map((one) => one.key));
  const missed = madeBy(before).some((one) => {
    const other = catalog.made(one.key);
    return !again.has(one.key) && !later(one.key) && (other === before || other === undefined);
  });
  const note = "a call without its last arguments finds none any more";
  const gains = setsDefiner(after)?.on === true && gainsDefiner(before, functionKey(before), context);
  return [
    ...(works ? [{ rule: "lose-security-definer", thing } as const] : []),
    ...(gains ? [{ rule: "gain-security-definer", thing } as const] : []),
    ...(missed ? [{ rule: "drop-function", thing, note } as const] : []),
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
