/** A word, a number, a text or a sign of a query. `at` is its place, for messages. */
export interface Token {
  readonly kind: "word" | "number" | "text" | "sign" | "end";
  /** What it says: texts without quotes and escapes, words as written. */
  readonly value: string;
  readonly at: number;
}

/** What the vendor's query service would have refused, or what this stand-in does not know. */
export class QueryError extends Error {}

const pattern =
  /(?<space>\s+|--[^\n]*)|(?<word>[A-Za-z_]\w*)|(?<number>\d+(?:\.\d+)?)|'(?<text>(?:[^'\\]|\\.|'')*)'|(?<sign><=|>=|!=|<>|[(),=<>[\]*;])/gy;

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0" };

/** Takes a query apart. @throws {QueryError} at the first character that belongs to nothing known. */
export function tokensOf(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  let end = 0;
  for (const found of sql.matchAll(pattern)) {
    if (found.index !== end) break;
    end = found.index + found[0].length;
    const { space, word, number, text, sign } = found.groups ?? {};
    if (space !== undefined) continue;
    if (text !== undefined) tokens.push({ kind: "text", value: unescaped(text), at: found.index });
    else if (word !== undefined) tokens.push({ kind: "word", value: word, at: found.index });
    else if (number !== undefined) tokens.push({ kind: "number", value: number, at: found.index });
    else tokens.push({ kind: "sign", value: sign ?? "", at: found.index });
  }
  if (end < sql.length)
    throw new QueryError(`Syntax error: failed at position ${end + 1}: ${sql.slice(end, end + 20)}`);
  return [...tokens, { kind: "end", value: "end of query", at: sql.length }];
}

function unescaped(text: string): string {
  return text.replace(/\\(.)|''/gs, (_, letter: string | undefined) =>
    letter === undefined ? "'" : (escapes[letter] ?? letter),
  );
}
