import type { Node } from "libpg-query";
import type { RawStatement, SqlParser, SyntaxProblem, Token } from "./parser.ts";
import { type Place, placeOfByte, sliceBytes } from "./place.ts";

/** One statement of a file. `text` is what the ledger keeps: comments above it included, no semicolon. */
export interface Statement extends Place {
  readonly node: Node;
  readonly text: string;
  /** Bytes: where the statement itself begins, and where its semicolon is. */
  readonly start: number;
  readonly end: number;
  /** The `--` comments between the statement before and this one. */
  readonly comments: readonly Token[];
}

export interface SplitFile {
  readonly statements: readonly Statement[];
  /** What the ledger keeps: the statements, and comments after the last one as one more. */
  readonly pieces: readonly string[];
  /** Every `--` comment of the file. */
  readonly comments: readonly Token[];
}

/** Splits a file as the Supabase CLI does (trimmed, without semicolons, comments kept), but by the real grammar. */
export function splitFile(parser: SqlParser, text: string): SplitFile | SyntaxProblem {
  const raw = parser.parse(text);
  if ("message" in raw) return raw;
  const comments = (parser.scan(text) ?? []).filter((token) => token.tokenName === "SQL_COMMENT");
  const statements = raw.map((statement, index) => toStatement(text, statement, raw[index - 1], comments));
  const rest = trimmed(sliceBytes(text, (raw.at(-1)?.end ?? -1) + 1, Buffer.byteLength(text)));
  const pieces = statements.map((statement) => statement.text);
  return { statements, comments, pieces: rest === "" ? pieces : [...pieces, rest] };
}

function toStatement(
  text: string,
  { node, start, end }: RawStatement,
  before: RawStatement | undefined,
  comments: readonly Token[],
): Statement {
  const from = before === undefined ? 0 : before.end + 1;
  return {
    node,
    start,
    end,
    text: trimmed(sliceBytes(text, from, end)),
    comments: comments.filter((token) => token.start >= from && token.end <= start),
    ...placeOfByte(text, start),
  };
}

/** Empty statements (`;;`) leave semicolons behind. */
function trimmed(piece: string): string {
  return piece.replace(/^[\s;]+/, "").trimEnd();
}
