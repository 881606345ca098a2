import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

const folder = new URL("../supabase/migrations/", import.meta.url);
const files = readdirSync(folder).toSorted();
const sql = (file: string) => readFileSync(new URL(file, folder), "utf8");

test("migrations are numbered without a gap", () => {
  expect(files.map((file) => file.slice(0, 5))).toEqual(
    files.map((_, index) => `${String(index + 1).padStart(4, "0")}_`),
  );
});

test("every table has row level security", () => {
  const all = files.map(sql).join("\n");
  const tables = [...all.matchAll(/create table (public\.\w+)/g)].map(([, table]) => table);
  expect(tables).toHaveLength(6);
  for (const table of tables) expect(all).toContain(`alter table ${table} enable row level security`);
});

test("every security definer function fixes its search path", () => {
  for (const file of files) {
    const definers = sql(file).match(/security definer/g) ?? [];
    const fixed = sql(file).match(/security definer set search_path = ''/g) ?? [];
    expect([file, fixed.length]).toEqual([file, definers.length]);
  }
});
