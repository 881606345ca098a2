import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { conditionOf, implies, refuses } from "../../../kit/judge/checks/condition.ts";
import { type SqlParser, loadParser } from "../../../kit/judge/parser.ts";
import { as } from "../../../kit/judge/walk.ts";

let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

/** A condition on `k`, a text, and `n`, a number, as SQL and as what it says of a row; null: neither true nor false. */
interface Said {
  readonly sql: string;
  readonly of: (row: Row) => boolean | null;
}
interface Row {
  readonly k: string | null;
  readonly n: number | null;
}

const texts = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 });
const simple = fc.oneof(
  texts.map((all): Said => {
    const sql = `k in (${all.map((text) => `'${text}'`).join(", ")})`;
    return { sql, of: ({ k }) => (k === null ? null : all.some((one) => one === k)) };
  }),
  texts.map((all): Said => {
    const [only = "a", ...more] = all;
    const sql =
      more.length === 0 ? `k <> '${only}'` : `k not in (${all.map((text) => `'${text}'`).join(", ")})`;
    return { sql, of: ({ k }) => (k === null ? null : !all.some((one) => one === k)) };
  }),
  fc
    .tuple(fc.constantFrom("<", "<=", ">", ">="), fc.integer({ min: -2, max: 2 }), fc.boolean())
    .map(([operator, value, turned]): Said => ({
      sql: turned ? `${value} ${operator} n` : `n ${operator} ${value}`,
      of: ({ n }) => (n === null ? null : compare(operator, turned ? value - n : n - value)),
    })),
  fc.tuple(fc.integer({ min: -2, max: 0 }), fc.integer({ min: 0, max: 2 })).map(([low, high]): Said => ({
    sql: `n between ${low} and ${high}`,
    of: ({ n }) => (n === null ? null : n >= low && n <= high),
  })),
  fc.constant<Said>({ sql: "k is null", of: ({ k }) => k === null }),
);

const { said } = fc.letrec<{ said: Said; both: Said }>((tie) => ({
  said: fc.oneof({ maxDepth: 3, withCrossShrink: true }, simple, tie("both")),
  both: fc.tuple(fc.constantFrom("and", "or"), tie("said"), tie("said")).map(([word, left, right]): Said => ({
    sql: `(${left.sql} ${word} ${right.sql})`,
    of: (row) => join(word, left.of(row), right.of(row)),
  })),
}));

function compare(operator: string, difference: number): boolean {
  if (difference === 0) return operator.length === 2;
  return operator.startsWith("<") === difference < 0;
}

function join(word: string, left: boolean | null, right: boolean | null): boolean | null {
  const strong = word === "or";
  if (left === strong || right === strong) return strong;
  return left === null || right === null ? null : !strong;
}

const rows: readonly Row[] = [null, "a", "b", "c", "d"].flatMap((k) =>
  [null, -3, -2, -1.5, -1, 0, 0.5, 1, 2, 3].map((n) => ({ k, n })),
);

function read({ sql }: Said, nulls: boolean) {
  const parsed = parser.parse(`select where ${sql}`);
  const where = "message" in parsed ? undefined : as(parsed[0]?.node, "SelectStmt")?.whereClause;
  if (!where) throw new Error(`${sql} was not read`);
  return conditionOf(where, nulls);
}

test.each([
  ["a policy lets through only what is true", false],
  ["a CHECK refuses only what is false", true],
])("what is said to be implied is, row by row: %s", (_, nulls) => {
  const passes = (answer: boolean | null): boolean => answer === true || (nulls && answer === null);
  fc.assert(
    fc.property(said, said, (before, after) => {
      const wider = rows.every((row) => !passes(before.of(row)) || passes(after.of(row)));
      expect(implies(read(before, nulls), read(after, nulls)) && !wider).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test("what is said to be refused is refused, where anything was let through", () => {
  fc.assert(
    fc.property(said, said, (before, after) => {
      const some = rows.some((row) => before.of(row) === true);
      const fewer = rows.some((row) => before.of(row) === true && after.of(row) !== true);
      expect(some && refuses(read(before, false), read(after, false)) && !fewer).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test.each([
  ["n > 0 and n <= 24", "n > 0 and n <= 744"],
  ["n between 1 and 5", "n >= 0"],
  ["5 > n", "n < 6"],
  ["n < -1", "n <= -1"],
  ["k = 'a' and (n > 1 or n < -1)", "k in ('a', 'b') and (n > 1 or n < 0 or k = 'c')"],
])("%s implies %s, and not the other way", (before, after) => {
  const form = (sql: string) => read({ sql, of: () => null }, true);
  expect([implies(form(before), form(after)), implies(form(after), form(before))]).toEqual([true, false]);
});
