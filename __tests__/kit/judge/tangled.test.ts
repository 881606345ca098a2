import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { judge } from "../../../kit/judge/judge.ts";
import { loadParser } from "../../../kit/judge/parser.ts";

const parser = await loadParser();
const saysOf = (text: string, by = parser) =>
  judge(by, [{ path: "0001_x.sql", text }]).flatMap(({ findings }) =>
    findings.map(({ rule, line, column, thing }) => `${rule} ${line}:${column} ${thing}`),
  );
const deep = "this is nested too deep to be read: fewer operators, or more statements";
const chain = (count: number, piece = "'a' || ") => `${piece.repeat(count)}'a'`;

test.each([
  ["comments", "/*".repeat(500_000), "comments are opened here with nothing between them"],
  ["signs", `${"+".repeat(1_000_000)}1`, "signs follow each other here with nothing between them"],
])(
  "a run of %s that the lexer would read again from each of its places is refused at once",
  (_, run, says) => {
    const began = performance.now();
    expect(saysOf(`select 1;\nselect ${run};`)).toEqual([
      expect.stringMatching(/^syntax-error 2:8 more than 1/),
    ]);
    expect(saysOf(`select ${run};`)[0]).toContain(says);
    // It took 20 minutes.
    expect(performance.now() - began).toBeLessThan(5_000);
  },
);

test("signs in a row and comments in comments that people write are read", () => {
  expect(saysOf(`-- ${"+".repeat(300)}\n/* /* /* x */ */ */ select ${"/**/".repeat(90)} 1;`)).toEqual([]);
});

test.each([
  ["operators", 2_000, 3_000, chain],
  ["negations", 1_500, 2_000, (count: number) => chain(count, "not ").replace("'a'", "true")],
])(
  "%s are read as deep as the judge can follow, and refused with their place beyond",
  (_, read, not, make) => {
    expect(saysOf(`select ${make(read)};`)).toEqual([]);
    expect(saysOf(`select 1;\nselect ${make(not)};`)).toEqual([`syntax-error 2:1 ${deep}`]);
  },
);

test("what is deeper than the stack ends neither the judge nor what comes after it", async () => {
  const own = await loadParser();
  const shallow = fc.sample(fc.constantFrom("select 1;", chain(200, "1 + ").replace("'a'", "1;")), 20);
  const before = shallow.map((sql) => own.parse(`select ${sql}`));
  for (let time = 0; time < 3; time += 1) {
    expect(saysOf(`select ${chain(12_000)};`, own)).toEqual([`syntax-error 1:1 ${deep}`]);
    expect(shallow.map((sql) => own.parse(`select ${sql}`))).toEqual(before);
  }
  expect(saysOf("create table t (id int primary key);", own)).toEqual([]);
  for (let time = 0; time < 5; time += 1) saysOf(`select ${chain(12_000)};`, own);
  expect(saysOf("select 1;", own)).toEqual([
    "syntax-error 1:1 it is not read: too much before it was nested too deep",
  ]);
});

test("of what the parser quotes a person reads the beginning", () => {
  const [said = ""] = saysOf(`select '${"x".repeat(50_000)}`);
  expect(said).toMatch(/^syntax-error 1:8 unterminated quoted string at or near "'xxx/);
  expect(said.length).toBeLessThan(400);
});
