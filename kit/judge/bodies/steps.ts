import type { Node } from "libpg-query";
import { partsOf, qualified } from "../names.ts";
import type { SqlParser } from "../parser.ts";
import { indexText } from "../place.ts";
import { isBroadSelect } from "../checks/breadth.ts";
import { type NodeOf, as, walk } from "../walk.ts";
import { valuesIn } from "./body-values.ts";
import { type Values, constantTexts, elementsOf, someName } from "./constant-text.ts";
import { isElsewhere, isUndone } from "./undone.ts";

/** A statement, and its own text. */
export interface Read {
  readonly node: Node;
  readonly text: string;
}

/** A piece of SQL inside of a body. */
export interface Step {
  /** The statements that it may come to, each text apart; undefined where they are not in the text. */
  readonly reads: readonly (readonly Read[] | undefined)[] | undefined;
  /** As it stands in the body. */
  readonly said: string;
  /** A statement, not only an expression: it must be readable. */
  readonly whole: boolean;
  /** From 1, in the body. */
  readonly line: number;
  /** What it is inside of and need not run: branches, loops that may be empty, blocks that an exception undoes. */
  readonly branches: readonly Branch[];
  /** It runs once for each row of something. */
  readonly loop: boolean;
}

/** Told apart by being another. */
export type Branch = Readonly<Record<string, never>>;

type Place = Pick<Step, "line" | "branches" | "loop">;

/** What a `do` statement or a function runs, or undefined when it cannot be read. */
export function stepsOf(
  parser: SqlParser,
  node: Node,
  text: string,
  given: Values = () => undefined,
): readonly Step[] | undefined {
  const options = as(node, "DoStmt")?.args ?? as(node, "CreateFunctionStmt")?.options ?? [];
  const language = option(options, "language") ?? "plpgsql";
  const top: Place = { line: 1, branches: [], loop: false };
  const atomic = as(as(node, "CreateFunctionStmt")?.sql_body, "List");
  if (atomic) {
    const nodes = (atomic.items ?? []).flatMap((one) => as(one, "List")?.items ?? [one]);
    return [{ ...top, reads: [nodes.map((one) => ({ node: one, text: "" }))], said: "", whole: true }];
  }
  if (language === "sql") {
    const said = option(options, "as") ?? "";
    return [{ ...top, reads: [read(parser, said)], said, whole: true }];
  }
  if (language !== "plpgsql") return undefined;
  const body = parser.parseBody(text);
  if (typeof body === "string") return undefined;
  let known: Values | undefined;
  // Most bodies run nothing that has to be put together first.
  const values: Values = (name) => (known ??= valuesIn(parser, body, given))(name);
  return collect({ parser, values }, body, { owner: "", field: "" }, top);
}

/** Why a block has no steps: what the parser of PL/pgSQL says, or that it is in another language. */
export function whyUnread(parser: SqlParser, { args = [] }: NodeOf<"DoStmt">, text: string): string {
  const language = option(args, "language") ?? "plpgsql";
  if (language !== "plpgsql") return `it is in ${language}`;
  const said = parser.parseBody(text);
  return `its PL/pgSQL is not understood${typeof said === "string" ? ` (${said})` : ""}`;
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

interface Body {
  readonly parser: SqlParser;
  readonly values: Values;
}

/** `owner` is the statement that a `field` belongs to: its `query` is run as text if it is a dynamic one. */
function collect(
  body: Body,
  tree: unknown,
  at: { readonly owner: string; readonly field: string },
  place: Place,
): readonly Step[] {
  if (Array.isArray(tree)) return tree.flatMap((item) => collect(body, item, at, place));
  if (typeof tree !== "object" || tree === null) return [];
  const line = "lineno" in tree && typeof tree.lineno === "number" ? tree.lineno : place.line;
  const here = { ...place, line };
  return Object.entries(tree).flatMap(([key, value]) => {
    if (key === "PLpgSQL_expr") {
      const dynamic = at.field === "dynquery" || (at.field === "query" && dynamicStatements.has(at.owner));
      return [expression(body, value as Expression, dynamic, here)];
    }
    if (!key.startsWith("PLpgSQL_stmt_")) {
      // What handles an exception runs where the rest of its block does not.
      const outer = key === "exceptions" ? here.branches.slice(0, -1) : here.branches;
      const branches = alternatives.has(key) ? [...outer, {}] : here.branches;
      return collect(body, value, { owner: at.owner, field: key }, { ...here, branches });
    }
    const inside = within(body, key, value as Statement, here);
    const stepsIn = (part: unknown) => collect(body, part, { owner: key, field: "" }, inside);
    if (!isUndone(value as Statement)) return stepsIn(value);
    const { body: undone, exceptions } = value as Statement;
    return [...stepsIn(undone).filter(isElsewhere), ...stepsIn({ exceptions })];
  });
}

interface Expression {
  readonly query?: string;
  readonly parseMode?: number;
}

interface Statement {
  readonly body?: readonly unknown[];
  readonly exceptions?: unknown;
  readonly query?: { readonly PLpgSQL_expr?: Expression };
  readonly expr?: { readonly PLpgSQL_expr?: Expression };
}

/** Parse modes: 0 a statement, 2 an expression, 3 and more an assignment. */
function expression(
  { parser, values }: Body,
  { query = "", parseMode = 0 }: Expression,
  dynamic: boolean,
  place: Place,
): Step {
  if (dynamic) {
    const reads = constantTexts(parser, query, values)?.map((text) => read(parser, text));
    return { ...place, reads, said: `EXECUTE ${query}`, whole: true };
  }
  if (parseMode === 0) return { ...place, reads: [read(parser, query)], said: query, whole: true };
  const value = parseMode === 2 ? query : query.replace(/^[^=]*?:?=/, "");
  // An expression runs something only by a call or a query.
  const runs = /[([]|\bselect\b/i.test(value);
  return { ...place, reads: runs ? [read(parser, `SELECT ${value}`)] : [], said: query, whole: false };
}

/** Of these, one at most is taken. */
const alternatives: ReadonlySet<string> = new Set([
  "then_body",
  "PLpgSQL_if_elsif",
  "else_body",
  "PLpgSQL_case_when",
  "else_stmts",
  "exceptions",
]);

/** Where only words of the grammar can stand, a name would be an error: `CREATE POLICY … AS %s FOR %s`. */
function withWords(sql: string): string {
  return sql
    .replace(new RegExp(`\\bfor\\s+${someName}\\b`, "gi"), "FOR ALL")
    .replace(new RegExp(`\\bas\\s+${someName}\\b`, "gi"), "AS PERMISSIVE");
}

function read(parser: SqlParser, sql: string): readonly Read[] | undefined {
  const parsed = parser.parse(sql);
  if ("message" in parsed) {
    const likely = withWords(sql);
    return likely === sql ? undefined : read(parser, likely);
  }
  const inner = indexText(sql);
  return parsed.map(({ node, start, end }) => ({ node, text: inner.slice(start, end) }));
}

const loops: ReadonlySet<string> = new Set(["loop", "while", "fori", "forc", "dynfors"]);

/** What it means to be inside of a statement of the body. */
function within({ parser, values }: Body, key: string, value: Statement, place: Place): Place {
  const kind = key.slice("PLpgSQL_stmt_".length);
  const branch = { ...place, branches: [...place.branches, {}] };
  if (kind === "if" || kind === "case") return branch;
  if (kind === "block") return value.exceptions === undefined ? place : branch;
  if (loops.has(kind)) return { ...branch, loop: true };
  if (kind === "foreach_a") {
    const array = parser.parse(`SELECT ${value.expr?.PLpgSQL_expr?.query ?? ""}`);
    const select = "message" in array ? undefined : as(array[0]?.node, "SelectStmt");
    const known = elementsOf(as(select?.targetList?.[0], "ResTarget")?.val, values) !== undefined;
    return known ? place : { ...branch, loop: true };
  }
  if (kind !== "fors") return place;
  const query = parser.parse(value.query?.PLpgSQL_expr?.query ?? "");
  const rows = "message" in query || isOfAllRows(query[0]?.node);
  return { ...branch, loop: place.loop || rows };
}

/** Rows that a value chooses are some, here as in an UPDATE. */
function isOfAllRows(query: Node | undefined): boolean {
  return readsRows(query) && isBroadSelect(as(query, "SelectStmt"));
}

/** Whether a query is about rows of tables, not about the catalog or a list. */
function readsRows(query: Node | undefined): boolean {
  let found = false;
  walk(query, (type, value) => {
    if (type !== "RangeVar") return;
    const { schemaname = "", relname = "" } = value as { schemaname?: string; relname?: string };
    found ||= !/^(pg_catalog|information_schema|cron)$/.test(schemaname) && !relname.startsWith("pg_");
  });
  return found;
}
