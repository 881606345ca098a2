import type { ColumnDef, Constraint } from "libpg-query";
import { partsOf, relationName } from "../../judge/names.ts";
import { as, walk } from "../../judge/walk.ts";
import type { Statement } from "../../judge/split.ts";
import { type Reference, ownTable, referencesIn } from "./columns-in.ts";
import { type SqlError, beforeEach } from "./missing.ts";
import type { Remedy } from "./made-up.ts";
import { resolve } from "./scope.ts";
import { ident, quoted } from "./sql-names.ts";
import type { Assuming } from "./state.ts";

/** A column that is assumed was taken to be of another type than a statement needs. */
export function retyped(state: Assuming, statement: Statement, error: SqlError): Remedy | undefined {
  if (state.doubted.size === 0) return undefined;
  const { code, message, detail = "" } = error;
  if (code === "42883") {
    const [, left = "", right = ""] = /^operator does not exist: (.+?) [^\w\s"]+ (.+)$/.exec(message) ?? [];
    if (left === "") return undefined;
    return nearest(state, statement, error, right.replace(/\[\]$/, ""), left);
  }
  if (code !== "42804") return undefined;
  const [, wanted] = /^argument of .* must be type (\w+), not type/.exec(message) ?? [];
  if (wanted !== undefined) return nearest(state, statement, error, wanted);
  const [, target = "", is = "", given = ""] =
    /^column "(.+)" is of type (.+) but expression is of type (.+)$/.exec(message) ?? [];
  const own = ownTable(statement.node);
  if (target !== "" && own !== undefined)
    return isDoubted(state, own, target) ? change(own, target, given) : nearest(state, statement, error, is);
  const [, from = "", to = "", fromType = "", toType = ""] =
    /^Key columns "(.+)" and "(.+)" are of incompatible types: (.+) and (.+)\.$/.exec(detail) ?? [];
  if (from === "") return undefined;
  const reference = referencedBy(statement, from);
  if (reference !== undefined && isDoubted(state, reference, to)) return change(reference, to, fromType);
  return own !== undefined && isDoubted(state, own, from) ? change(own, from, toType) : undefined;
}

/** The table to which a column refers. */
function referencedBy({ node }: Statement, column: string): string | undefined {
  let found: string | undefined;
  const look = (constraint: Constraint | undefined, own: readonly string[]): void => {
    if (constraint?.pktable && own.includes(column)) found ??= relationName(constraint.pktable);
  };
  walk(node, (type, value) => {
    if (type === "Constraint") look(value as Constraint, partsOf((value as Constraint).fk_attrs));
    const { colname = "", constraints = [] } = type === "ColumnDef" ? (value as ColumnDef) : {};
    for (const one of constraints) look(as(one, "Constraint"), [colname]);
  });
  return found;
}

const isDoubted = ({ doubted }: Assuming, table: string, column: string): boolean =>
  doubted.has(table) || doubted.has(`${table}.${column}`);

/** The assumed column that is named next to where the server found fault. */
function nearest(
  state: Assuming,
  statement: Statement,
  error: SqlError,
  type: string,
  other?: string,
): Remedy | undefined {
  const at = error.internalQuery === undefined ? placeIn(statement, error) : Number(error.position ?? 0) - 1;
  const columns = referencesIn(state, statement, error).flatMap((reference) => {
    const found = columnOf(state, reference);
    return found && isDoubted(state, found.table, found.column)
      ? [{ ...found, away: reference.at - at }]
      : [];
  });
  const [found] = columns.toSorted((a, b) => Math.abs(a.away) - Math.abs(b.away));
  if (!found) return undefined;
  // Left of an operator it takes the type of what is right of it, and the other way round.
  return change(found.table, found.column, found.away > 0 && other !== undefined ? other : type);
}

/** The byte of the file at which the server found fault. */
function placeIn({ text, sql, start }: Statement, { position = "1" }: SqlError): number {
  const before = text.slice(0, Number(position) - 1 - beforeEach.length);
  return start + Buffer.byteLength(before) - (Buffer.byteLength(text) - Buffer.byteLength(sql));
}

function columnOf(state: Assuming, { parts, scope }: Reference) {
  const fields = parts.map((sval) => ({ String: { sval } }));
  return resolve({ ColumnRef: { fields } }, scope, state.says().makers);
}

/** What hangs on a column keeps the old one. */
function change(table: string, column: string, type: string): Remedy {
  const [on, name, old] = [quoted(table), ident(column), ident(`${column} as assumed before`)];
  const alter = `alter table ${on} alter column ${name} drop default; alter table ${on} alter column ${name} type ${type} using null`;
  const anew = `alter table ${on} rename column ${name} to ${old}; alter table ${on} add column ${name} ${type}`;
  return { ways: [alter, `${anew} unique`, anew].map((sql) => ({ sql, more: [] })) };
}
