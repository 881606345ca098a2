import { type Execution, executionOf } from "./execution.ts";
import { type Functions, hitsOf, linesBeforeBody } from "./hits.ts";
import { functionName } from "./bodies.ts";
import { type Known, nothingKnown } from "./known.ts";
import type { SqlParser } from "./parser.ts";
import { type Place, excerptOf, placeOfByte, placeOfCharacter, sliceBytes } from "./place.ts";
import { type Effect, type RuleId, rules } from "./rules.ts";
import { type SplitFile, type Statement, splitFile } from "./split.ts";
import { madeBy } from "./things.ts";
import { type WaiverProblem, waiversOf } from "./waivers.ts";

/** A migration as the judge reads it: its name in messages, and its text without a byte order mark. */
export interface SqlFile {
  readonly path: string;
  readonly text: string;
}

/** A statement that is refused, or that a person has allowed (`waived`: the reason given). */
export interface Finding extends Place {
  readonly rule: RuleId;
  readonly effect: Effect;
  readonly file: string;
  readonly thing: string;
  readonly excerpt: string;
  readonly why: string;
  readonly safe: string;
  readonly waived?: string;
}

/** A judged file: how to run it and what the ledger keeps of it; neither where it cannot be run. */
export interface Judged {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly pieces: readonly string[];
  readonly execution?: Execution;
}

/**
 * Judges a change set, its files in the order in which they will run: what an earlier one made, a later one
 * may change at will.
 */
export function judge(parser: SqlParser, files: readonly SqlFile[]): readonly Judged[] {
  const known = nothingKnown();
  const functions: Functions = new Map();
  return files.map((file) => judgeFile({ parser, known, functions }, file));
}

interface ChangeSet {
  readonly parser: SqlParser;
  readonly known: Known;
  readonly functions: Functions;
}

function judgeFile(set: ChangeSet, file: SqlFile): Judged {
  const unreadable = notText(file);
  if (unreadable) return { path: file.path, pieces: [], findings: [unreadable] };
  const split = splitFile(set.parser, file.text);
  if ("message" in split) return { path: file.path, pieces: [], findings: [syntax(file, split)] };
  const execution = executionOf(file.text, split);
  const hits = split.statements.flatMap((statement, index) =>
    judgeStatement(set, file, split, statement, index),
  );
  const copies = split.statements.filter(({ node }) => isCopyFromStdin(node));
  const findings = [
    ...("rule" in execution ? [at(file, execution.statement, execution.rule, execution.thing)] : []),
    ...copies.map((statement) => at(file, statement, "psql-only", "COPY FROM stdin")),
    ...withWaivers(file, split, hits),
  ];
  return {
    path: file.path,
    pieces: split.pieces,
    findings: findings.sort((a, b) => a.line - b.line || a.column - b.column),
    ...("rule" in execution ? {} : { execution }),
  };
}

interface Found {
  readonly statement: Statement;
  readonly finding: Finding;
}

function judgeStatement(
  { parser, known, functions }: ChangeSet,
  file: SqlFile,
  { statements }: SplitFile,
  statement: Statement,
  index: number,
): readonly Found[] {
  const later = new Set(
    statements.slice(index + 1).flatMap(({ node }) => madeBy(node).map(({ key }) => key)),
  );
  const sql = sliceBytes(file.text, statement.start, statement.end);
  const hits = hitsOf({ parser, known, later, functions }, statement.node, sql);
  known.add(statement.node);
  const name = functionName(statement.node);
  if (name !== undefined) functions.set(name, { node: statement.node, text: sql });
  return hits.map(({ rule, thing, bodyLine }) => {
    const finding = at(file, statement, rule, thing);
    if (bodyLine === undefined) return { statement, finding };
    const line = statement.line + linesBeforeBody(statement.node, file.text, statement.start) + bodyLine - 1;
    const column = (file.text.split("\n")[line - 1] ?? "").search(/\S|$/) + 1;
    return { statement, finding: { ...finding, line, ...(line === statement.line ? {} : { column }) } };
  });
}

function withWaivers(file: SqlFile, split: SplitFile, found: readonly Found[]): readonly Finding[] {
  const { waivers, problems } = waiversOf(split);
  const findings = found.map(({ statement, finding }) => {
    const waiver = waivers.find((one) => one.statement === statement && one.rule === finding.rule);
    return waiver ? { ...finding, waived: waiver.reason } : finding;
  });
  const unused = waivers.filter(
    (waiver) =>
      !found.some(({ statement, finding }) => statement === waiver.statement && finding.rule === waiver.rule),
  );
  const wrong: readonly WaiverProblem[] = [
    ...problems,
    ...unused.map(({ comment, rule }) => ({ comment, problem: `the statement below does not hit ${rule}` })),
  ];
  return [
    ...findings,
    ...wrong.map(({ comment, problem }) => {
      const place = { ...placeOfByte(file.text, comment.start), text: comment.text };
      return at(file, place, "waiver", problem);
    }),
  ];
}

function at(file: SqlFile, place: Place & { readonly text: string }, rule: RuleId, thing: string): Finding {
  const { effect, why, safe } = rules[rule];
  const { line, column } = place;
  return {
    rule,
    effect,
    file: file.path,
    line,
    column,
    thing,
    excerpt: excerptOf(withoutComments(place.text)),
    why,
    safe,
  };
}

/** The comments above a statement say nothing of what it does. */
function withoutComments(text: string): string {
  const bare = text.replace(/^(\s*--[^\n]*(\n|$)|\s*\/\*.*?\*\/)*/s, "");
  return bare.trim() === "" ? text : bare;
}

function syntax(file: SqlFile, { message, at: character }: { message: string; at: number }): Finding {
  const place = placeOfCharacter(file.text, character);
  const line = file.text.split("\n")[place.line - 1] ?? "";
  const before = file.text.split("\n").slice(0, place.line).join("\n");
  const psql = /^\s*\\/.test(line) || /\bcopy\b[^;]*\bfrom\s+stdin\b/i.test(before);
  return at(file, { ...place, text: line }, psql ? "psql-only" : "syntax-error", message);
}

function notText(file: SqlFile): Finding | undefined {
  const index = file.text.indexOf("\0");
  if (index === -1) return undefined;
  const place = placeOfByte(file.text, Buffer.byteLength(file.text.slice(0, index)));
  return at(file, { ...place, text: "" }, "syntax-error", "a zero byte, at which the server stops reading");
}

function isCopyFromStdin(node: object): boolean {
  const copy = (node as { CopyStmt?: { is_from?: boolean; filename?: string } }).CopyStmt;
  return copy?.is_from === true && copy.filename === undefined;
}
