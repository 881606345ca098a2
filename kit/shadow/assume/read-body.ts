import type { Node } from "libpg-query";
import { partsOf, qualified } from "../../judge/names.ts";
import type { SqlParser } from "../../judge/parser.ts";
import type { Statement } from "../../judge/split.ts";
import { as } from "../../judge/walk.ts";
import { type Reader, readUses, tell } from "./read-uses.ts";
import { weights } from "./sayings.ts";
import { type Scope, bindingsOf, inner, noScope } from "./scope.ts";
import { typeSql } from "./sql-names.ts";
import { sideOf } from "./types-of.ts";

/** Queries and expressions of a body, and what it declares. */
interface Body {
  readonly nodes: readonly Node[];
  /** Of a function in SQL, its text. */
  readonly text: string;
  readonly variables: ReadonlyMap<string, string>;
  /** It runs what is not in it as text. */
  readonly opaque: boolean;
}

/** Reads what the body of a DO block or function says of columns. */
export function readBody(
  parser: SqlParser,
  reader: Reader,
  { node, sql }: Pick<Statement, "node" | "sql">,
  tablesOf: (triggerFunction: string) => readonly string[],
): void {
  const made = as(node, "CreateFunctionStmt");
  if (!made && !("DoStmt" in node)) return;
  const body = bodyOf(parser, node, sql);
  const rows = tablesOf(qualified(partsOf(made?.funcname))).flatMap((table) =>
    ["new", "old"].map((alias) => ({ alias, table })),
  );
  const scope: Scope = inner(noScope(body.variables), rows);
  for (const one of body.nodes) {
    readUses(reader, one, scope);
    readResult(reader, made?.parameters ?? [], one, scope);
  }
}

/** What a query gives that has as many columns as the function's result is of these types. */
function readResult(reader: Reader, parameters: readonly Node[], query: Node, scope: Scope): void {
  const types = parameters.flatMap((one) => {
    const { mode, argType } = as(one, "FunctionParameter") ?? {};
    return mode === "FUNC_PARAM_TABLE" || mode === "FUNC_PARAM_OUT" ? [typeSql(argType)] : [];
  });
  const select = as(query, "SelectStmt");
  if (!select || types.length === 0 || select.targetList?.length !== types.length) return;
  const own = inner(
    scope,
    (select.fromClause ?? []).flatMap((one) => bindingsOf(one, scope.hidden)),
  );
  types.forEach((type, at) => {
    const side = sideOf(as(select.targetList?.[at], "ResTarget")?.val, own, reader.makers);
    if (side && "key" in side && type !== undefined) tell(reader, side, { type, weight: weights.sure });
  });
}

export function bodyOf(parser: SqlParser, node: Node, sql: string): Body {
  const made = as(node, "CreateFunctionStmt");
  const variables = new Map(parametersOf(node));
  if (made?.sql_body) return { nodes: [made.sql_body], text: "", variables, opaque: false };
  const language = optionOf(made?.options, "language");
  if (made && language === "sql") {
    const text = as(
      as(made.options?.map((one) => as(one, "DefElem")).find((one) => one?.defname === "as")?.arg, "List")
        ?.items?.[0],
      "String",
    )?.sval;
    return { nodes: parsed(parser, text ?? ""), text: text ?? "", variables, opaque: false };
  }
  const body = parser.parseBody(sql);
  if (typeof body !== "object") return { nodes: [], text: "", variables, opaque: true };
  const found: { texts: string[]; opaque: boolean } = { texts: [], opaque: false };
  collect(body, found, variables);
  return {
    nodes: found.texts.flatMap((text) => parsed(parser, text)),
    text: "",
    variables,
    opaque: found.opaque,
  };
}

function optionOf(options: readonly Node[] | undefined, name: string): string | undefined {
  const option = (options ?? []).map((one) => as(one, "DefElem")).find((one) => one?.defname === name);
  return as(option?.arg, "String")?.sval;
}

function parametersOf(node: Node): readonly (readonly [string, string])[] {
  return (as(node, "CreateFunctionStmt")?.parameters ?? []).flatMap((one, at) => {
    const parameter = as(one, "FunctionParameter");
    const type = typeSql(parameter?.argType);
    if (type === undefined || parameter?.mode === "FUNC_PARAM_TABLE") return [];
    const named = parameter?.name === undefined ? [] : [[parameter.name, type] as const];
    return [[`$${at + 1}`, type] as const, ...named];
  });
}

function collect(
  tree: unknown,
  found: { readonly texts: string[]; opaque: boolean },
  variables: Map<string, string>,
): void {
  if (typeof tree !== "object" || tree === null) return;
  for (const [key, value] of Object.entries(tree) as [string, Readonly<Record<string, unknown>>][]) {
    if (key === "PLpgSQL_expr") found.texts.push(statementOf(value));
    if (key === "PLpgSQL_stmt_dynexecute" || key === "PLpgSQL_stmt_dynfors") found.opaque = true;
    if (key === "PLpgSQL_var") {
      const type = (
        value["datatype"] as { readonly PLpgSQL_type?: { readonly typname?: string } } | undefined
      )?.PLpgSQL_type?.typname;
      const name = value["refname"];
      if (
        typeof name === "string" &&
        type !== undefined &&
        /^[\w."[\] ]+$/.test(type) &&
        !variables.has(name)
      )
        variables.set(name, type);
    }
    collect(value, found, variables);
  }
}

/** An expression of PL/pgSQL as a query, by the mode in which it is parsed there. */
function statementOf({ query, parseMode }: Readonly<Record<string, unknown>>): string {
  const text = String(query);
  if (parseMode === 0) return text;
  return `select ${Number(parseMode) > 2 ? text.replace(/^[^:=]*:?=/, "") : text}`;
}

function parsed(parser: SqlParser, text: string): readonly Node[] {
  const raw = parser.parse(text);
  return "message" in raw ? [] : raw.map(({ node }) => node);
}
