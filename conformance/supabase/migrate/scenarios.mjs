// What two appliers can meet in one database. `by` is who applies, ours unless it says `cli`. Where the CLI cannot apply
// the same files, `cli` is what it says then.
const first = { "0001_first.sql": "create table first (id int primary key);\n" };
const second = { "0002_second.sql": "-- the second\ncreate table second (id int);\n\n-- end\n" };

/** The Management API, and what comes with it, makes the ledger with more columns, in another order. */
const hostedLedger = `create schema supabase_migrations; create table supabase_migrations.schema_migrations (
  statements text[], created_by text, idempotency_key text unique, rollback text[], version text primary key, name text)`;

const inserts = Array.from({ length: 25_000 }, (_, row) => `insert into many values (${row});\n`).join("");

const mixed =
  "create table mixed (id int);\n-- the index\ncreate index concurrently by_id on mixed (id);\ncreate table more (id int);\n";

const apart = "-- pg-delta: transaction=false\ncreate table apart (id int);\ncreate table more (id int);\n";

const splitting = {
  "0001_comments.sql":
    "/* head; /* nested; */ */\n-- a; b\ncreate table c (id int); -- after; it\n-- alone;\n;\nselect 1 /* in; */;;;\n-- end",
  "0002_dollars.sql":
    "do $$ begin perform 1; perform ';'; end $$;\ndo $a$ begin perform '$$;$$'; end $a$;\nselect a$b, 1 from (select 1 as a$b) x;",
  "0003_strings.sql":
    "select E'it\\'s; ok'; select 'a''b;c\\'; select U&'\\0061;'; select 1 as \"d;\"\"e\"; select 'a'\n'b;';",
  "0004_atomic.sql":
    "create function f(x int) returns int language sql\nBEGIN\n ATOMIC\n select case when x > 1 then 1 else 2 end; select 2;\nEND;\nselect f(1);",
  "0005_letters.sql": "select 'ß𝄞;é' as \"日本\"; -- \u00a0\n\f\vselect 2;\t;",
  "0006_nothing.sql": "",
  "0007_blank.sql": " \n\t\n",
  "0008_comment.sql": "-- only a comment\n",
  "0009_semicolons.sql": ";;\n;",
};

export const scenarios = [
  { name: "a fresh database", steps: [{ files: { ...first, ...second } }] },
  { name: "the CLI first, then ours", steps: [{ files: first, by: "cli" }, { files: second }] },
  { name: "ours first, then the CLI", steps: [{ files: first }, { files: second, by: "cli" }] },
  {
    name: "recorded by `migration repair`, then ours",
    steps: [
      { files: first, by: "cli", words: ["migration", "repair", "--status", "applied", "0001", "--yes"] },
      { files: second },
    ],
  },
  {
    name: "a hosted ledger with more columns",
    steps: [{ sql: hostedLedger }, { files: { ...first, ...second } }],
  },
  {
    name: "an older CLI's ledger without texts",
    steps: [
      {
        sql: `create schema supabase_migrations;
          create table supabase_migrations.schema_migrations (version text not null primary key)`,
      },
      { files: first },
    ],
  },
  { name: "comments, quotes, bodies, empty files", steps: [{ files: splitting }] },
  {
    name: "byte order mark, CRLF",
    steps: [
      {
        files: {
          "0001_bom.sql": "\uFEFF-- a\r\ncreate table bom (id int);\r\n\r\nselect\r\n 2;\r\n-- end\r\n",
        },
      },
    ],
  },
  {
    name: "an index built concurrently",
    steps: [{ files: { ...first, "0002_index.sql": "create index concurrently by_id on first (id);\n" } }],
  },
  {
    name: "an index concurrently, between others",
    steps: [{ files: { "0001_mixed.sql": mixed } }],
  },
  {
    name: "failed behind such an index, then mended",
    steps: [
      { files: { "0001_mixed.sql": `${mixed}select 1 / 0;\n` }, fails: "22012" },
      { files: { "0001_mixed.sql": mixed } },
    ],
  },
  {
    name: "a file that is one BEGIN … COMMIT",
    steps: [{ files: { "0001_own.sql": "begin;\ncreate table own (id int);\ncommit;\n" } }],
  },
  {
    name: "a file of several BEGIN … COMMIT",
    steps: [
      {
        files: {
          "0001_enum.sql": "create type state as enum ('a');",
          "0002_own.sql":
            "begin; alter type state add value 'b'; commit;\nbegin; create table s (s state default 'b'); commit;",
        },
      },
    ],
  },
  {
    name: "each statement by itself, by its first line",
    steps: [
      {
        files: {
          "0001_enum.sql": "create type state as enum ('a');",
          "0002_apart.sql":
            "-- pg-delta: transaction=false\nset check_function_bodies = off;\n\nalter type state add value 'b';\n\ncreate table s (s state default 'b');\n\ncreate index concurrently by_s on s (s);\n\nreset all;\n",
        },
      },
    ],
  },
  {
    name: "such a file that failed, then mended",
    steps: [
      { files: { "0001_apart.sql": `${apart}select 1 / 0;\n` }, fails: "22012" },
      { files: { "0001_apart.sql": apart } },
    ],
  },
  {
    name: "25,000 statements in a file",
    steps: [{ files: { "0001_many.sql": `create table many (id int);\n${inserts}` } }],
  },
  {
    name: "LOCK TABLE",
    steps: [{ files: { ...first, "0002_lock.sql": "lock table first in share mode;\n" } }],
    cli: "25P01",
  },
  {
    name: "a rule with several actions",
    steps: [
      {
        files: {
          "0001_first.sql": "create table first (id int); create table log (id int);",
          "0002_rule.sql":
            "create rule twice as on update to first do also (\n  insert into log values (1);\n  insert into log values (2);\n);\n",
        },
      },
    ],
    cli: "42601",
  },
  {
    name: "a file that failed, then its correction",
    steps: [
      {
        files: { ...first, "0002_second.sql": "create table second (id int);\nselect 1 / 0;\n" },
        fails: "22012",
      },
      { files: second },
    ],
  },
  {
    name: "ours failed, then the CLI corrected",
    steps: [
      {
        files: { ...first, "0002_second.sql": "create table second (id int);\nselect 1 / 0;\n" },
        fails: "22012",
      },
      { files: second, by: "cli" },
    ],
  },
  {
    name: "ours killed in a file, then ours again",
    steps: [
      {
        files: { ...first, "0002_second.sql": "create table second (id int);\nselect pg_sleep(60);\n" },
        killed: "pg_sleep(60)",
      },
      { files: second },
    ],
  },
  {
    name: "the CLI killed in a file, then ours",
    steps: [
      {
        files: { "0001_first.sql": "create table first (id int);\nselect pg_advisory_xact_lock(7);\n" },
        by: "cli",
        killed: "pg_advisory_xact_lock(7)",
      },
      { files: second },
    ],
  },
];
