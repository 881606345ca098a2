import { expect, test } from "@jest/globals";
import { type Catalog, type Column, emptyCatalog } from "../../../kit/shadow/catalog.ts";
import { factsBetween } from "../../../kit/shadow/facts.ts";

const plain: Column = {
  relation: 1,
  number: 1,
  name: "c",
  type: "pg_catalog.text",
  modifier: -1,
  required: false,
  computed: false,
};

function tableOf(...columns: readonly Column[]): Catalog {
  return { ...emptyCatalog(), relations: [{ id: 1, kind: "r", name: "public.t", file: 1 }], columns };
}

test.each<[string, Partial<Column>, readonly string[]]>([
  ["live code leaves out what it does not know", { required: true, filled: false }, ["column-required"]],
  ["a default fills it", { required: true, filled: true }, []],
  ["it may be missing", { required: false, filled: false }, []],
])("of a new column: %s", (_, change, kinds) => {
  const added = { ...plain, number: 2, name: "d", ...change };
  expect(factsBetween(tableOf(plain), tableOf(plain, added)).map(({ kind }) => kind)).toEqual(kinds);
});
