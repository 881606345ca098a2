import { suggest } from "../config/suggest.ts";
import type { Token } from "./parser.ts";
import { type RuleId, isWaivable, rules } from "./rules.ts";
import type { SplitFile, Statement } from "./split.ts";

/** What a person allows, and why: `-- rollout-allow: <rule> <reason>` above the statement. */
export interface Waiver {
  readonly rule: RuleId;
  readonly reason: string;
  readonly statement: Statement;
  readonly comment: Token;
}

/** A waiver that says nothing: no reason, no such rule, or not above a statement. */
export interface WaiverProblem {
  readonly comment: Pick<Token, "start" | "text">;
  readonly problem: string;
}

/** Reads the waivers of a file. */
export function waiversOf(split: SplitFile): {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly WaiverProblem[];
} {
  const { statements, comments } = split;
  const waivers: Waiver[] = [];
  const problems: WaiverProblem[] = [
    ...inBlocks(comments),
    ...statements.flatMap((one) => inBody(split, one)),
  ];
  for (const comment of comments.filter(({ text }) => /^--\s*rollout-allow/i.test(text))) {
    const statement = statements.find((one) => one.comments.includes(comment));
    const read = readWaiver(comment.text);
    if ("problem" in read) problems.push({ comment, problem: read.problem });
    else if (!statement) problems.push({ comment, problem: nothingBelow(statements, comment) });
    else waivers.push({ ...read, statement, comment });
  }
  return { waivers, problems };
}

function nothingBelow(statements: readonly Statement[], { start }: Token): string {
  const around = statements.find((one) => one.start < start && start < one.end);
  return around ? `no statement begins below it: ${aboveOf(around)}` : "no statement begins below it";
}

const aboveOf = ({ line }: Statement): string => `it must stand above the one that begins in line ${line}`;

/** Read as a waiver it would be easy to miss, and not read it would be thought to allow something. */
function inBlocks(comments: readonly Token[]): readonly WaiverProblem[] {
  return comments
    .filter(({ text }) => /^\/\*[\s*]*rollout-allow\s*:/i.test(text))
    .map((comment) => ({
      comment,
      problem: "it is not read inside of /* */: it must be a line that begins with --",
    }));
}

/** What a body holds is text for the server; whoever allows something does so where the statement begins. */
function inBody({ text, comments }: SplitFile, statement: Statement): readonly WaiverProblem[] {
  if (!("DoStmt" in statement.node || "CreateFunctionStmt" in statement.node)) return [];
  const sql = text.slice(statement.start, statement.end);
  const own = new Set(comments.map(({ start }) => start));
  return [...sql.matchAll(/--[ \t]*rollout-allow\s*:.*/gi)].flatMap((found) => {
    const start = statement.start + Buffer.byteLength(sql.slice(0, found.index));
    if (own.has(start)) return [];
    const comment = { start, text: found[0].trimEnd() };
    return [{ comment, problem: `it is not read inside of a body: ${aboveOf(statement)}` }];
  });
}

function readWaiver(text: string): { rule: RuleId; reason: string } | { problem: string } {
  const found = /^--\s*rollout-allow:\s*(\S+)\s*(.*)$/i.exec(text.trim());
  const [, name = "", reason = ""] = found ?? [];
  if (!found) return { problem: "it names no rule" };
  if (!Object.hasOwn(rules, name)) {
    const near = suggest(name, Object.keys(rules));
    return { problem: `there is no rule ${name}${near ? `; did you mean ${near}?` : ""}` };
  }
  const rule = name as RuleId;
  if (!isWaivable(rule)) return { problem: `${name} cannot be allowed: ${rules[rule].why}` };
  if (reason.trim() === "") return { problem: "it gives no reason" };
  return { rule, reason: reason.trim() };
}
