import type { Node } from "libpg-query";
import { bodyStart, functionName, partsOfBody } from "./bodies.ts";
import { check } from "./checks.ts";
import { constantText } from "./constant-text.ts";
import type { Context, Hit } from "./hit.ts";
import { partsOf, qualified } from "./names.ts";
import type { SqlParser } from "./parser.ts";
import { type IndexedText, indexText } from "./place.ts";
import { type NodeOf, walk } from "./walk.ts";

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

const deepest = 5;

/** All that a statement runs, also inside of DO, EXECUTE and functions of the same change set. */
export function hitsOf(scope: Scope, node: Node, text: string, depth = 0): readonly LocatedHit[] {
  const hits: LocatedHit[] = [...check(node, scope)];
  if (depth > deepest) return hits;
  walk(node, (type, value) => {
    if (type === "DoStmt") hits.push(...bodyHits(scope, { DoStmt: value as NodeOf<"DoStmt"> }, text, depth));
    if (type === "FuncCall") hits.push(...callHits(scope, value as NodeOf<"FuncCall">, depth));
    if (type === "CallStmt")
      hits.push(...callHits(scope, (value as NodeOf<"CallStmt">).funccall ?? {}, depth));
  });
  return hits;
}

/** The line of the file's statement on which a body begins, from 0 after the statement's own. */
export function linesBeforeBody(node: Node, file: IndexedText, start: number): number {
  return file.slice(start, bodyStart(node) ?? start).split("\n").length - 1;
}

function callHits(scope: Scope, { funcname }: NodeOf<"FuncCall">, depth: number): readonly LocatedHit[] {
  const called = scope.functions.get(qualified(partsOf(funcname)));
  if (!called) return [];
  return bodyHits(scope, called.node, called.text, depth).map(({ rule, thing }) => ({ rule, thing }));
}

function bodyHits(scope: Scope, node: Node, text: string, depth: number): readonly LocatedHit[] {
  const parts = partsOfBody(scope.parser, node, text);
  if (parts === undefined) return [{ rule: "opaque-sql", thing: functionName(node) ?? "a DO block" }];
  return parts.flatMap(({ sql, dynamic, line }) => {
    const run = dynamic ? constantText(scope.parser, sql) : sql;
    const parsed = run === undefined ? undefined : scope.parser.parse(run);
    if (run === undefined || parsed === undefined || "message" in parsed) {
      return dynamic ? [{ rule: "opaque-sql", thing: `EXECUTE ${sql}`, bodyLine: line } as const] : [];
    }
    const inner = indexText(run);
    return parsed.flatMap((statement) =>
      hitsOf(scope, statement.node, inner.slice(statement.start, statement.end), depth + 1).map(
        ({ rule, thing }) => ({ rule, thing, bodyLine: line }),
      ),
    );
  });
}
