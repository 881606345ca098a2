import { type Segment, isSetting } from "../../../judge/execution.ts";
import { partsOf } from "../../../judge/names.ts";
import type { Statement } from "../../../judge/split.ts";
import { type NodeOf, as, contains, walk } from "../../../judge/walk.ts";

/** A statement that a new session needs once more. */
export interface Again {
  readonly statement: Statement;
  /** The temporary table or prepared statement that it is about: a session that has it needs it no more. */
  readonly of?: string;
}

/** What finished segments have left in their session for those behind them. */
export interface Kept {
  /** In their order: settings, and what reads and changes nothing but what is the session's own. */
  readonly again: readonly Again[];
  /** Temporary tables whose rows came from elsewhere, by what filled them: they went with the session. */
  readonly lost: ReadonlyMap<string, Statement>;
}

export function keptOf(done: readonly Segment[]): Kept {
  let again: readonly Again[] = [];
  const temporary = new Set<string>();
  const lost = new Map<string, Statement>();
  const statements = done.flatMap((one) => [
    ...one.settings,
    ...(one.end === "commit" ? one.statements : []),
  ]);
  for (const statement of statements) {
    for (const gone of goneBy(statement)) {
      again = again.filter(({ of }) => of !== gone);
      temporary.delete(gone);
      lost.delete(gone);
    }
    const prepared = as(statement.node, "PrepareStmt")?.name;
    const target = prepared ?? temporaryTarget(statement, temporary);
    if (target !== undefined && prepared === undefined) temporary.add(target);
    if (target === undefined) again = isOfSession(statement) ? [...again, { statement }] : again;
    else if (prepared !== undefined || isByItself(statement, temporary, lost))
      again = [...again, { statement, of: target }];
    else lost.set(target, statement);
  }
  return { again, lost };
}

/** Whether what is left asks for a temporary table before it makes one of that name itself. */
export function isNeeded(name: string, left: readonly Segment[]): boolean {
  const word = new RegExp(`(?<![\\w$])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w$])`);
  const first = left.flatMap(({ statements }) => statements).find(({ sql }) => word.test(sql));
  return first !== undefined && madeTemporary(first) !== name;
}

function isOfSession(statement: Statement): boolean {
  return isSetting(statement) || "ListenStmt" in statement.node || "LoadStmt" in statement.node;
}

/** Tables and prepared statements that are there no more after it. */
function goneBy({ node }: Statement): readonly string[] {
  const dropped = as(node, "DropStmt");
  if (dropped?.removeType === "OBJECT_TABLE")
    return (dropped.objects ?? []).map((one) => partsOf(as(one, "List")?.items).at(-1) ?? "");
  const name = as(node, "DeallocateStmt")?.name;
  return name === undefined ? [] : [name];
}

type Range = NodeOf<"RangeVar">;

/** The name of the temporary table that it makes, and that is there after its COMMIT. */
function madeTemporary({ node }: Statement): string | undefined {
  const made = as(node, "CreateStmt");
  const into = as(node, "CreateTableAsStmt")?.into ?? as(node, "SelectStmt")?.intoClause;
  if (made?.oncommit === "ONCOMMIT_DROP" || into?.onCommit === "ONCOMMIT_DROP") return undefined;
  const relation = made?.relation ?? into?.rel;
  return isTemporary(relation) ? relation?.relname : undefined;
}

function isTemporary(relation: Range | undefined): boolean {
  return relation?.relpersistence === "t" || relation?.schemaname === "pg_temp";
}

/** The temporary table that it makes or changes. */
function temporaryTarget(statement: Statement, known: ReadonlySet<string>): string | undefined {
  const made = madeTemporary(statement);
  if (made !== undefined) return made;
  const { node, sql } = statement;
  // What a body does cannot be told: it may have filled what it names.
  if (as(node, "DoStmt")) return [...known].find((name) => sql.includes(name));
  const relation =
    as(node, "InsertStmt")?.relation ??
    as(node, "UpdateStmt")?.relation ??
    as(node, "DeleteStmt")?.relation ??
    as(node, "MergeStmt")?.relation ??
    as(node, "IndexStmt")?.relation ??
    as(node, "AlterTableStmt")?.relation;
  const name = relation?.relname;
  if (name === undefined || !known.has(name)) return undefined;
  return relation?.schemaname === undefined || isTemporary(relation) ? name : undefined;
}

const calls: ReadonlySet<string> = new Set(["FuncCall", "SQLValueFunction", "DoStmt"]);

/** It reads and changes nothing but temporary tables that can be had again, and calls nothing. */
function isByItself(
  { node }: Statement,
  temporary: ReadonlySet<string>,
  lost: ReadonlyMap<string, Statement>,
): boolean {
  if (contains(node, calls)) return false;
  let only = true;
  walk(node, (type, value) => {
    if (type !== "RangeVar") return;
    const { relname = "", schemaname = "pg_temp" } = value as Range;
    if (schemaname !== "pg_temp" || !temporary.has(relname) || lost.has(relname)) only = false;
  });
  return only;
}
