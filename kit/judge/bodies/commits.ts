import type { Node } from "libpg-query";
import { partsOf } from "../names.ts";
import type { SqlParser } from "../parser.ts";
import { indexText } from "../place.ts";
import type { Statement } from "../split.ts";
import { as } from "../walk.ts";

/** Procedures by `name` and `schema.name`: the statements that make them, the last one of a name counts. */
export type Procedures = ReadonlyMap<string, string>;

/** Whether a statement commits or rolls back while it runs, so that PostgreSQL refuses it inside of a transaction. */
export type CommitsInside = (statement: Pick<Statement, "node" | "sql">) => boolean;

const mayMake = /\bprocedure\b/i;
const mayEnd = /\b(?:commit|rollback)\b/i;
const mayCall = /\bcall\b/i;

/** Most texts make none, and are not read for it. */
export function proceduresIn(parser: SqlParser, texts: readonly string[]): Procedures {
  const found = new Map<string, string>();
  for (const text of texts) {
    const parsed = mayMake.test(text) ? parser.parse(text) : [];
    if ("message" in parsed) continue;
    const inner = indexText(text);
    for (const { node, start, end } of parsed) {
      const made = as(node, "CreateFunctionStmt");
      if (!made?.is_procedure) continue;
      for (const name of namesOf(partsOf(made.funcname))) found.set(name, inner.slice(start, end));
    }
  }
  return found;
}

/** What texts call that is not among these procedures. */
export function unknownCalls(
  parser: SqlParser,
  texts: readonly string[],
  procedures: () => Procedures,
): readonly (readonly string[])[] {
  const calls = texts.flatMap((text) => {
    const parsed = mayCall.test(text) ? parser.parse(text) : [];
    return "message" in parsed ? [] : parsed.map(({ node }) => calledBy(node));
  });
  const called = calls.filter((parts) => parts.length > 0);
  if (called.length === 0) return [];
  const known = procedures();
  return called.filter((parts) => bodyOf(known, parts) === undefined);
}

/** Reads bodies of DO and of the procedures that are called, and what these call. */
export function commitsInside(parser: SqlParser, procedures: Procedures): CommitsInside {
  const known = new Map<string, boolean>();
  const ends = (sql: string): boolean => {
    const before = known.get(sql);
    if (before !== undefined) return before;
    // One that calls itself says nothing more by that.
    known.set(sql, false);
    const found =
      (mayEnd.test(sql) || mayCall.test(sql)) &&
      statementsOf(parser.parseBody(sql)).some(({ kind, query }) => kind !== "call" || callEnds(query));
    known.set(sql, found);
    return found;
  };
  const callEnds = (query: string): boolean => {
    const parsed = parser.parse(query);
    return !("message" in parsed) && parsed.some(({ node }) => endsByCall(node));
  };
  const endsByCall = (node: Node): boolean => {
    const body = bodyOf(procedures, calledBy(node));
    return body !== undefined && ends(body);
  };
  return ({ node, sql }) => (as(node, "DoStmt") ? ends(sql) : endsByCall(node));
}

function calledBy(node: Node): readonly string[] {
  return partsOf(as(node, "CallStmt")?.funccall?.funcname);
}

function bodyOf(procedures: Procedures, parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : procedures.get(parts.slice(-2).join("."));
}

function namesOf(parts: readonly string[]): readonly string[] {
  const name = parts.at(-1) ?? "";
  return parts.length > 1 ? [name, parts.slice(-2).join(".")] : [name, `public.${name}`];
}

interface Ending {
  readonly kind: "commit" | "rollback" | "call";
  readonly query: string;
}

/** COMMIT, ROLLBACK and CALL of a body, wherever they stand in it. */
function statementsOf(tree: unknown): readonly Ending[] {
  if (typeof tree !== "object" || tree === null) return [];
  if (Array.isArray(tree)) return tree.flatMap(statementsOf);
  return Object.entries(tree).flatMap(([key, value]): readonly Ending[] => {
    const [, kind] = /^PLpgSQL_stmt_(commit|rollback|call)$/.exec(key) ?? [];
    if (kind === undefined) return statementsOf(value);
    const { expr } = value as { readonly expr?: { readonly PLpgSQL_expr?: { readonly query?: string } } };
    return [{ kind: kind as Ending["kind"], query: expr?.PLpgSQL_expr?.query ?? "" }];
  });
}
