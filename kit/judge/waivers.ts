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
  readonly comment: Token;
  readonly problem: string;
}

/** Reads the waivers of a file. */
export function waiversOf({ statements, comments }: SplitFile): {
  readonly waivers: readonly Waiver[];
  readonly problems: readonly WaiverProblem[];
} {
  const waivers: Waiver[] = [];
  const problems: WaiverProblem[] = [];
  for (const comment of comments.filter(({ text }) => /^--\s*rollout-allow/i.test(text))) {
    const statement = statements.find((one) => one.comments.includes(comment));
    const read = readWaiver(comment.text);
    if ("problem" in read) problems.push({ comment, problem: read.problem });
    else if (!statement) problems.push({ comment, problem: "no statement begins below it" });
    else waivers.push({ ...read, statement, comment });
  }
  return { waivers, problems };
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
