import type { Wanted } from "./options.ts";
import { CannotLayOut, type Insertion, type Scaffold } from "./scaffold.ts";

/** A rule of the judge: its declaration, a check that never hits, two cases of the corpus and a test that wants more. */
export function newRule(wanted: Wanted, read: (file: string) => string): Scaffold {
  const { name, pascal, axis } = wanted;
  const check = `kit/judge/checks/check-${name}.ts`;
  const test = `__tests__/kit/judge/${name}.test.ts`;
  const corpus = `conformance/corpus/${name}`;
  return {
    files: new Map([
      [check, checkFile(wanted)],
      [test, testFile(wanted)],
      [`${corpus}/hit.sql`, corpusCase(wanted, true)],
      [`${corpus}/near-miss.sql`, corpusCase(wanted, false)],
    ]),
    insertions: [
      declared(wanted),
      {
        file: "kit/judge/checks/checks.ts",
        anchor: 'import { checkCall } from "./check-call.ts";',
        text: `import { check${pascal} } from "./check-${name}.ts";\n`,
      },
      asked(wanted, read),
    ],
    next: [
      `Say why it hurts and what the safe way is, where ${name} is declared (axis ${axis}); the id is what a waiver names, for ever.`,
      `Write in ${check} what hits; what comes near and harms nobody must not.`,
      `Write the statements of ${test} and of ${corpus}/*.sql as people write them.`,
      `npm test -- ${test} and npm run corpus -- ${name}/ are red until then.`,
      "npm run generate writes docs/judge.md; npm run corpus says what the whole corpus thinks of it.",
    ],
  };
}

/** Where rules of an axis are declared. */
const places = {
  data_loss: ["kit/judge/rules.ts", "  ...endingRules,"],
  breaks_clients: ["kit/judge/rules.ts", "  ...endingRules,"],
  tightens: ["kit/judge/tightening-rules.ts", "} as const satisfies"],
  lock_hazard: ["kit/judge/lock-rules.ts", "} as const satisfies"],
} as const;

function declared({ name, axis }: Wanted): Insertion {
  const [file, anchor] = places[axis];
  const text = `  "${name}": {
    axes: ["${axis}"],
    why: "what happens, as the rest of a sentence that begins with the statement",
    safe: "The safe way to the same end.",
  },\n`;
  return { file, anchor, text };
}

/** A node that has a check already gets this one besides. */
function asked({ pascal, statement }: Wanted, read: (file: string) => string): Insertion {
  const file = "kit/judge/checks/checks.ts";
  const row = new RegExp(`^  ${statement}: (.*)$`, "m").exec(read(file));
  if (row === null)
    return { file, anchor: "  DropOwnedStmt: always(", text: `  ${statement}: check${pascal},\n` };
  const own = /^(\w+),$/.exec(row[1] ?? "")?.[1];
  if (own !== undefined) {
    const both = `[...${own}(value, context), ...check${pascal}(value, context)]`;
    return {
      file,
      anchor: `${row[0]}\n`,
      text: `  ${statement}: (value, context) => ${both},\n`,
      instead: true,
    };
  }
  throw new CannotLayOut(
    `${file} asks at ${statement} by a row of its own; nothing was written. ` +
      `Name another node by --statement, and call check${pascal} from that row by hand.`,
  );
}

function checkFile({ name, pascal, statement }: Wanted): string {
  return `import type { Context, Hit } from "../hit.ts";
import type { NodeOf } from "../walk.ts";

/** When a ${statement} hits ${name}, and on what. */
export function check${pascal}(value: NodeOf<"${statement}">, { known }: Context): readonly Hit[] {
  // What the change set has made itself it may change at will.
  if (known.has(\`table \${JSON.stringify(value)}\`)) return [];
  return [];
}
`;
}

/** Sentences of SQL in the place of which people's own belong. */
function sqlOf({ statement }: Wanted, hits: boolean): string {
  if (!hits) return "select 1;";
  return statement === "CommentStmt" ? "comment on table public.things is 'new';" : `select '${statement}';`;
}

function testFile(wanted: Wanted): string {
  const { name } = wanted;
  const hit = sqlOf(wanted, true).replace(/;$/, "");
  return `import { beforeAll, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const rulesOf = (sql: string): readonly string[] => court.findings(sql).map(({ rule }) => rule);

test.each([${JSON.stringify(hit)}])("${name} hits: %s", (sql) => {
  expect(rulesOf(sql)).toContain("${name}");
});

test.each(["create table a (id int)"])("${name} leaves alone: %s", (sql) => {
  expect(rulesOf(sql)).not.toContain("${name}");
});
`;
}

function corpusCase(wanted: Wanted, hits: boolean): string {
  const { name, axis } = wanted;
  const label = (one: string): string => (hits && one === axis ? "yes" : "no");
  const head = [
    ...["data_loss", "breaks_clients", "tightens", "lock_hazard"].map((one) => `-- ${one}: ${label(one)}`),
    `-- line: ${hits ? 13 : "none"}`,
    `-- why: ${hits ? "What it does to those who use the database." : "It looks like it, and harms nobody."}`,
    "-- postgres: 15-18",
    ...(hits ? [`-- rules: ${name}`] : []),
  ];
  const history =
    "create table public.things (id bigint generated always as identity primary key, name text);";
  const rows = "insert into public.things (name) select 'thing ' || n from generate_series(1, 50) n;";
  const body = ["", history, rows, "-- pending", sqlOf(wanted, hits)];
  return `${[...head, ...body].join("\n")}\n`;
}
