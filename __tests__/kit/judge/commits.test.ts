import { beforeAll, expect, test } from "@jest/globals";
import { commitsInside, proceduresIn } from "../../../kit/judge/bodies/commits.ts";
import { judge } from "../../../kit/judge/judge.ts";
import { type SqlParser, loadParser } from "../../../kit/judge/parser.ts";
import { splitFile } from "../../../kit/judge/split.ts";

let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

const batches = "begin loop delete from t where id < 5; exit when not found; commit; end loop; end";
const made = `create procedure app.batches() language plpgsql as $$ ${batches} $$;
  create or replace procedure outer_one() language plpgsql as $$ begin call app.batches(); end $$;
  create procedure calm() language plpgsql as $$ begin delete from t; end $$;
  create procedure circle() language plpgsql as $$ begin call circle(); end $$;`;

test.each([
  [`do $$ ${batches} $$`, true],
  ["do $$ begin if true then rollback; end if; end $$", true],
  ["do $$ begin call app.batches(); end $$", true],
  ["call app.batches()", true],
  ["call outer_one()", true],
  ["call public.outer_one()", true],
  ["call calm()", false],
  ["call circle()", false],
  ["call nobody_knows_it()", false],
  ["do $$ begin raise notice 'commit'; -- rollback\nend $$", false],
  ["create procedure p() language plpgsql as $$ begin commit; end $$", false],
  ["select 'commit'", false],
])("%s commits inside: %s", (sql, expected) => {
  const split = splitFile(parser, sql);
  const [statement] = "message" in split ? [] : split.statements;
  const commits = commitsInside(parser, proceduresIn(parser, [made]));
  expect(statement && commits(statement)).toBe(expected);
});

const kinds = (files: readonly string[], procedures: readonly string[] = []) =>
  judge(
    parser,
    files.map((text, index) => ({ path: `${index}.sql`, text })),
    { procedures },
  ).map(({ execution, findings }) => ({
    kinds: execution?.segments.map(({ kind }) => kind),
    rules: findings.map(({ rule }) => rule).filter((rule) => rule === "not-transactional"),
  }));

test("what commits as it goes is a segment of its own, by whichever file its procedure is made", () => {
  expect(kinds([made, "select 1; call outer_one(); select 2"])[1]).toEqual({
    kinds: ["transaction", "alone", "transaction"],
    rules: [],
  });
  expect(kinds([`select 1; do $$ ${batches} $$`])[0]?.kinds).toEqual(["transaction", "alone"]);
});

test("one that only the live database has decides the same", () => {
  const live = [`create or replace procedure hand.made() language plpgsql as $$ ${batches} $$`];
  expect(kinds(["select 1; call hand.made()"], live)[0]?.kinds).toEqual(["transaction", "alone"]);
  expect(kinds(["select 1; call hand.made()"])[0]?.kinds).toEqual(["transaction"]);
});

test("between BEGIN and COMMIT it is refused, as PostgreSQL would refuse it while it runs", () => {
  expect(kinds([`begin; do $$ ${batches} $$; commit`])[0]).toEqual({
    kinds: undefined,
    rules: ["not-transactional"],
  });
});
