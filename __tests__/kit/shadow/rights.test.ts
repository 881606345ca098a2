import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Catalog, type Grant, emptyCatalog } from "../../../kit/shadow/catalog.ts";
import { changesBetween, factsBetween } from "../../../kit/shadow/facts.ts";
import { grantsOn } from "../../../kit/shadow/rights.ts";

const ids = [1, 2, 3, 4] as const;
const rights = fc.subarray([
  { to: "anon", may: "SELECT" },
  { to: "anon", may: "INSERT" },
  { to: "authenticated", may: "SELECT" },
]);
/** What is granted on each of the tables. */
const granted = fc.tuple(rights, rights, rights, rights);

const tablesWith = (grants: readonly Grant[], firstId = 0): Catalog => ({
  ...emptyCatalog(),
  relations: ids.map((id) => ({ id: firstId + id, kind: "r", name: `public.t${id}`, file: id })),
  grants,
});

type Granted = typeof granted extends fc.Arbitrary<infer T> ? T : never;

const oneByOne = (all: Granted): readonly Grant[] =>
  ids.map((id, at) => ({ on: [id], rights: all[at] ?? [] }));

/** As the server tells them: things of the same rights in one. */
const together = (all: Granted): readonly Grant[] => {
  const by = new Map<string, Grant>();
  oneByOne(all).forEach(({ on, rights: own }) => {
    const key = JSON.stringify(own);
    by.set(key, { on: [...on, ...(by.get(key)?.on ?? [])], rights: own });
  });
  return [...by.values()];
};

test("rights that are told together are lost as if each thing's were told by itself", () => {
  fc.assert(
    fc.property(granted, granted, (before, after) => {
      const apart = factsBetween(tablesWith(oneByOne(before)), tablesWith(oneByOne(after)));
      expect(factsBetween(tablesWith(together(before)), tablesWith(together(after)))).toEqual(apart);
      const lost = ids.filter((_, at) => before[at]?.some((one) => !after[at]?.includes(one)));
      expect(apart.map(({ on }) => on)).toEqual(lost);
    }),
  );
});

test("of grants only the chosen things are left, and no grant without a thing", () => {
  const grants = [
    { on: [1, 2], rights: [{ to: "anon", may: "SELECT" }] },
    { on: [3], rights: [] },
  ];
  expect(grantsOn(grants, (id) => id === 2)).toEqual([{ on: [2], rights: grants[0]?.rights }]);
});

test("what is made anew names the rights that it has more", () => {
  const all = [{ on: [11, 12, 13, 14], rights: [{ to: "anon", may: "SELECT" }] }];
  const facts = changesBetween(tablesWith([]), tablesWith(all, 10), () => false);
  const regained = facts.filter(({ kind }) => kind === "grant-regained");
  expect(regained.map(({ thing, what }) => `${thing} ${what}`)).toEqual(
    ids.map((id) => `new rights on public.t${id} are there: SELECT for anon`),
  );
});
