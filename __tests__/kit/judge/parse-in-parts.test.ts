import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseInParts } from "../../../kit/judge/parse-in-parts.ts";
import { type SqlParser, type Token, loadParser } from "../../../kit/judge/parser.ts";
import { indexText } from "../../../kit/judge/place.ts";
import { scanInParts } from "../../../kit/judge/scan-in-parts.ts";
import { root } from "../../support/rehearse.ts";
import { readCorpus } from "../../../scripts/corpus/read-corpus.ts";

let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

const parts = (sql: string, most: number) =>
  parseInParts((part) => (part === "" ? [] : parser.parse(part)), sql, most);

const pieces = [
  "select 1;",
  "\n",
  " ; ",
  "-- a; comment\n",
  "/* another; /* one */ ; */ ",
  "insert into t values ('a; b\n;', E'c\\'; d', $x$ e;\n $x$);\n",
  "create function f() returns int language plpgsql as $$ begin\n perform 1; perform 'ä; 😀'; return 2; end $$;\n",
  "create function g() returns int begin atomic select 1; select 2; end;\n",
  "create rule r as on insert to t do also (delete from u; delete from v);\r\n",
  "do $$ begin null; end $$; ",
  "select '😀äß' as \"; x\";\n",
  "drop table if exists a, b",
  "selec 1;\n",
  "'",
];

test.each([3, 40, 200])(
  "read in parts of about %i characters, a text says what it says as a whole",
  (most) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (some) => {
        const sql = some.join("");
        expect(parts(sql, most)).toEqual(sql === "" ? [] : parser.parse(sql));
      }),
      { numRuns: 150 },
    );
  },
);

test.each([3, 40, 200])("its tokens are those of the whole, in parts of about %i bytes", (most) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (some) => {
      const sql = some.join("");
      const raw = parser.parse(sql);
      if ("message" in raw) return;
      const wanted = ({ tokenName }: Token): boolean => tokenName !== "SCONST";
      expect(scanInParts(parser, indexText(sql), raw, wanted, most)).toEqual(
        (parser.scan(sql) ?? []).filter(wanted),
      );
    }),
    { numRuns: 150 },
  );
});

test("so does everything in the corpus as one text", () => {
  const files = readCorpus(join(root, "conformance/corpus")).map(({ name }) =>
    readFileSync(join(root, "conformance/corpus", `${name}.sql`), "utf8"),
  );
  const readable = files.filter((sql) => !("message" in parser.parse(sql)));
  const sql = readable.join("\n;\n");
  expect(readable.length).toBeGreaterThan(400);
  // A tree of 230,000 characters: a difference would be longer than anybody reads.
  expect(JSON.stringify(parts(sql, 5000)) === JSON.stringify(parser.parse(sql))).toBe(true);
});

test("a part that ends in the middle of something is none: where no semicolon fits, the rest is read as a whole", () => {
  const asked: number[] = [];
  const body = `do $$ begin ${"perform 1; ".repeat(200)} end $$;`;
  const counted = (sql: string) => {
    asked.push(sql.length);
    return parser.parse(sql);
  };
  expect(parseInParts(counted, body, 100)).toEqual(parser.parse(body));
  expect(asked).toHaveLength(5);
});
