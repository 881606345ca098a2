import { QueryError, type Token, tokensOf } from "./tokens.ts";

/** An expression over one row, or with aggregates over many. */
export type Expression =
  | { readonly kind: "value"; readonly value: string | number }
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "attribute"; readonly key: string }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly Expression[];
      readonly distinct: boolean;
    }
  | { readonly kind: "binary"; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: "in";
      readonly left: Expression;
      readonly values: readonly Expression[];
      readonly not: boolean;
    }
  | { readonly kind: "not"; readonly of: Expression };

export interface Selected {
  readonly expression: Expression;
  readonly name: string;
}

export interface Query {
  readonly selected: readonly Selected[];
  readonly where: Expression | undefined;
  readonly groupBy: readonly Expression[];
  readonly orderBy: readonly { readonly expression: Expression; readonly descending: boolean }[];
  readonly limit: number | undefined;
}

/**
 * Reads the part of ClickHouse's SQL that this stand-in knows: one select from `logs`, with conditions,
 * functions, aggregates, group by, order by and limit.
 * @throws {QueryError} for everything else.
 */
export function parseQuery(sql: string): Query {
  const parser = newParser(sql);
  parser.expect("select");
  const selected = parser.list(() => select(parser));
  parser.expect("from");
  const table = parser.word();
  if (table !== "logs") throw new QueryError(`Unknown table expression identifier '${table}'`);
  const where = parser.take("where") ? expression(parser) : undefined;
  const groupBy = parser.take("group", "by") ? parser.list(() => expression(parser)) : [];
  const orderBy = parser.take("order", "by") ? parser.list(() => ordering(parser)) : [];
  const limit = parser.take("limit") ? parser.number() : undefined;
  parser.take(";");
  parser.end();
  return { selected, where, groupBy, orderBy, limit };
}

type Parser = ReturnType<typeof newParser>;

/** Where in the query the reading is, and what stands there. */
function newCursor(sql: string) {
  const tokens = tokensOf(sql);
  let at = 0;
  const now = (offset = 0): Token => tokens[at + offset] ?? { kind: "end", value: "", at: sql.length };
  const is = (word: string, offset = 0): boolean =>
    now(offset).kind !== "text" && now(offset).value.toLowerCase() === word;
  const wrong = (): QueryError =>
    new QueryError(`Syntax error: failed at position ${now().at + 1} (${now().value})`);
  const take = (...words: readonly string[]): boolean => {
    if (!words.every((word, offset) => is(word, offset))) return false;
    at += words.length;
    return true;
  };
  const next = (kind: Token["kind"]): string => {
    if (now().kind !== kind) throw wrong();
    at += 1;
    return tokens[at - 1]?.value ?? "";
  };
  return { now, is, wrong, take, next };
}

function newParser(sql: string) {
  const { now, is, wrong, take, next } = newCursor(sql);
  return {
    is,
    take,
    wrong,
    kind: () => now().kind,
    text: () => next("text"),
    word: () => next("word"),
    number: () => Number(next("number")),
    /** Where the query is now, to cut out the text of an expression without a name. */
    place: () => now().at,
    between: (from: number) => sql.slice(from, now().at).trim(),
    expect: (word: string): void => {
      if (!take(word)) throw wrong();
    },
    end: (): void => {
      if (now().kind !== "end") throw wrong();
    },
    list: <T>(item: () => T): readonly T[] => {
      const items = [item()];
      while (take(",")) items.push(item());
      return items;
    },
  };
}

function select(parser: Parser): Selected {
  if (parser.is("*")) throw new QueryError("restricted wildcard (*) in a result column");
  const start = parser.place();
  const found = expression(parser);
  const text = parser.between(start);
  return { expression: found, name: parser.take("as") ? parser.word() : text };
}

function ordering(parser: Parser): Query["orderBy"][number] {
  const by = expression(parser);
  const descending = parser.take("desc");
  if (!descending) parser.take("asc");
  return { expression: by, descending };
}

function expression(parser: Parser): Expression {
  let left = conjunction(parser);
  while (parser.take("or")) left = { kind: "binary", sign: "or", left, right: conjunction(parser) };
  return left;
}

function conjunction(parser: Parser): Expression {
  let left = negation(parser);
  while (parser.take("and")) left = { kind: "binary", sign: "and", left, right: negation(parser) };
  return left;
}

function negation(parser: Parser): Expression {
  return parser.take("not") ? { kind: "not", of: negation(parser) } : comparison(parser);
}

function comparison(parser: Parser): Expression {
  const left = operand(parser);
  const not = parser.take("not", "in");
  if (not || parser.take("in")) {
    parser.expect("(");
    const values = parser.list(() => operand(parser));
    parser.expect(")");
    return { kind: "in", left, values, not };
  }
  const sign = ["=", "!=", "<>", "<=", ">=", "<", ">"].find((one) => parser.take(one));
  return sign === undefined ? left : { kind: "binary", sign, left, right: operand(parser) };
}

function operand(parser: Parser): Expression {
  if (parser.kind() === "text") return { kind: "value", value: parser.text() };
  if (parser.kind() === "number") return { kind: "value", value: parser.number() };
  if (parser.take("(")) {
    const inside = expression(parser);
    parser.expect(")");
    return inside;
  }
  if (parser.kind() !== "word") throw parser.wrong();
  const name = parser.word();
  if (parser.take("(")) return call(parser, name);
  if (!parser.take("[")) return { kind: "column", name };
  const key = parser.text();
  parser.expect("]");
  if (name !== "log_attributes") throw new QueryError(`Unknown expression identifier '${name}'`);
  return { kind: "attribute", key };
}

function call(parser: Parser, name: string): Expression {
  if (parser.is("*")) throw new QueryError("restricted wildcard (*) in a result column");
  const distinct = parser.take("distinct");
  if (parser.take(")")) return { kind: "call", name, args: [], distinct };
  const args = parser.list(() => expression(parser));
  parser.expect(")");
  return { kind: "call", name, args, distinct };
}
