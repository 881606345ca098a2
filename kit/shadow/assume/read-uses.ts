import type { Node } from "libpg-query";
import { partsOf } from "../../judge/names.ts";
import { type NodeOf, as } from "../../judge/walk.ts";
import type { Makers } from "./makers.ts";
import { type Sayings, keyOf, weights } from "./sayings.ts";
import { type Binding, type Scope, bindingOf, bindingsOf, inner, resolve } from "./scope.ts";
import { type Side, sideOf, takesFirst } from "./types-of.ts";

export interface Reader {
  readonly makers: Makers;
  readonly sayings: Sayings;
  /** Is told of each reference to a column where it stands. */
  readonly seen?: (reference: NodeOf<"ColumnRef">, scope: Scope) => void;
}

/** Reads what a query, an expression or a list of these says of columns. */
export function readUses(reader: Reader, tree: unknown, scope: Scope): void {
  if (typeof tree !== "object" || tree === null) return;
  if (Array.isArray(tree)) {
    for (const one of tree) readUses(reader, one, scope);
    return;
  }
  for (const [key, value] of Object.entries(tree)) {
    const read = readers[key];
    if (read) read(reader, value as never, scope);
    else if (typeof value === "object") readUses(reader, value, scope);
  }
}

type Read = (reader: Reader, value: never, scope: Scope) => void;

const readers: Readonly<Record<string, Read>> = {
  SelectStmt: readSelect,
  larg: (reader, value: unknown, scope) => readArm(reader, value, scope),
  rarg: (reader, value: unknown, scope) => readArm(reader, value, scope),
  InsertStmt: readInsert,
  UpdateStmt: readUpdate,
  DeleteStmt: readDelete,
  ColumnRef: (reader, value: NodeOf<"ColumnRef">, scope) => {
    reader.seen?.(value, scope);
    const found = resolve({ ColumnRef: value }, scope, reader.makers);
    if (found) reader.sayings.use(found.table, found.column);
  },
  A_Expr: readExpression,
  BoolExpr: (reader, { args = [] }: NodeOf<"BoolExpr">, scope) => {
    for (const one of args) mustBe(reader, one, "boolean", scope);
    readUses(reader, args, scope);
  },
  BooleanTest: (reader, { arg }: NodeOf<"BooleanTest">, scope) => {
    mustBe(reader, arg, "boolean", scope);
    readUses(reader, arg, scope);
  },
  whereClause: (reader, value: Node, scope) => {
    mustBe(reader, value, "boolean", scope);
    readUses(reader, value, scope);
  },
  FuncCall: (reader, value: NodeOf<"FuncCall">, scope) => {
    const type = takesFirst.get(partsOf(value.funcname).at(-1) ?? "");
    if (type) mustBe(reader, value.args?.[0], type, scope, weights.name);
    readUses(reader, Object.values(value), scope);
  },
  CoalesceExpr: (reader, { args = [] }: NodeOf<"CoalesceExpr">, scope) => {
    for (const one of args.slice(1)) same(reader, args[0], one, scope);
    readUses(reader, args, scope);
  },
};

/** An arm of a UNION is no node of its own; one of a join is. */
function readArm(reader: Reader, value: unknown, scope: Scope): void {
  if (typeof value === "object" && value !== null && "targetList" in value)
    readSelect(reader, value as NodeOf<"SelectStmt">, scope);
  else readUses(reader, value, scope);
}

function withNames(clause: NodeOf<"WithClause"> | undefined): readonly string[] {
  return (clause?.ctes ?? []).map((one) => as(one, "CommonTableExpr")?.ctename ?? "?");
}

function readSelect(reader: Reader, select: NodeOf<"SelectStmt">, outer: Scope): void {
  const own = inner(outer, [], withNames(select.withClause));
  readUses(reader, select.withClause?.ctes, own);
  const from = select.fromClause ?? [];
  const scope = inner(
    own,
    from.flatMap((one) => bindingsOf(one, own.hidden)),
  );
  const { withClause: _, ...rest } = select;
  readUses(reader, rest, scope);
}

function readInsert(reader: Reader, insert: NodeOf<"InsertStmt">, outer: Scope): void {
  const own = inner(outer, [], withNames(insert.withClause));
  readUses(reader, insert.withClause?.ctes, own);
  const target = bindingOf(insert.relation, new Set());
  const table = target.table ?? "?";
  const columns = (insert.cols ?? []).map((one) => as(one, "ResTarget")?.name ?? "?");
  for (const column of columns) reader.sayings.use(table, column);
  const select = as(insert.selectStmt, "SelectStmt");
  const from = (select?.fromClause ?? []).flatMap((one) => bindingsOf(one, own.hidden));
  const rows = select?.valuesLists?.map((row) => as(row, "List")?.items ?? []) ?? [
    (select?.targetList ?? []).flatMap((one) => as(one, "ResTarget")?.val ?? []),
  ];
  const scope = inner(own, from);
  for (const row of rows.slice(0, 20))
    row.forEach((value, at) => {
      const column = columns[at];
      if (column !== undefined)
        tell(reader, { key: keyOf(table, column) }, sideOf(value, scope, reader.makers));
    });
  readUses(reader, insert.selectStmt, own);
  const written = inner(own, [target, { alias: "excluded", table }]);
  readUses(reader, insert.returningClause, written);
  const conflict = insert.onConflictClause;
  for (const one of conflict?.infer?.indexElems ?? []) {
    const name = as(one, "IndexElem")?.name;
    if (name !== undefined) reader.sayings.use(table, name);
  }
  readTargets(reader, target, conflict?.targetList ?? [], written);
  readUses(reader, { whereClause: conflict?.whereClause }, written);
}

function readTargets(reader: Reader, { table = "?" }: Binding, targets: readonly Node[], scope: Scope): void {
  for (const one of targets) {
    const { name, val } = as(one, "ResTarget") ?? {};
    if (name === undefined) continue;
    reader.sayings.use(table, name);
    tell(reader, { key: keyOf(table, name) }, sideOf(val, scope, reader.makers));
    readUses(reader, val, scope);
  }
}

function readUpdate(reader: Reader, update: NodeOf<"UpdateStmt">, outer: Scope): void {
  const own = inner(outer, [], withNames(update.withClause));
  readUses(reader, update.withClause?.ctes, own);
  const target = bindingOf(update.relation, new Set());
  const scope = inner(own, [
    target,
    ...(update.fromClause ?? []).flatMap((one) => bindingsOf(one, own.hidden)),
  ]);
  readTargets(reader, target, update.targetList ?? [], scope);
  readUses(reader, [update.fromClause, { whereClause: update.whereClause }, update.returningClause], scope);
}

function readDelete(
  reader: Reader,
  { withClause, relation, usingClause, whereClause }: NodeOf<"DeleteStmt">,
  outer: Scope,
): void {
  const own = inner(outer, [], withNames(withClause));
  readUses(reader, withClause?.ctes, own);
  const used = (usingClause ?? []).flatMap((one) => bindingsOf(one, own.hidden));
  readUses(reader, [usingClause, { whereClause }], inner(own, [bindingOf(relation, new Set()), ...used]));
}

const likeText: ReadonlySet<string> = new Set(["~~", "~~*", "!~~", "!~~*", "~", "~*", "!~", "!~*", "||"]);
const ofJson: ReadonlySet<string> = new Set(["->", "->>", "#>", "#>>", "?", "?|", "?&"]);
const compares: ReadonlySet<string> = new Set(["=", "<>", "!=", "<", ">", "<=", ">="]);

function readExpression(reader: Reader, { kind, name, lexpr, rexpr }: NodeOf<"A_Expr">, scope: Scope): void {
  const operator = partsOf(name).at(-1) ?? "";
  const items = as(rexpr, "List")?.items;
  if (kind === "AEXPR_OP_ANY" || kind === "AEXPR_OP_ALL") readAny(reader, lexpr, rexpr, scope);
  else if (items) for (const item of items) same(reader, lexpr, item, scope);
  else if (ofJson.has(operator)) mustBe(reader, lexpr, "jsonb", scope);
  else if (
    compares.has(operator) ||
    kind === "AEXPR_DISTINCT" ||
    kind === "AEXPR_NOT_DISTINCT" ||
    operator === "@>" ||
    operator === "&&"
  )
    same(reader, lexpr, rexpr, scope);
  else if (likeText.has(operator)) {
    mustBe(reader, lexpr, "text", scope, weights.text);
    mustBe(reader, rexpr, "text", scope, weights.text);
  } else if (["+", "-", "*", "/"].includes(operator)) readSum(reader, lexpr, rexpr, scope);
  readUses(reader, [lexpr, rexpr], scope);
}

function readAny(reader: Reader, one: Node | undefined, array: Node | undefined, scope: Scope): void {
  const [left, right] = [sideOf(one, scope, reader.makers), sideOf(array, scope, reader.makers)];
  if (left && "key" in left && right && "type" in right)
    tell(reader, left, { ...right, type: right.type.replace(/\[\]$/, "") });
  if (right && "key" in right)
    tell(reader, right, { type: left && "type" in left ? `${left.type}[]` : "text[]", weight: weights.sure });
}

function readSum(reader: Reader, one: Node | undefined, other: Node | undefined, scope: Scope): void {
  const sides = [sideOf(one, scope, reader.makers), sideOf(other, scope, reader.makers)];
  const time = sides.some((side) => side && "type" in side && /interval|timestamp/.test(side.type));
  for (const side of sides)
    if (side && "key" in side)
      tell(reader, side, { type: time ? "timestamptz" : "integer", weight: weights.text });
}

function mustBe(
  reader: Reader,
  node: Node | undefined,
  type: string,
  scope: Scope,
  weight: number = weights.sure,
): void {
  const side = as(node, "ColumnRef") || as(node, "FuncCall") ? sideOf(node, scope, reader.makers) : undefined;
  if (side && "key" in side) tell(reader, side, { type, weight });
}

function same(reader: Reader, one: Node | undefined, other: Node | undefined, scope: Scope): void {
  const [left, right] = [sideOf(one, scope, reader.makers), sideOf(other, scope, reader.makers)];
  tell(reader, left, right);
  if (right && "key" in right && !(left && "key" in left)) tell(reader, right, left);
}

export function tell({ sayings }: Reader, column: Side | undefined, other: Side | undefined): void {
  if (!column || !other || !("key" in column)) return;
  if ("key" in other) sayings.link(column.key, other.key);
  else sayings.vote(column.key, other.type, other.weight);
}
