import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  bodyOf,
  halves,
  itemsPerCall,
  selectorsOf,
} from "../../../../kit/providers/cdns/cloudflare/selectors.ts";
import type { Pattern } from "../../../../kit/providers/cdns/pattern.ts";

const origins = ["https://app.example.com", "http://127.0.0.1:4000"];
const bodies = (...patterns: readonly Pattern[]) => selectorsOf({ origins, patterns }).map(bodyOf);

test("one selector a call; a path for each scheme, a prefix without any", () => {
  expect(
    bodies(
      { kind: "path", value: "/" },
      { kind: "prefix", value: "/results" },
      { kind: "tag", value: "shell" },
      { kind: "host", value: "www.example.com" },
    ),
  ).toEqual([
    { files: ["https://app.example.com/", "http://app.example.com/", "http://127.0.0.1:4000/"] },
    { prefixes: ["app.example.com/results", "127.0.0.1:4000/results"] },
    { hosts: ["www.example.com"] },
    { tags: ["shell"] },
  ]);
});

test("/* is each origin's own host", () => {
  expect(bodies({ kind: "prefix", value: "/" })).toEqual([
    { prefixes: ["app.example.com", "127.0.0.1:4000"] },
  ]);
});

const some: fc.Arbitrary<Pattern> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("path" as const, "prefix" as const),
    value: fc.stringMatching(/^(\/[a-z]{1,3}){1,2}$/),
  }),
  fc.record({
    kind: fc.constantFrom("tag" as const, "host" as const),
    value: fc.stringMatching(/^[a-z]{1,4}$/),
  }),
);

test("nothing widens: purge_everything is sent for everything only, and calls are short and whole", () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 400 }), (patterns) => {
      const calls = selectorsOf({ origins, patterns });
      const items = calls.flatMap((call) => {
        expect(call.name).not.toBe("purge_everything");
        return "items" in call ? [call.items] : [];
      });
      for (const one of items) {
        expect(one.length).toBeGreaterThan(0);
        expect(one.length).toBeLessThanOrEqual(itemsPerCall);
      }
      const all = items.flat();
      for (const pattern of patterns) {
        const value = "value" in pattern ? pattern.value : "";
        const mine = pattern.kind === "path" || pattern.kind === "prefix" ? `app.example.com${value}` : value;
        expect(all.some((item) => item.endsWith(mine))).toBe(true);
      }
    }),
  );
});

test("halves are the whole", () => {
  const items = ["a", "b", "c"];
  expect(halves({ name: "files", items }).flatMap((one) => ("items" in one ? one.items : []))).toEqual(items);
  expect(halves({ name: "files", items: ["a"] })).toHaveLength(1);
});
