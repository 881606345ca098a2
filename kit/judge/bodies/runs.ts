import type { Node } from "libpg-query";
import { partsOf, qualified } from "../names.ts";
import type { SqlParser } from "../parser.ts";
import { type IndexedText, excerptOf, indexText } from "../place.ts";
import type { Statement } from "../split.ts";
import { type NodeOf, as, walk } from "../walk.ts";
import { type Branch, bodyStart, functionName, stepsOf } from "./steps.ts";

/** Something that a file runs: a statement of its own, or one inside of a body that it runs. */
export interface Run {
  readonly node: Node;
  /** What it is, or is inside of. */
  readonly statement: Statement;
  /** Where it is inside of a body of the file: its line there, from 1. */
  readonly bodyLine?: number;
  /** Inside of a body. */
  readonly inner: boolean;
  /** What it is inside of and need not run. */
  readonly branches: readonly Branch[];
  /** It runs once for each row of something. */
  readonly loop: boolean;
}

/** What it runs is not in the file as text. */
export interface Opaque extends Pick<Run, "statement" | "bodyLine"> {
  readonly opaque: string;
}

/** Statements that make functions, by name: a call runs their bodies. */
export type Functions = Map<string, { readonly node: Node; readonly text: string }>;

/** These keep expressions for later; the functions in them are not called now. */
const onlyStores: ReadonlySet<string> = new Set([
  "CreatePolicyStmt",
  "AlterPolicyStmt",
  "CreateStmt",
  "CreateTrigStmt",
  "CreateDomainStmt",
  "CreateFunctionStmt",
  "ViewStmt",
]);

interface Scope {
  readonly parser: SqlParser;
  /** Those that are live, too. What a file makes is added. */
  readonly functions: Functions;
  readonly statement: Statement;
  /** Functions that were looked into already. */
  readonly called: Set<string>;
}

/** All that the statements of a file run, in that order, also inside of DO, EXECUTE and functions that are known. */
export function runsOf(
  parser: SqlParser,
  functions: Functions,
  statements: readonly Statement[],
): readonly (Run | Opaque)[] {
  return statements.flatMap((statement) => {
    const { node, sql } = statement;
    const scope = { parser, functions, statement, called: new Set<string>() };
    return expand(scope, { node, statement, inner: false, branches: [], loop: false }, sql);
  });
}

/** The line of the file's statement on which a body begins, from 0 after the statement's own. */
export function linesBeforeBody(node: Node, file: IndexedText, start: number): number {
  return file.slice(start, bodyStart(node) ?? start).split("\n").length - 1;
}

function expand(scope: Scope, run: Run, text: string): readonly (Run | Opaque)[] {
  const { node } = run;
  const name = functionName(node);
  if (name !== undefined) scope.functions.set(name, { node, text });
  const all: (Run | Opaque)[] = [run];
  if (onlyStores.has(Object.keys(node)[0] ?? "")) return all;
  walk(node, (type, value) => {
    if (type === "DoStmt") all.push(...bodyRuns(scope, { DoStmt: value as NodeOf<"DoStmt"> }, text, run));
    if (type === "FuncCall") all.push(...callRuns(scope, value as NodeOf<"FuncCall">, run));
    if (type === "CallStmt") all.push(...callRuns(scope, (value as NodeOf<"CallStmt">).funccall ?? {}, run));
  });
  return all;
}

function callRuns(scope: Scope, { funcname }: NodeOf<"FuncCall">, run: Run): readonly (Run | Opaque)[] {
  const name = qualified(partsOf(funcname));
  const made = scope.functions.get(name);
  if (!made || scope.called.has(name)) return [];
  scope.called.add(name);
  // Lines of another statement's body say nothing here.
  return bodyRuns(scope, made.node, made.text, run, false);
}

function bodyRuns(
  scope: Scope,
  node: Node,
  text: string,
  { statement, branches, loop }: Run,
  placed = true,
): readonly (Run | Opaque)[] {
  const atomic = as(as(node, "CreateFunctionStmt")?.sql_body, "List");
  if (atomic) {
    const nodes = (atomic.items ?? []).flatMap((one) => as(one, "List")?.items ?? [one]);
    return nodes.flatMap((one) => expand(scope, { statement, branches, loop, inner: true, node: one }, ""));
  }
  const steps = stepsOf(scope.parser, node, text);
  if (!steps) return [{ statement, opaque: functionName(node) ?? "a DO block" }];
  return steps.flatMap((step) => {
    const place = placed ? { statement, bodyLine: step.line } : { statement };
    const opaque = { ...place, opaque: excerptOf(step.said, 400) };
    const outer = {
      ...place,
      inner: true,
      branches: [...branches, ...step.branches],
      loop: step.loop || loop,
    };
    if (step.sql === undefined) return [opaque];
    return step.sql.flatMap((sql) => stepRuns(scope, sql, outer) ?? (step.whole ? [opaque] : []));
  });
}

function stepRuns(
  scope: Scope,
  sql: string,
  outer: Omit<Run, "node">,
): readonly (Run | Opaque)[] | undefined {
  const parsed = scope.parser.parse(sql);
  if ("message" in parsed) return undefined;
  const inner = indexText(sql);
  const { statement, bodyLine } = outer;
  const place = bodyLine === undefined ? { statement } : { statement, bodyLine };
  return parsed.flatMap(({ node, start, end }) =>
    expand(scope, { ...outer, node }, inner.slice(start, end)).map((one) => ({ ...one, ...place })),
  );
}
