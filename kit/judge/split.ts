import type { Node } from "libpg-query";
import type { RawStatement, SqlParser, SyntaxProblem, Token } from "./parser.ts";
import { type IndexedText, type Place, indexText } from "./place.ts";

/** One statement of a file. `text` is what the ledger keeps: comments above it included, no semicolon. */
export interface Statement extends Place {
  readonly node: Node;
  readonly text: string;
  /** The statement alone. */
  readonly sql: string;
  /** Bytes: where the statement itself begins, and where its semicolon is. */
  readonly start: number;
  readonly end: number;
  /** The `--` comments between the statement before and this one. */
  readonly comments: readonly Token[];
}

export interface SplitFile {
  readonly text: IndexedText;
  readonly statements: readonly Statement[];
  /** What the ledger keeps: the statements, and comments after the last one as one more. */
  readonly pieces: readonly string[];
  /** Every `--` comment of the file. */
  readonly comments: readonly Token[];
}

/** Splits a file as the Supabase CLI does (trimmed, without semicolons, comments kept), but by the real grammar. */
export function splitFile(parser: SqlParser, file: string): SplitFile | SyntaxProblem {
  const raw = parser.parse(file);
  if ("message" in raw) return raw;
  const text = indexText(file);
  const comments = (parser.scan(file) ?? []).filter((token) => token.tokenName === "SQL_COMMENT");
  const above = commentsAbove(raw, comments);
  const statements = raw.map(({ node, start, end }, index) => ({
    node,
    start,
    end,
    text: trimmed(text.slice((raw[index - 1]?.end ?? -1) + 1, end)),
    sql: text.slice(start, end).trimEnd(),
    comments: above[index] ?? [],
    ...text.place(start),
  }));
  const rest = trimmed(text.slice((raw.at(-1)?.end ?? -1) + 1));
  const pieces = statements.map((statement) => statement.text);
  return { text, statements, comments, pieces: rest === "" ? pieces : [...pieces, rest] };
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

/** Empty statements (`;;`) leave semicolons behind. */
function trimmed(piece: string): string {
  return piece.replace(/^[\s;]+/, "").trimEnd();
}
