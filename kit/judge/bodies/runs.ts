import type { Node } from "libpg-query";
import { partsOf, qualified } from "../names.ts";
import type { SqlParser } from "../parser.ts";
import { type IndexedText, excerptOf } from "../place.ts";
import type { Statement } from "../split.ts";
import { type NodeOf, walk } from "../walk.ts";
import { type Branch, type Step, bodyStart, functionName, stepsOf } from "./steps.ts";

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
export type Functions = Map<
  string,
  { readonly node: Node; readonly steps: () => readonly Step[] | undefined }
>;

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
  if (name !== undefined)
    scope.functions.set(name, { node, steps: once(() => stepsOf(scope.parser, node, text)) });
  const all: (Run | Opaque)[] = [run];
  if (onlyStores.has(Object.keys(node)[0] ?? "")) return all;
  walk(node, (type, value) => {
    if (type === "DoStmt") {
      const block = { DoStmt: value as NodeOf<"DoStmt"> };
      all.push(...bodyRuns(scope, block, stepsOf(scope.parser, block, text), run));
    }
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
  return bodyRuns(scope, made.node, made.steps(), run, false);
}

function bodyRuns(
  scope: Scope,
  node: Node,
  steps: readonly Step[] | undefined,
  { statement, branches, loop }: Run,
  placed = true,
): readonly (Run | Opaque)[] {
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
    if (step.reads === undefined) return [opaque];
    return step.reads.flatMap(
      (reads) =>
        reads?.flatMap(({ node: inner, text }) =>
          expand(scope, { ...outer, node: inner }, text).map((one) => ({ ...one, ...place })),
        ) ?? (step.whole ? [opaque] : []),
    );
  });
}

/** Many files call one function. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
