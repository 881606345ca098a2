import type { RawStatement, SyntaxProblem } from "./parser.ts";
import { isPlace } from "./walk.ts";
import { codePoints } from "./placeholder.ts";

type Parse = (sql: string) => readonly RawStatement[] | SyntaxProblem;

/** Characters of a part: what the parser takes for one text, it never gives back. */
const size = 500_000;

/**
 * Parses a long text part by part. A part is one only if it can be read by itself and ends with the semicolon of its last statement:
 * then the parser stands, behind it, where it stands at the beginning of a text. In the middle of a string or a body it does not.
 */
export function parseInParts(
  parse: Parse,
  sql: string,
  most = size,
): readonly RawStatement[] | SyntaxProblem {
  const found: RawStatement[] = [];
  let [from, bytes] = [0, 0];
  while (sql.length - from > most) {
    const part = partAt(parse, sql, from, most);
    if (!part) break;
    found.push(...moved(part.statements, bytes));
    bytes += Buffer.byteLength(sql.slice(from, part.end));
    from = part.end;
  }
  const rest = parse(from === 0 ? sql : sql.slice(from));
  if ("message" in rest) return { ...rest, at: rest.at + codePoints(sql.slice(0, from)) };
  return from === 0 ? rest : [...found, ...moved(rest, bytes)];
}

interface Part {
  readonly statements: readonly RawStatement[];
  readonly end: number;
}

/** One body may be as long as a whole file: not every semicolon is tried. */
function partAt(parse: Parse, sql: string, from: number, most: number): Part | undefined {
  const semicolon = /;(?=\s)/g;
  semicolon.lastIndex = from + most;
  for (let tries = 0; tries < 4; tries += 1) {
    const end = (semicolon.exec(sql)?.index ?? -1) + 1;
    if (end === 0) return undefined;
    const part = sql.slice(from, end);
    const statements = parse(part);
    // Behind two dashes it would end nothing.
    const isEnd = !("message" in statements) && statements.at(-1)?.end === Buffer.byteLength(part) - 1;
    if (isEnd) return { statements, end };
    semicolon.lastIndex = end + Math.floor(most / 10);
  }
  return undefined;
}

/** The statements as those of a text that has more bytes before them. */
function moved(statements: readonly RawStatement[], by: number): readonly RawStatement[] {
  if (by > 0) for (const { node } of statements) moveIn(node, by);
  return statements.map(({ node, start, end }) => ({ node, start: start + by, end: end + by }));
}

/** Places stand in the tree where the text tells them; -1 is none. */
function moveIn(tree: object, by: number): void {
  const fields = tree as Record<string, unknown>;
  for (const key in fields) {
    const value = fields[key];
    if (typeof value === "object" && value !== null) moveIn(value, by);
    else if (typeof value === "number" && value >= 0 && isPlace(key)) fields[key] = value + by;
  }
}
