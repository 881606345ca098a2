import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type SqlParser, loadParser } from "../../../../../kit/judge/parser.ts";
import { splitFile } from "../../../../../kit/judge/split.ts";
import { databaseInputs } from "../../../../../kit/parts/database/inputs.ts";
import type { LedgerRow } from "../../../../../kit/parts/database/ledger/ledger.ts";
import type { MigrationFile } from "../../../../../kit/parts/database/files/discover-migrations.ts";
import { planMigrations } from "../../../../../kit/parts/database/plan/plan-database.ts";
import { sha256 } from "../../../../../kit/release/canonical.ts";
import { partDigest } from "../../../../../kit/release/plan/plan.ts";
import { inputsFrom } from "../../../../support/inputs-of.ts";

let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

const inputs = inputsFrom(databaseInputs, { "database-url": "postgresql://127.0.0.1/x" });

const file = (version: string, text: string): MigrationFile => ({
  version,
  name: "x",
  path: `supabase/migrations/${version}_x.sql`,
  text,
  sha256: sha256(text),
});

function recorded({ version, text }: MigrationFile): LedgerRow {
  const split = splitFile(parser, text);
  return { version, name: "x", statements: "pieces" in split ? split.pieces : [] };
}

const files = ["0001", "0002", "0003", "0004"].map((version) =>
  file(version, `create table t${version} (id int);`),
);

function plan(applied: number, approved?: string) {
  const rows = files.slice(0, applied).map(recorded);
  return planMigrations({ parser, files, rows, invalid: [] }, inputs, approved);
}

test("the plan says head, files by their digest, and that the schema does not go back", () => {
  const { part, steps } = plan(2);
  expect(part).toMatchObject({
    phase: "migrate",
    work: "some",
    decisions: {
      head: "0002",
      pending: files.slice(2).map(({ version, sha256: sha }) => ({ version, name: "x", sha256: sha })),
      waivers: [],
      breaking: [],
    },
    undo: {
      possible: "no",
      why: "the schema never goes back by itself; it only grows here, so the previous code works on it",
    },
    says: ["apply 0003 x", "apply 0004 x"],
  });
  expect(steps.map((step) => step.file.version)).toEqual(["0003", "0004"]);
});

test("without anything pending there is no work and nothing to undo", () => {
  expect(plan(4).part).toMatchObject({ work: "none", undo: { possible: "yes" }, says: [] });
});

test("however far an approved plan was carried out, the rest continues under its digest", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 }), (before, more) => {
      const approved = partDigest(plan(before).part);
      const now = Math.min(4, before + more);
      const continued = plan(now, approved);
      expect(partDigest(continued.part)).toBe(approved);
      expect(continued.steps.map((step) => step.file.version)).toEqual(
        files.slice(now).map(({ version }) => version),
      );
    }),
  );
});

test("a plan that nobody approved stays what it is", () => {
  const { part } = plan(2, "0".repeat(64));
  expect(partDigest(part)).toBe(partDigest(plan(2).part));
});

test("a waived statement is a decision: another reason is another plan", () => {
  const withReason = (reason: string) => {
    const sql = `-- rollout-allow: drop-table ${reason}\ndrop table old`;
    return planMigrations({ parser, files: [file("0001", sql)], rows: [], invalid: [] }, inputs).part;
  };
  expect(withReason("gone")).toMatchObject({
    decisions: {
      waivers: [{ line: 2, rule: "drop-table", thing: "public.old", reason: "gone" }],
      breaking: ["0001"],
    },
    undo: { possible: "no", why: expect.stringContaining("automatic rollback: off, because 0001") },
  });
  expect(partDigest(withReason("gone"))).not.toBe(partDigest(withReason("unused")));
});

test("a person sees how each migration runs, what was allowed in it and why, and its SQL", () => {
  const dropped = file("0001", "-- rollout-allow: drop-table nobody reads it\ndrop table old;");
  const alone = file("0002", "create index concurrently i on t (id);");
  const { part } = planMigrations({ parser, files: [dropped, alone], rows: [], invalid: [] }, inputs);
  expect(part.details).toEqual([
    {
      what: "0001 x",
      how: ["1 statement in one transaction"],
      beware: [
        expect.stringMatching(
          /^drop-table public\.old at supabase\/migrations\/0001_x\.sql:2 is allowed by «nobody reads it»: /,
        ),
      ],
      source: { language: "sql", text: dropped.text },
    },
    {
      what: "0002 x",
      how: [
        "1 statement outside of a transaction: cut off, it is looked at, and done again where it has to be",
      ],
      beware: [],
      source: { language: "sql", text: alone.text },
    },
  ]);
  expect(partDigest({ ...part, details: [] })).toBe(partDigest(part));
});

test("what the policy only warns of is told, with the safe way, and turns automatic rollback off where it breaks", () => {
  const warned = inputsFrom(databaseInputs, {
    "database-url": "postgresql://127.0.0.1/x",
    "on-data-loss": "warn",
    "on-breaks-clients": "warn",
  });
  const dropped = file("0001", "drop table old;");
  const made = planMigrations({ parser, files: [dropped], rows: [], invalid: [] }, warned);
  expect(made.warned).toMatchObject([{ rule: "drop-table", line: 1, severity: "warn" }]);
  expect(made.part).toMatchObject({
    decisions: { waivers: [], breaking: ["0001"] },
    says: [
      "the ledger is empty: everything is pending",
      "apply 0001 x",
      "1 warning of the judge: see the details",
      expect.stringContaining("off"),
    ],
    details: [{ beware: [expect.stringMatching(/^drop-table public\.old at .*:1: its rows are gone/)] }],
  });
  expect(() => planMigrations({ parser, files: [dropped], rows: [], invalid: [] }, inputs)).toThrow(
    /drop-table/,
  );
});
