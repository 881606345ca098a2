import { expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workflow-files.ts";

const packages = [
  ".",
  "conformance",
  "conformance/cdn",
  "conformance/clickhouse",
  "conformance/github",
  "conformance/netlify",
  "conformance/supabase",
  "bench/peers",
];

interface Declared {
  readonly name: string;
  readonly version: string;
  /** Where it is written. */
  readonly by: string;
}

const json = (file: string): Readonly<Record<string, Readonly<Record<string, string>> | undefined>> =>
  JSON.parse(readFileSync(join(root, file), "utf8"));

const declared: readonly Declared[] = packages.flatMap((folder) => {
  const by = join(folder, "package.json");
  const said = json(by);
  return ["dependencies", "optionalDependencies", "devDependencies"].flatMap((kind) =>
    Object.entries(said[kind] ?? {}).map(([name, version]) => ({ name, version, by })),
  );
});

/** A row of a table with six columns. */
const rows = readFileSync(join(root, "docs/dependencies.md"), "utf8")
  .split("\n")
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter((cells) => cells.length === 6 && /^\d/.test(cells[1] ?? ""));
const rowOf = (name: string): readonly string[] | undefined => rows.find(([own]) => own === name);

test("every dependency is pinned, and has its row with that version", () => {
  const wrong = declared.flatMap(({ name, version, by }) => {
    if (!/^\d+\.\d+\.\d+/.test(version)) return [`${by}: ${name} ${version} is no single version`];
    const row = rowOf(name);
    if (row === undefined) return [`${by}: docs/dependencies.md has no row of ${name}`];
    return row[1] === version
      ? []
      : [`${name} is ${version} in ${by}, and ${row[1]} in docs/dependencies.md`];
  });
  expect(wrong).toEqual([]);
});

test("no row is left of a dependency that is gone", () => {
  const known = new Set([
    ...declared.map(({ name }) => name),
    ...Object.keys(json("examples/prism/package.json")["devDependencies"] ?? {}),
  ]);
  expect(rows.map(([name = ""]) => name).filter((name) => !known.has(name))).toEqual([]);
});

test("every row says when it was released, under which licence, where it is, and why it is this one", () => {
  const bare = rows.filter(
    ([, , released = "", licence, where, why]) =>
      !/^\d{4}-\d\d-\d\d(?:; \S+ \d{4}-\d\d-\d\d)?$/.test(released) || !licence || !where || !why,
  );
  expect(bare).toEqual([]);
});

test("the licence of a row is the one that the package names", () => {
  const wrong = declared.flatMap(({ name, by }) => {
    const own = join(root, "node_modules", name, "package.json");
    if (by !== "package.json" || !existsSync(own)) return [];
    const { license } = JSON.parse(readFileSync(own, "utf8")) as { license?: string };
    const said = rowOf(name)?.[3];
    return license === undefined || said === license ? [] : [`${name}: ${license}, not ${said}`];
  });
  expect(wrong).toEqual([]);
});
