import type { CreateTrigStmt, Node } from "libpg-query";
import { partsOf, qualified, relationName } from "../names.ts";
import type { SqlParser } from "../parser.ts";
import { type IndexedText, excerptOf } from "../place.ts";
import type { Statement } from "../split.ts";
import { type NodeOf, as, walk } from "../walk.ts";
import { type Values, textsOf } from "./constant-text.ts";
import type { Triggers } from "./fired.ts";
import { type Branch, type Step, bodyStart, functionName, stepsOf, whyUnread } from "./steps.ts";

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
  /** The trigger by which a statement runs it, `public.t.name`. */
  readonly fired?: string;
}

/** What it runs is not in the file as text. */
export interface Opaque extends Pick<Run, "statement" | "bodyLine"> {
  readonly opaque: string;
  /** Why it cannot be read. */
  readonly note?: string;
}

/** Statements that make functions, by name: a call runs their bodies. */
export type Functions = Map<string, Made>;

interface Made {
  readonly node: Node;
  readonly steps: () => readonly Step[] | undefined;
  /** The same for one call, whose arguments may be what it runs. */
  readonly stepsWith: (given: Values) => readonly Step[] | undefined;
}
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
  readonly triggers: Triggers;
  /** Functions and triggers that the file itself has made. */
  readonly own: Set<string>;
}

/** All that the statements of a file run, in that order, also inside of DO, EXECUTE and functions that are known. */
export function runsOf(
  parser: SqlParser,
  functions: Functions,
  statements: readonly Statement[],
  triggers: Triggers,
): readonly (Run | Opaque)[] {
  const own = new Set<string>();
  return statements.flatMap((statement) => {
    const { node, sql } = statement;
    const scope = { parser, functions, statement, called: new Set<string>(), triggers, own };
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
  scope.triggers.note(node);
  const trigger = as(node, "CreateTrigStmt");
  if (trigger) scope.own.add(triggerName(trigger));
  if (name !== undefined) scope.own.add(name);
  if (name !== undefined)
    scope.functions.set(name, {
      node,
      steps: once(() => stepsOf(scope.parser, node, text)),
      stepsWith: (given) => stepsOf(scope.parser, node, text, given),
    });
  const all: (Run | Opaque)[] = [run];
  if (onlyStores.has(Object.keys(node)[0] ?? "")) return all;
  walk(node, (type, value) => {
    if (type === "DoStmt") {
      const block = value as NodeOf<"DoStmt">;
      const steps = stepsOf(scope.parser, { DoStmt: block }, text);
      const { statement } = run;
      if (steps) all.push(...bodyRuns(scope, { DoStmt: block }, steps, run));
      else all.push({ statement, opaque: "a DO block", note: whyUnread(scope.parser, block, text) });
    }
    if (type === "FuncCall") all.push(...callRuns(scope, value as NodeOf<"FuncCall">, run));
    if (type === "CallStmt") all.push(...callRuns(scope, (value as NodeOf<"CallStmt">).funccall ?? {}, run));
    for (const one of scope.triggers.firedBy(type, value)) all.push(...firedRuns(scope, one, run));
  });
  return all;
}

/**
 * What a trigger does when the file fires it. One that was live with its function does at every write what it does now: only what
 * the file itself has made is new.
 */
function firedRuns(scope: Scope, trigger: CreateTrigStmt, run: Run): readonly (Run | Opaque)[] {
  const name = qualified(partsOf(trigger.funcname));
  const made = scope.functions.get(name);
  const fired = triggerName(trigger);
  const isOwn = scope.own.has(name) || scope.own.has(fired);
  if (!made || !isOwn || scope.called.has(name)) return [];
  scope.called.add(name);
  // What of it cannot be read, it would run at every write.
  const steps = made.steps() ?? [];
  return bodyRuns(scope, made.node, steps, run, false).flatMap((one) =>
    "opaque" in one ? [] : [{ ...one, fired }],
  );
}

function triggerName({ relation, trigname }: CreateTrigStmt): string {
  return `${relationName(relation)}.${trigname ?? "?"}`;
}

function callRuns(
  scope: Scope,
  { funcname, args = [] }: NodeOf<"FuncCall">,
  run: Run,
): readonly (Run | Opaque)[] {
  const name = qualified(partsOf(funcname));
  const made = scope.functions.get(name);
  // One call may run what another does not, where an argument is what is run.
  const key = `${name} ${args.map((one) => textsOf(one, nothing).join()).join()}`;
  if (!made || scope.called.has(name) || scope.called.has(key)) return [];
  const steps = made.steps();
  const asks = args.length > 0 && steps?.some(({ reads }) => reads === undefined);
  scope.called.add(asks ? key : name);
  // Lines of another statement's body say nothing here.
  return bodyRuns(scope, made.node, asks ? made.stepsWith(passed(made.node, args)) : steps, run, false);
}

const nothing: Values = () => undefined;

/** What a call passes, by the names of the function's parameters. */
function passed(node: Node, args: readonly Node[]): Values {
  const names = (as(node, "CreateFunctionStmt")?.parameters ?? []).map(
    (one) => as(one, "FunctionParameter")?.name,
  );
  const values = new Map(
    args.map((one, at) => {
      const named = as(one, "NamedArgExpr");
      return [named?.name ?? names[at] ?? "", textsOf(named?.arg ?? one, nothing)] as const;
    }),
  );
  return (name) => values.get(name);
}

function bodyRuns(
  scope: Scope,
  node: Node,
  steps: readonly Step[] | undefined,
  { statement, branches, loop }: Run,
  placed = true,
): readonly (Run | Opaque)[] {
  if (!steps) return [{ statement, opaque: functionName(node) ?? "a body" }];
  return steps.flatMap((step): readonly (Run | Opaque)[] => {
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
          expand(scope, { ...outer, node: inner }, text).map((one): Run | Opaque => ({ ...one, ...place })),
        ) ?? (step.whole ? [opaque] : []),
    );
  });
}

/** Many files call one function. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
