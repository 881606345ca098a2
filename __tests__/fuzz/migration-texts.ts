import fc from "fast-check";
import { text } from "./arbitraries.ts";
import { mutatedText } from "./mutate.ts";

const migration =
  "-- rollout: allow drop-table because nobody reads it\ncreate table a (id int primary key, b text not null default 'x');\nalter table a add column c int;\ndo $$ begin execute 'drop table b'; end $$;\ncreate or replace function f() returns int language plpgsql as $body$ begin return 1; end $body$;\n";
/** What nests or repeats, and is read by a lexer, a grammar and a walk. */
const chains = fc
  .tuple(
    fc.constantFrom(
      "'a' || ",
      "not ",
      "- ",
      "+",
      "/*",
      "(",
      "f(",
      "a[",
      "1 union all select ",
      "case when true then ",
    ),
    fc.constantFrom(50, 3_000, 20_000),
  )
  .map(([piece, times]) => `select ${piece.repeat(times)}1;`);

export const migrationTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: mutatedText(fc.constant(migration)) },
  { weight: 1, arbitrary: text },
  { weight: 1, arbitrary: chains },
);
