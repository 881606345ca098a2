import { expect, test } from "@jest/globals";
import { changesOf } from "../../../rehearsal/report/changes.ts";
import type { Live } from "../../../rehearsal/world/live.ts";

const live = (said: Partial<Live> = {}): Live => ({
  functions: {},
  web: null,
  served: {},
  ledger: null,
  ...said,
});
const code = (digest: string, settings: object = { verify_jwt: false }): Live["functions"] => ({
  score: { digest, settings: settings as Live["functions"][string]["settings"] },
});
const wordsOf = (before: Live, after: Live, peak?: Live): readonly string[] =>
  changesOf(before, peak, after)
    .filter(({ changed }) => changed)
    .map(({ kind, name, words }) => `${kind} ${name}: ${words}`);

test("what changed is said in words", () => {
  const before = live({ functions: code("1"), web: "dpl_1", served: { "https://a": "1", "https://b": "1" } });
  const after = live({
    functions: code("2"),
    web: "dpl_1",
    served: { "https://a": "2", "https://c": "1" },
    ledger: "0001",
  });
  expect(wordsOf(before, after)).toEqual([
    "function score: code changed",
    "served https://a: changed",
    "served https://b: removed",
    "served https://c: added",
    "ledger : added",
  ]);
});

test("code and settings are told apart, and the order of settings says nothing", () => {
  const before = live({ functions: code("1", { a: 1, b: { c: 2, d: 3 } }) });
  expect(wordsOf(before, live({ functions: code("1", { b: { d: 3, c: 2 }, a: 1 }) }))).toEqual([]);
  expect(wordsOf(before, live({ functions: code("1", { a: 2 }) }))).toEqual([
    "function score: settings changed",
  ]);
  expect(wordsOf(before, live({ functions: code("2", { a: 2 }) }))).toEqual([
    "function score: code and settings changed",
  ]);
});

test("with a peak, it is said what was put back and what was not", () => {
  const before = live({ functions: code("1"), web: "dpl_1", ledger: "0007", served: { "https://a": "1" } });
  const peak = live({ functions: code("2"), web: "dpl_2", ledger: "0012", served: { "https://a": "1" } });
  const after = live({ functions: code("3"), web: "dpl_1", ledger: "0012", served: { "https://a": "2" } });
  expect(wordsOf(before, after, peak)).toEqual([
    "function score: code changed, then became something else",
    "web : changed, then put back",
    "served https://a: changed by the undo",
    "ledger : changed; the schema never goes back by itself",
  ]);
  expect(wordsOf(before, { ...before, web: "dpl_2" }, peak)).toContain("web : changed, not put back");
});

test("names from outside that mean something to JavaScript are only names", () => {
  const served = JSON.parse('{"__proto__": "1", "constructor": "2"}') as Live["served"];
  expect(wordsOf(live(), live({ served }))).toEqual(["served __proto__: added", "served constructor: added"]);
});
