import { someName } from "./bodies/constant-text.ts";
import type { SyntaxProblem } from "./parser.ts";
import { type Place, excerptOf, indexText, placeOfCharacter } from "./place.ts";
import { shortened } from "../errors/first-of.ts";
import { placeholderAt } from "./placeholder.ts";
import { type Policy, type Severity, defaultPolicy, severityOf } from "./policy.ts";
import type { Concern } from "./rule.ts";
import { type RuleId, ruleOf } from "./rules.ts";

/** A migration as the judge reads it: its name in messages, and its text without a byte order mark. */
export interface SqlFile {
  readonly path: string;
  readonly text: string;
}

/** A statement that is refused (`fail`) or told (`warn`), or that a person has allowed (`waived`: the reason given). */
export interface Finding extends Place {
  readonly rule: RuleId;
  readonly axes: readonly Concern[];
  readonly severity: Severity | "off";
  readonly file: string;
  readonly thing: string;
  readonly excerpt: string;
  readonly why: string;
  readonly safe: string;
  readonly waived?: string;
}

/** A finding at a place of a file; `sql` is what its excerpt is taken from. */
export function findingAt(
  { path: file }: SqlFile,
  { line, column, sql }: Place & { readonly sql: string },
  rule: RuleId,
  thing: string,
  policy: Policy = defaultPolicy,
): Finding {
  const { axes, why, safe } = ruleOf(rule);
  const severity = severityOf(rule, policy);
  return { rule, axes, severity, file, line, column, thing, excerpt: excerptOf(sql), why, safe };
}

/** Its thing as people read it: what is only named when the statement runs is `…`. */
export function thingSaid({ thing }: Pick<Finding, "thing">): string {
  return thing.replaceAll(someName, "…");
}

/** What the parser objects to: a mistake, or something that only psql understands. */
export function syntaxFinding(file: SqlFile, { message, at }: SyntaxProblem): Finding {
  const left = placeholderAt(file.text, at);
  const place = placeOfCharacter(file.text, left?.at ?? at);
  const lines = file.text.split("\n");
  const sql = lines[place.line - 1] ?? "";
  const before = lines.slice(0, place.line).join("\n");
  const psql = /^\s*\\/.test(sql) || /\bcopy\b[^;]*\bfrom\s+stdin\b/i.test(before);
  const thing = left ? `the placeholder ${left.text} of a template is still there` : shortened(message, 300);
  return findingAt(file, { ...place, sql }, psql ? "psql-only" : "syntax-error", thing);
}

/** A zero byte ends the text for the parser and for the server, whatever stands behind it. */
export function zeroByte(file: SqlFile): Finding | undefined {
  const index = file.text.indexOf("\0");
  if (index === -1) return undefined;
  const place = indexText(file.text).place(Buffer.byteLength(file.text.slice(0, index)));
  const thing = "a zero byte, at which the server stops reading";
  return findingAt(file, { ...place, sql: "" }, "syntax-error", thing);
}

/** In characters: such a file takes 20 s and a gigabyte. The largest that is known of real projects has 1.3 million. */
const longest = 10_000_000;

export function isTooLarge(text: string): boolean {
  return text.length > longest;
}

/** A file that is not read at all: its syntax tree would have fifty times its size. */
export function tooLarge(file: SqlFile): Finding | undefined {
  if (!isTooLarge(file.text)) return undefined;
  const size = `${(file.text.length / 1e6).toFixed(1)} million characters`;
  return findingAt(file, { line: 1, column: 1, sql: "" }, "too-large", size);
}

/** What stops a release: neither allowed by a person nor by the policy. */
export function isRefused({ severity, waived }: Finding): boolean {
  return severity === "fail" && waived === undefined;
}

/** Whether the code that is live now, or its data, may not stand the statement: then nothing rolls back by itself. */
export function isBreaking({ rule, axes }: Finding): boolean {
  const { degree } = ruleOf(rule);
  if (degree !== undefined) return degree === "drop";
  return axes.some((axis) => ["data_loss", "breaks_clients", "opaque"].includes(axis));
}
