import type { Node } from "libpg-query";
import type { SqlParser } from "./parser.ts";
import { partsOf, qualified } from "./names.ts";
import { as } from "./walk.ts";

/**
 * A piece of SQL inside of a body. `dynamic`: an expression whose text is run; `whole`: a statement, which
 * can be parsed as it is. `line` counts from 1 in the body.
 */
export interface BodyPart {
  readonly sql: string;
  readonly whole: boolean;
  readonly dynamic: boolean;
  readonly line: number;
}

/** What a `do` statement or a function runs, or undefined when it cannot be read. */
export function partsOfBody(parser: SqlParser, node: Node, text: string): readonly BodyPart[] | undefined {
  const options = as(node, "DoStmt")?.args ?? as(node, "CreateFunctionStmt")?.options ?? [];
  const language = option(options, "language") ?? "plpgsql";
  if (language === "sql") return [{ sql: option(options, "as") ?? "", whole: true, dynamic: false, line: 1 }];
  if (language !== "plpgsql") return undefined;
  const body = parser.parseBody(text);
  return typeof body === "string" ? undefined : collect(body, "", "", 1);
}

/** Byte in the file where the body's text begins. */
export function bodyStart(node: Node): number | undefined {
  const options = as(node, "DoStmt")?.args ?? [];
  return options.map((one) => as(one, "DefElem")).find((one) => one?.defname === "as")?.location;
}

/** `schema.name` of the function that a statement makes. */
export function functionName(node: Node): string | undefined {
  const made = as(node, "CreateFunctionStmt");
  return made && qualified(partsOf(made.funcname));
}

function option(options: readonly Node[], name: string): string | undefined {
  const found = options.map((one) => as(one, "DefElem")).find((one) => one?.defname === name)?.arg;
  return as(found, "String")?.sval ?? as(as(found, "List")?.items?.[0], "String")?.sval;
}

const dynamicStatements: ReadonlySet<string> = new Set(["PLpgSQL_stmt_dynexecute", "PLpgSQL_stmt_dynfors"]);

/** `owner` is the statement that a field belongs to: its `query` is run as text if it is a dynamic one. */
function collect(tree: unknown, owner: string, field: string, line: number): readonly BodyPart[] {
  if (Array.isArray(tree)) return tree.flatMap((item) => collect(item, owner, field, line));
  if (typeof tree !== "object" || tree === null) return [];
  const here = "lineno" in tree && typeof tree.lineno === "number" ? tree.lineno : line;
  return Object.entries(tree).flatMap(([key, value]) => {
    if (key === "PLpgSQL_expr") {
      const dynamic = field === "dynquery" || (field === "query" && dynamicStatements.has(owner));
      return expression(value as { query?: string; parseMode?: number }, dynamic, here);
    }
    return key.startsWith("PLpgSQL_stmt_") ? collect(value, key, "", here) : collect(value, owner, key, here);
  });
}

/** Parse modes: 0 a statement, 2 an expression, 3 and more an assignment. */
function expression(
  { query = "", parseMode = 0 }: { query?: string; parseMode?: number },
  dynamic: boolean,
  line: number,
): readonly BodyPart[] {
  if (dynamic || parseMode === 0) return [{ sql: query, whole: !dynamic, dynamic, line }];
  if (parseMode === 2) return [{ sql: `SELECT ${query}`, whole: false, dynamic, line }];
  return [{ sql: `SELECT ${query.replace(/^[^=]*?:?=/, "")}`, whole: false, dynamic, line }];
}
