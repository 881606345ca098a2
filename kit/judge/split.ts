import type { Node } from "libpg-query";
import type { RawStatement, SqlParser, SyntaxProblem, Token } from "./parser.ts";
import { type IndexedText, type Place, indexText } from "./place.ts";
import { scanInParts } from "./scan-in-parts.ts";

/** One statement of a file. `text` is what the ledger keeps: comments above it included, no semicolon. */
export interface Statement extends Place {
  readonly node: Node;
  readonly text: string;
  /** The statement alone. */
  readonly sql: string;
  /** Bytes: where the statement itself begins, and where its semicolon is. */
  readonly start: number;
  readonly end: number;
  /** The comments between the statement before and this one; read only in a file that has waivers. */
  readonly comments: readonly Token[];
}

export interface SplitFile {
  readonly text: IndexedText;
  readonly statements: readonly Statement[];
  /** What the ledger keeps: the statements, and comments after the last one as one more. */
  readonly pieces: readonly string[];
  /** Every comment of a file that has waivers, of either kind. */
  readonly comments: readonly Token[];
  /** Its first line says that each statement is committed by itself. */
  readonly apart: boolean;
}

/** What Supabase's tool for declared schemas writes, and its CLI obeys, as the whole first line. */
const apart = /^-- pg-delta: transaction=false\r?(?:\n|$)/;

const kinds = ["SQL_COMMENT", "C_COMMENT"];
const isBetween = ({ tokenName }: Token): boolean => kinds.includes(tokenName) || tokenName === "ASCII_59";

/** Splits a file as the Supabase CLI does (trimmed, without semicolons, comments kept), but by the real grammar. */
export function splitFile(parser: SqlParser, file: string): SplitFile | SyntaxProblem {
  const raw = parser.parse(file);
  if ("message" in raw) return raw;
  const text = indexText(file);
  const hasWaivers = /rollout-allow/i.test(file);
  const tokens = hasWaivers || hasBareSemicolons(raw, text) ? scanInParts(parser, text, raw, isBetween) : [];
  const comments = hasWaivers ? tokens.filter(({ tokenName }) => kinds.includes(tokenName)) : [];
  const above = commentsAbove(raw, comments);
  const parts = [...partsOf(raw, tokens, text)];
  const statements = raw.map(({ node, start, end }, index) => ({
    node,
    start,
    end,
    text: parts[index]?.at(-1) ?? "",
    sql: text.slice(start, end).trimEnd(),
    comments: above[index] ?? [],
    ...text.place(start),
  }));
  const pieces = parts.flat().filter((piece) => piece !== "");
  return { text, statements, comments, pieces, apart: apart.test(file) };
}

/** Whether a semicolon may end nothing but comments. Most files have none, and need not be read by the lexer as well. */
function hasBareSemicolons(raw: readonly RawStatement[], text: IndexedText): boolean {
  return [...raw, { start: Infinity }].some(({ start }, index) => {
    const gap = text.slice((raw[index - 1]?.end ?? -1) + 1, start);
    return gap.includes(";") && gap.replace(/--[^\n]*|\/\*[^]*?\*\//g, "").includes(";");
  });
}

/**
 * For each statement, and for what follows the last one: its text with what is above it. A semicolon that ends
 * nothing but comments ends a part of its own.
 */
function* partsOf(
  raw: readonly RawStatement[],
  tokens: readonly Token[],
  text: IndexedText,
): Generator<readonly string[]> {
  const semicolons = tokens.filter((token) => token.tokenName === "ASCII_59").map(({ start }) => start);
  let from = 0;
  let next = 0;
  for (const { start, end } of [...raw, { start: Infinity, end: Infinity }]) {
    const parts: string[] = [];
    for (; (semicolons[next] ?? Infinity) < start; next += 1) {
      const bare = semicolons[next] ?? 0;
      if (bare < from) continue;
      parts.push(text.slice(from, bare).trim());
      from = bare + 1;
    }
    yield [...parts, text.slice(from, end).trim()];
    from = end + 1;
  }
}

/** For each statement the comments after the one before; both are in the order of the file. */
function commentsAbove(
  raw: readonly RawStatement[],
  comments: readonly Token[],
): readonly (readonly Token[])[] {
  let next = 0;
  return raw.map(({ start, end }) => {
    const above: Token[] = [];
    for (; next < comments.length; next += 1) {
      const comment = comments[next];
      if (comment === undefined || comment.start >= end) break;
      if (comment.end <= start) above.push(comment);
    }
    return above;
  });
}
