import type { AlterTableCmd, Constraint, Node } from "libpg-query";
import { constraintsOf, isSerial } from "../catalog/columns.ts";
import type { Context } from "../hit.ts";
import { partsOf } from "../names.ts";
import { as, contains, walk } from "../walk.ts";
import { listOf, valuesOf } from "./value-list.ts";

/** What a column that live code does not know holds where nobody has written it; `own`: each row something else. */
type Filled = "null" | "own" | { readonly constant: string | undefined };

/** Reads what is in a column that the change set adds, the same statement included; undefined of any other. */
export type NewColumns = (name: string) => Filled | undefined;

export function newColumns(
  table: string,
  beside: readonly Node[],
  { known, catalog }: Pick<Context, "known" | "catalog">,
): NewColumns {
  const inStatement = (name: string): AlterTableCmd | undefined => {
    const one = beside.map((node) => as(node, "AlterTableCmd")).find((command) => adds(command, name));
    const key = `column ${table}.${name}`;
    return one?.missing_ok && !catalog.absent(key) && !catalog.unheard(key) ? undefined : one;
  };
  return (name) => {
    const key = `column ${table}.${name}`;
    const before = known.has(key) ? as(catalog.made(key), "AlterTableStmt")?.cmds : undefined;
    const earlier = before?.map((node) => as(node, "AlterTableCmd")).find((command) => adds(command, name));
    return filled(earlier ?? inStatement(name));
  };
}

function adds(command: AlterTableCmd | undefined, name: string): boolean {
  return command?.subtype === "AT_AddColumn" && as(command.def, "ColumnDef")?.colname === name;
}

function filled(command: AlterTableCmd | undefined): Filled | undefined {
  const column = as(command?.def, "ColumnDef");
  if (!column) return undefined;
  const kinds = constraintsOf(column);
  if (isSerial(column) || kinds.has("CONSTR_IDENTITY")) return "own";
  if (kinds.has("CONSTR_GENERATED")) return undefined;
  const value = kinds.get("CONSTR_DEFAULT");
  const constant = as(as(value, "TypeCast")?.arg ?? value, "A_Const");
  if (value === undefined || constant?.isnull) return "null";
  if (constant) return { constant: valuesOf(value)?.[0] };
  if (unlike.has(partsOf(as(value, "FuncCall")?.funcname).at(-1) ?? "")) return "own";
  return as(value, "A_ArrayExpr") && !contains(value, new Set(["FuncCall"]))
    ? { constant: undefined }
    : undefined;
}

/** No two calls give the same. */
const unlike: ReadonlySet<string> = new Set(
  "gen_random_uuid uuid_generate_v4 uuidv4 uuidv7 nextval".split(" "),
);

/** Whether no row meets it that live code has written or writes: it knows none of these columns. */
export function isOfNewColumns(constraint: Constraint, of: NewColumns): boolean {
  const { contype, raw_expr: check, keys, fk_attrs: references, nulls_not_distinct: once } = constraint;
  const held: NewColumns = (name) => (of(name) === "own" ? undefined : of(name));
  if (contype === "CONSTR_CHECK") return check !== undefined && passes(check, held);
  const columns = partsOf(contype === "CONSTR_FOREIGN" ? references : []);
  // Rows that differ in one column are not the same, and of what is NULL any number may be.
  if (contype === "CONSTR_UNIQUE")
    return partsOf(keys).some((name) => of(name) === "own" || (!once && of(name) === "null"));
  return columns.length > 0 && columns.every((name) => of(name) === "null");
}

/** A condition that names new columns only, and that is true or NULL where nobody has written them. */
function passes(condition: Node, of: NewColumns): boolean {
  const both = as(condition, "BoolExpr");
  const args = both?.args ?? [];
  if (both?.boolop === "AND_EXPR") return args.every((arm) => passes(arm, of));
  if (both?.boolop === "OR_EXPR") return allNew(condition, of) && args.some((arm) => passes(arm, of));
  if (!allNew(condition, of)) return false;
  const test = as(condition, "NullTest");
  const holds = columnsIn(condition).map(of);
  if (holds.every((one) => one !== "null"))
    return test?.nulltesttype !== "IS_NULL" && isListed(condition, of);
  if (test)
    return test.nulltesttype === "IS_NULL" && holds[0] === "null" && as(test.arg, "ColumnRef") !== undefined;
  return isNull(condition, of);
}

/** Live code writes the default: a list of values that lacks it refuses that. */
function isListed(condition: Node, of: NewColumns): boolean {
  const list = listOf(condition);
  const held = list && of(list.column);
  const value = typeof held === "object" ? held.constant : undefined;
  return list === undefined || value === undefined || list.values.includes(value);
}

/** These are NULL where what they are given is. */
const strict: ReadonlySet<string> = new Set(
  "length char_length octet_length lower upper btrim abs round cardinality array_length jsonb_typeof".split(
    " ",
  ),
);
const comparisons: ReadonlySet<string> = new Set(
  "AEXPR_OP AEXPR_IN AEXPR_OP_ANY AEXPR_LIKE AEXPR_ILIKE AEXPR_BETWEEN AEXPR_NOT_BETWEEN".split(" "),
);

function isNull(node: Node | undefined, of: NewColumns): boolean {
  const names = as(node, "ColumnRef") ? columnsIn(node) : [];
  if (names.length > 0) return names.every((name) => of(name) === "null");
  const cast = as(node, "TypeCast");
  if (cast) return isNull(cast.arg, of);
  const call = as(node, "FuncCall");
  if (call)
    return (
      strict.has(partsOf(call.funcname).at(-1) ?? "") && (call.args ?? []).some((one) => isNull(one, of))
    );
  const { kind = "", name, lexpr, rexpr } = as(node, "A_Expr") ?? {};
  if (!comparisons.has(kind) || partsOf(name).at(-1) === "||") return false;
  return isNull(lexpr, of) || (kind === "AEXPR_OP" && isNull(rexpr, of));
}

function allNew(condition: Node, of: NewColumns): boolean {
  const names = columnsIn(condition);
  return names.length > 0 && names.every((name) => of(name) !== undefined);
}

export function columnsIn(tree: Node | undefined): readonly string[] {
  const names: string[] = [];
  walk(tree, (type, value) => {
    if (type !== "ColumnRef") return;
    names.push(as((value as { fields?: readonly Node[] }).fields?.at(-1), "String")?.sval ?? "*");
  });
  return names;
}
