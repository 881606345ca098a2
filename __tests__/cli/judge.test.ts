import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { judge } from "../../cli/judge/judge.ts";
import { shadowEnv } from "../support/shadow-env.ts";
import { paper } from "../support/paper.ts";

let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  env = await shadowEnv();
});

async function run(files: Readonly<Record<string, string | Buffer>>, ...args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-judge-"));
  await mkdir(join(folder, "m"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, "m", name), text);
  const [stdout, stderr] = [paper(), paper()];
  const terminal = { stdout, stderr, cwd: () => folder, env } as unknown as Parameters<typeof judge>[1];
  const status = await judge(args, terminal);
  return { status, out: stdout.text, err: stderr.text };
}

interface Answer {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly { readonly rule: string; readonly axis: string; readonly line: number }[];
    readonly unverified: readonly string[];
  }[];
  readonly issues: readonly string[];
}

async function json(files: Readonly<Record<string, string | Buffer>>, ...args: readonly string[]) {
  const { out, ...rest } = await run(files, "m", "--json", "--no-shadow", ...args);
  return { ...rest, ...(JSON.parse(out) as Answer) };
}

const made = "create table a (id int);";
const dropped = "select 1;\n  drop table a;";
test("a folder is one change set; --each makes every file one of its own; --applied says what is history", async () => {
  const files = { "0001_a.sql": made, "0002_b.sql": dropped };
  expect(await json(files)).toMatchObject({ schema: "prism-rollout/judge@1", status: 0, issues: [] });
  const each = await json(files, "--each");
  expect(each.status).toBe(1);
  expect(each.files.map(({ file }) => file)).toEqual(["m/0001_a.sql", "m/0002_b.sql"]);
  expect(each.files[1]?.findings).toEqual([
    expect.objectContaining({
      rule: "drop-table",
      axis: "data_loss",
      severity: "fail",
      line: 2,
      column: 3,
      waived: null,
    }),
    expect.objectContaining({ rule: "drop-table", axis: "breaks_clients", line: 2 }),
  ]);
  const applied = await json(files, "--applied", "0001");
  expect(applied.files.map(({ file, findings }) => [file, findings.length])).toEqual([["m/0002_b.sql", 2]]);
  expect(await run(files, "m", "--applied", "0009")).toMatchObject({
    status: 1,
    err: expect.stringContaining("PR417"),
  });
});

test("what live rows may make fail is told apart from what always works", async () => {
  const pending = "alter table a alter column id set not null; create index i on a (id);";
  const { files } = await json({ "0001_a.sql": made, "0002_b.sql": pending }, "--applied", "0001");
  expect(files[0]?.findings).toMatchObject([
    { rule: "set-not-null", mayFailOnData: true },
    { rule: "scan-for-not-null", mayFailOnData: true },
    { rule: "build-index", mayFailOnData: false },
  ]);
});

test("a file that cannot be parsed, read or is badly named stops no other", async () => {
  const answer = await json({
    "0001_a.sql": "create tabel a ();",
    "0002_b.sql": Buffer.from([0x2d, 0x2d, 0xe4]),
    "bad.sql": dropped,
  });
  expect(answer.status).toBe(1);
  expect(answer.files.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
    ["syntax-error"],
    [],
    ["drop-table", "drop-table"],
  ]);
  expect(answer.files[1]?.unverified[0]).toContain("not UTF-8 text at 1:3");
  expect(answer.issues).toEqual([expect.stringContaining("bad.sql: not named")]);
  const { out } = await run({ "0001_a.sql": "creat" }, "m", "--no-shadow");
  expect(out).toContain("\nCorrect what is named below,");
});

test("quiet: nothing is said of a folder of which nothing is refused, and all of one that is", async () => {
  const good = { "0001_a.sql": "create table a (id int);" };
  expect(await run(good, "m", "--quiet", "--no-shadow")).toMatchObject({ status: 0, out: "" });
  const bad = await run({ ...good, "0002_b.sql": "drop table b;" }, "m", "--quiet", "--no-shadow");
  expect([bad.status, bad.out]).toEqual([1, expect.stringMatching(/^refused: /)]);
});

test("for people: verdict, what to do, then each finding with its place and the safe way", async () => {
  const { status, out } = await run({ "0001_a.sql": dropped }, "m");
  expect(status).toBe(1);
  const lines = out.split("\n");
  expect(lines[0]).toBe("refused: 1 file: 1 refused, 0 warnings, 0 allowed by a comment");
  expect(lines[1]).toContain("rollout-allow");
  expect(lines[2]).toBe("m/0001_a.sql:2:3 fail drop-table (data_loss, breaks_clients)");
  const allowed = await run(
    { "0001_a.sql": `-- rollout-allow: drop-table unused\n${dropped.slice(10)}` },
    "m",
  );
  expect(allowed).toMatchObject({ status: 0, out: expect.stringContaining("allowed by «unused»") });
});

test.each([
  [[], 64, "one folder"],
  [["m", "n"], 64, "one folder"],
  [["m", "--applied", "x"], 64, "--applied"],
  [["m", "--applied", "1", "--each"], 64, "exclude"],
  [["m", "--wrong"], 64, "--wrong"],
  [["missing"], 1, "PR105"],
])("wrong usage %j", async (args, status, text) => {
  expect(await run({}, ...args)).toMatchObject({ status, err: expect.stringContaining(text) });
});

test("a replay shows what the text does not; a file that cannot be replayed stops no other", async () => {
  const files = {
    "0001_a.sql": `create table a (id int); create table b (id int);
      create function tidy() returns trigger language plpgsql as 'begin drop table b; return new; end';
      create trigger tidied after insert on a for each row execute function tidy();`,
    "0002_b.sql": "select 1;\nselect 2;\ninsert into a values (1);",
    "0003_c.sql": "select nobody_has_made_this();",
    "0004_d.sql": "-- rollout-allow: replay-break nothing is broken\ncreate table d (id int);",
  };
  const { out, status } = await run(files, "m", "--json", "--each");
  const answer = JSON.parse(out) as Answer;
  expect(status).toBe(1);
  expect(answer.files.map(({ findings }) => findings.map(({ rule, line }) => `${rule}:${line}`))).toEqual([
    [],
    ["replay-loss:3", "replay-loss:3"],
    [],
    ["replay-break:2", "waiver:2"],
  ]);
  expect(answer.files[2]?.unverified).toEqual([
    "not replayed: function nobody_has_made_this() does not exist",
  ]);
}, 60_000);

test("what a file leaves open is advice beside its findings, and refuses nothing", async () => {
  const open = "create table open (id int); create function named() returns int language sql as 'select 1';";
  const { status, out } = await run(
    { "0001_a.sql": made, "0002_b.sql": open },
    "m",
    "--applied",
    "0001",
    "--json",
  );
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    files: [
      {
        file: "m/0002_b.sql",
        findings: [],
        advice: [
          { rule: "advisor-rls-off", level: "error", thing: "table public.open" },
          { rule: "advisor-search-path-invoker", level: "info" },
        ],
      },
    ],
  });
  const text = await run({ "0002_b.sql": open }, "m");
  expect(text.out).toContain("m/0002_b.sql advice (error) advisor-rls-off\n    table public.open is open");
  expect(text.out).toContain("m/0002_b.sql advice that may be as it is meant: 1 (see --json)");
}, 60_000);

test("--sarif writes the findings for code scanning as well; the answer on the screen stays", async () => {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-sarif-"));
  const path = join(folder, "judge.sarif");
  const { status, files } = await json({ "0001_a.sql": dropped }, "--sarif", path);
  expect(status).toBe(1);
  expect(files[0]?.findings[0]).toMatchObject({ rule: "drop-table", statement: "drop table a" });
  const log = JSON.parse(await readFile(path, "utf8")) as { runs: { results: unknown[] }[] };
  expect(log.runs[0]?.results).toMatchObject([
    {
      ruleId: "drop-table",
      locations: [{ physicalLocation: { artifactLocation: { uri: "m/0001_a.sql" } } }],
    },
  ]);
  const { status: refused, err } = await run(
    { "0001_a.sql": dropped },
    "m",
    "--no-shadow",
    "--sarif",
    "no/such/x",
  );
  expect(refused).toBe(1);
  expect(err).toContain("PR429: The findings cannot be written to no/such/x");
});

test("what is only named when the statement runs is an ellipsis, and a label is told with its type", async () => {
  const loop = `do $$ declare r record; begin
    for r in select proname, pg_get_function_identity_arguments(oid) as args from pg_proc where proname = 'sum_up' loop
      execute format('drop function public.%I(%s)', r.proname, r.args);
    end loop;
  end $$;
  alter type mood rename value 'ok' to 'good';`;
  const { out } = await run({ "0001_a.sql": loop }, "m", "--json", "--no-shadow");
  const { files } = JSON.parse(out) as { files: { findings: { message: string }[] }[] };
  const messages = files.flatMap(({ findings }) => findings.map(({ message }) => message));
  expect(messages).toEqual([
    expect.stringMatching(/^public\.sum_up\(…\): /),
    expect.stringMatching(/^public\.mood\.ok to good: /),
  ]);
  const { out: text } = await run({ "0001_a.sql": loop }, "m", "--no-shadow");
  expect(text).toContain("    public.sum_up(…) in `");
  expect(text).not.toContain("rollout_some_name");
});

test("a replay tells each change of a table at its own statement, also behind one that writes the table anew", async () => {
  const history = `create table units (id int primary key, state text, size text, gone text, kind text);
    create view shown as select id, gone from units;`;
  const file = [
    "alter table units alter column state type int using state::int;",
    "drop view shown;",
    "alter table units alter column size type int using size::int;",
    "alter table units rename column size to width;",
    "alter table units drop column gone;",
    "create view shown as select id from units;",
    "alter table units add column owner int;",
    "alter table units alter column owner set not null;",
  ].join("\n");
  const { out } = await run(
    { "0001_a.sql": history, "0002_b.sql": file },
    "m",
    "--json",
    "--applied",
    "0001",
  );
  const { files } = JSON.parse(out) as Answer;
  const told = files.flatMap(({ findings }) =>
    findings.filter(({ axis }) => axis !== "lock_hazard").map(({ rule, line }) => `${line} ${rule}`),
  );
  expect([...new Set(told)].toSorted()).toEqual([
    "1 alter-column-type",
    "2 drop-view",
    "3 alter-column-type",
    "4 rename-column",
    "5 drop-column",
    "8 set-not-null",
  ]);
}, 60_000);
