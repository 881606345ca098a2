import { expect, test } from "@jest/globals";
import { bandOf, insightsFor } from "../../supabase/functions/_shared/insights.ts";

test.each([
  [0, "low"],
  [39.9, "low"],
  [40, "middle"],
  [69.9, "middle"],
  [70, "high"],
  [100, "high"],
])("%d points are in the %s band", (score, band) => {
  expect(bandOf(score)).toBe(band);
});

test("a result is told facet by facet, the strongest first", () => {
  const scores = { perspective: 55, resolve: 20, initiative: 90, sociability: 55, mindfulness: 70 };
  expect(insightsFor(scores).map(({ facet, band }) => `${facet} ${band}`)).toEqual([
    "initiative high",
    "mindfulness high",
    "perspective middle",
    "sociability middle",
    "resolve low",
  ]);
});
