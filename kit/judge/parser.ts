import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Node } from "libpg-query";
import { parseInParts } from "./parse-in-parts.ts";
import { tangledSigns, tangledTree, tooDeep } from "./tangled.ts";

/** A statement as PostgreSQL's own grammar reads it. Offsets are bytes of the text's UTF-8. */
export interface RawStatement {
  readonly node: Node;
  readonly start: number;
  /** Where its semicolon is, or the end of the text. */
  readonly end: number;
}

/** A token of PostgreSQL's own lexer, comments included. Offsets are bytes. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tokenName: string;
}

/** What the grammar objects to. `at` counts characters (code points), from 0. */
export interface SyntaxProblem {
  readonly message: string;
  readonly at: number;
}

/** PostgreSQL's parser. Nothing here throws for bad SQL. */
export interface SqlParser {
  parse(sql: string): readonly RawStatement[] | SyntaxProblem;
  /** The PL/pgSQL functions of a `create function` or `do` statement, as plain JSON; a text when it cannot be read. */
  parseBody(sql: string): unknown;
  /** Undefined when even the lexer gives up (an open string). */
  scan(sql: string): readonly Token[] | undefined;
}

/** The parser's WebAssembly module as it comes. Its functions start with an underscore and take and give pointers. */
interface Module {
  readonly [name: `_${string}`]: (pointer: number) => number;
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, pointer: number, size: number): void;
  UTF8ToString(pointer: number): string;
  getValue(pointer: number, type: "i32"): number;
}

/**
 * Loads the parser: from `vendor/libpg-query/` beside the bundle, else from the installed package (sources,
 * lib). ncc would lose its WebAssembly, so it must not see this; and as a script it is here in half of an import's time,
 * which is read for exports first.
 */
export async function loadParser(): Promise<SqlParser> {
  const vendored = join(import.meta.dirname, "vendor/libpg-query/libpg-query.js");
  const from = existsSync(vendored) ? vendored : "libpg-query/wasm/libpg-query.js";
  const load = createRequire(join(import.meta.dirname, "parser.js")) as (name: string) => unknown;
  const open = load(from) as () => Promise<Module>;
  const wasm = await open();
  const within = withinStack();
  const read = (sql: string): ReturnType<SqlParser["parse"]> =>
    sql === ""
      ? []
      : within(
          () => parse(wasm, sql),
          (message) => ({ message, at: 0 }),
        );
  const told = (sql: string, name: `_${string}`): unknown =>
    tangledSigns(sql)?.message ??
    within(
      () => json(ask(wasm, sql, name)),
      (message) => message,
    );
  return {
    parse: (sql) => tangledSigns(sql) ?? parseInParts(read, sql),
    parseBody: (sql) => told(sql, "_wasm_parse_plpgsql"),
    scan: (sql) => {
      const found = told(sql, "_wasm_scan");
      return typeof found === "string" ? undefined : ((found as { tokens?: Token[] }).tokens ?? []);
    },
  };
}

/** After so many it is asked no more: each leaves up to 26 MB taken, and a part of its own stack (35 were counted until that ended). */
const mostLost = 8;

/**
 * What is nested deeper than the stack ends the parser in the middle of its work; where its memory ends, it is over.
 * Works with it, or says why not.
 */
function withinStack(): <T>(work: () => T, otherwise: (message: string) => T) => T {
  let lost = 0;
  return (work, otherwise) => {
    if (lost >= mostLost) return otherwise("it is not read: too much before it was nested too deep");
    try {
      return work();
    } catch (error) {
      const { name } = error as { readonly name?: unknown };
      if (name !== "RangeError" && name !== "RuntimeError" && name !== "ExitStatus") throw error;
      lost = name === "ExitStatus" ? mostLost : lost + 1;
      return otherwise(tooDeep);
    }
  };
}

/** Fields of the C struct: parse tree, stderr, error; and of the error: message, function, file, line, cursor. */
const fields = { tree: 0, error: 8, message: 0, cursor: 16 };

function parse(wasm: Module, sql: string): readonly RawStatement[] | SyntaxProblem {
  const pointer = passed(wasm, sql);
  const result = call(wasm, "_wasm_parse_query_raw", pointer);
  try {
    const error = wasm.getValue(result + fields.error, "i32");
    if (error !== 0) {
      const cursor = wasm.getValue(error + fields.cursor, "i32");
      const message = wasm.UTF8ToString(wasm.getValue(error + fields.message, "i32"));
      return { message, at: Math.max(0, cursor - 1) };
    }
    const tree = json(wasm.UTF8ToString(wasm.getValue(result + fields.tree, "i32"))) as Tree | string;
    if (typeof tree === "string") return { message: "too much for the parser's memory", at: 0 };
    const length = Buffer.byteLength(sql);
    const statements = (tree.stmts ?? []).map(({ stmt, stmt_location: start = 0, stmt_len: size }) => ({
      node: stmt,
      start,
      end: size === undefined ? length : start + size,
    }));
    return tangledTree(sql, statements) ?? statements;
  } finally {
    call(wasm, "_free", pointer);
    call(wasm, "_wasm_free_parse_result", result);
  }
}

interface Tree {
  readonly stmts?: readonly { stmt: Node; stmt_location?: number; stmt_len?: number }[];
}

function ask(wasm: Module, sql: string, name: `_${string}`): string {
  const pointer = passed(wasm, sql);
  const result = call(wasm, name, pointer);
  try {
    return wasm.UTF8ToString(result);
  } finally {
    call(wasm, "_free", pointer);
    call(wasm, "_wasm_free_string", result);
  }
}

function passed(wasm: Module, sql: string): number {
  const size = wasm.lengthBytesUTF8(sql) + 1;
  const pointer = call(wasm, "_malloc", size);
  wasm.stringToUTF8(sql, pointer, size);
  return pointer;
}

function call(wasm: Module, name: `_${string}`, argument: number): number {
  const run = wasm[name];
  if (!run) throw new Error(`The SQL parser has no ${name}: another version of libpg-query is installed.`);
  return run(argument);
}

/** Success is always a JSON object; anything else is a message, or what fitted into the memory of the parser. */
function json(answer: string): unknown {
  try {
    return answer.startsWith("{") ? (JSON.parse(answer) as unknown) : answer;
  } catch {
    return answer;
  }
}
