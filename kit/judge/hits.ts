import type { Node } from "libpg-query";
import { bodyStart, functionName, partsOfBody } from "./bodies.ts";
import { check } from "./checks.ts";
import { constantText, someName } from "./constant-text.ts";
import type { Context, Hit } from "./hit.ts";
import { partsOf, qualified } from "./names.ts";
import type { SqlParser } from "./parser.ts";
import { type IndexedText, excerptOf, indexText } from "./place.ts";
import { madeBy } from "./things.ts";
import { type NodeOf, as, walk } from "./walk.ts";

/** A hit and, where it is inside of a body, its line there (from 1). */
export interface LocatedHit extends Hit {
  readonly bodyLine?: number;
}

/** Statements that make functions, by name: a call runs their bodies. */
export type Functions = Map<string, { readonly node: Node; readonly text: string }>;

export interface Scope extends Context {
  readonly parser: SqlParser;
  readonly functions: Functions;
}

/** These keep expressions for later; the functions in them are not called now. */
const onlyStores: ReadonlySet<string> = new Set([
  "CreatePolicyStmt",
  "AlterPolicyStmt",
  "CreateStmt",
  "CreateTrigStmt",
  "CreateDomainStmt",
  "ViewStmt",
]);

/**
 * All that a statement runs, also inside of DO, EXECUTE and functions of the same change set. `called` are
 * the functions that were looked into already.
 */
export function hitsOf(
  scope: Scope,
  node: Node,
  text: string,
  called: Set<string> = new Set(),
): readonly LocatedHit[] {
  const hits: LocatedHit[] = [...check(node, scope)];
  if (Object.keys(node).some((type) => onlyStores.has(type))) return hits;
  walk(node, (type, value) => {
    if (type === "DoStmt") hits.push(...bodyHits(scope, { DoStmt: value as NodeOf<"DoStmt"> }, text, called));
    if (type === "FuncCall") hits.push(...callHits(scope, value as NodeOf<"FuncCall">, called));
    if (type === "CallStmt")
      hits.push(...callHits(scope, (value as NodeOf<"CallStmt">).funccall ?? {}, called));
  });
  return hits;
}

/** The line of the file's statement on which a body begins, from 0 after the statement's own. */
export function linesBeforeBody(node: Node, file: IndexedText, start: number): number {
  return file.slice(start, bodyStart(node) ?? start).split("\n").length - 1;
}

function callHits(
  scope: Scope,
  { funcname }: NodeOf<"FuncCall">,
  called: Set<string>,
): readonly LocatedHit[] {
  const name = qualified(partsOf(funcname));
  const made = scope.functions.get(name);
  if (!made || called.has(name)) return [];
  called.add(name);
  return bodyHits(scope, made.node, made.text, called).map(({ rule, thing }) => ({ rule, thing }));
}

function bodyHits(scope: Scope, node: Node, text: string, called: Set<string>): readonly LocatedHit[] {
  const parts = partsOfBody(scope.parser, node, text);
  if (parts === undefined) scope.catalog.unsure();
  if (parts === undefined) return [{ rule: "opaque-sql", thing: functionName(node) ?? "a DO block" }];
  return parts.flatMap(({ sql, dynamic, whole, line }) => {
    const run = dynamic ? constantText(scope.parser, sql) : sql;
    const parsed = run === undefined ? undefined : scope.parser.parse(run);
    if (run === undefined || parsed === undefined || "message" in parsed) {
      scope.catalog.unsure();
      const thing = dynamic ? `EXECUTE ${sql}` : excerptOf(sql);
      return dynamic || whole ? [{ rule: "opaque-sql", thing, bodyLine: line } as const] : [];
    }
    const inner = indexText(run);
    return parsed.flatMap(({ node: statement, start, end }) => {
      const hits = hitsOf(scope, statement, inner.slice(start, end), called);
      // A branch need not be taken, so only what cannot have been there before counts as made.
      scope.known.add(statement, scope.catalog, !isTemporary(statement));
      if (madeBy(statement).length > 0) scope.catalog.apply(statement);
      if (run.includes(someName)) scope.catalog.unsure();
      return hits.map(({ rule, thing }) => ({ rule, thing, bodyLine: line }));
    });
  });
}

function isTemporary(node: Node): boolean {
  const table = as(node, "CreateStmt")?.relation ?? as(node, "CreateTableAsStmt")?.into?.rel;
  return table?.relpersistence === "t";
}
