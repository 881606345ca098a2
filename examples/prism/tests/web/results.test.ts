import { expect, test } from "@jest/globals";
import { readResults } from "../../src/results.ts";

const facets = { perspective: 10, resolve: 20, initiative: 30, sociability: 40, mindfulness: 50 };
const v12 = { session_id: "s", attempt_no: 3, results_version: "v1.2", style: "The Anchor", facets };
const detail = { scale: facets, choice: facets, agreement: facets, confidence: 87.5 };
const insight = { facet: "resolve", band: "low", headline: "You let go easily", body: "…" };

test("results from before v1.3 have no detail and no insights", () => {
  expect(readResults(v12)).toEqual({
    attemptNo: 3,
    completedAt: undefined,
    resultsVersion: "v1.2",
    style: "The Anchor",
    facets,
    detail: undefined,
    insights: [],
  });
  expect(readResults({ ...v12, detail: null, insights: [] }).detail).toBeUndefined();
});

test("full results are read whole", () => {
  const results = readResults({ ...v12, results_version: "v1.3", detail, insights: [insight] });
  expect(results.detail).toEqual(detail);
  expect(results.insights).toMatchObject([{ facet: "resolve", headline: "You let go easily" }]);
});

test("insights about facets that this build does not know are left out", () => {
  expect(readResults({ ...v12, insights: [{ ...insight, facet: "luck" }, 7, null] }).insights).toEqual([]);
});

test.each([null, {}, { style: "The Anchor" }, { ...v12, facets: { ...facets, resolve: "20" } }])(
  "%j is refused",
  (answer) => {
    expect(() => readResults(answer)).toThrow(/^The results have no /);
  },
);
