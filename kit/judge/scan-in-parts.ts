import type { SqlParser, Token } from "./parser.ts";
import type { IndexedText } from "./place.ts";

/** Bytes of a part: its tokens are many times as much, and few of them are wanted. */
const size = 100_000;

/** The tokens of a text that are wanted, in their order; `statements`: where each statement of it ends, and with it a part. */
export function scanInParts(
  parser: Pick<SqlParser, "scan">,
  text: IndexedText,
  statements: readonly { readonly end: number }[],
  wanted: (token: Token) => boolean,
  most = size,
): readonly Token[] {
  const found: Token[] = [];
  let from = 0;
  for (const { end } of [...statements, { end: Infinity }]) {
    if (end - from < most) continue;
    for (const token of parser.scan(text.slice(from, end + 1)) ?? [])
      if (wanted(token)) found.push({ ...token, start: token.start + from, end: token.end + from });
    from = end + 1;
  }
  return found;
}
