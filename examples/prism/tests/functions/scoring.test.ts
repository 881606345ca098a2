import { expect, test } from "@jest/globals";
import {
  agreement,
  average,
  combine,
  FACETS,
  scoreChoices,
  scoreScale,
  strongest,
  styleOf,
  unanswered,
} from "../../supabase/functions/_shared/scoring.ts";
import { ITEMS, sameAnswers } from "../support/memory-store.ts";

const every = (points: number) => Object.fromEntries(FACETS.map((facet) => [facet, points]));
const some = { perspective: 10, resolve: 80, initiative: 30, sociability: 80, mindfulness: 50 };

test("the middle rating everywhere gives the middle score", () => {
  expect(scoreScale(ITEMS, sameAnswers(3))).toEqual(every(50));
});

test("reversed items count the other way round", () => {
  const scores = scoreScale(ITEMS, { ...sameAnswers(3), p1: 5, p2: 1, m1: 1, m2: 5 });
  expect(scores).toEqual({ ...every(50), perspective: 100, mindfulness: 0 });
});

test("a facet scores by how often it was chosen where it was on offer", () => {
  const scores = scoreChoices(ITEMS, { c1: 1, c2: 2, c3: 1, c4: 2, c5: 2 });
  expect(scores).toEqual({ perspective: 100, resolve: 0, initiative: 100, sociability: 0, mindfulness: 50 });
});

test("every pair gives exactly one point away", () => {
  for (const answers of [sameAnswers(1), { c1: 2, c2: 2, c3: 2, c4: 2, c5: 2 }]) {
    const scores = scoreChoices(ITEMS, answers);
    expect(average(scores)).toBe(50);
  }
});

test("ratings weigh seven tenths, pairs three tenths", () => {
  expect(combine(scoreScale(ITEMS, sameAnswers(3)), { ...every(0), resolve: 100 })).toEqual({
    ...every(35),
    resolve: 65,
  });
});

test("without pairs the ratings decide alone", () => {
  expect(combine(some, {})).toEqual(some);
});

test("ratings that say the same agree, ratings that contradict each other do not", () => {
  expect(agreement(ITEMS, { ...sameAnswers(3), r1: 5, r2: 1, s1: 5, s2: 5 })).toEqual({
    ...every(100),
    sociability: 0,
  });
});

test("the first facet wins a tie", () => {
  expect(strongest(some)).toBe("resolve");
  expect(styleOf(some)).toBe("The Finisher");
});

test("an answer outside its range counts as none", () => {
  expect(unanswered(ITEMS, { ...sameAnswers(3), p1: 6, c1: 3, m2: 2.5 })).toEqual(["p1", "m2", "c1"]);
  expect(unanswered(ITEMS, {})).toHaveLength(ITEMS.length);
  expect(unanswered(ITEMS, sameAnswers(5))).toEqual([]);
});
