export const FACETS = ["perspective", "resolve", "initiative", "sociability", "mindfulness"] as const;

export type Facet = (typeof FACETS)[number];

/** Points from 0 to 100 for every facet, with at most one decimal. */
export type Scores = Readonly<Record<Facet, number>>;

export type Item =
  | { readonly id: string; readonly kind: "scale"; readonly facet: Facet; readonly reverse: boolean }
  | { readonly id: string; readonly kind: "choice"; readonly facet: Facet; readonly otherFacet: Facet };

type Answers = Readonly<Record<string, number>>;

/** How much of the combined score the ratings decide; the pairs decide the rest. */
const SCALE_WEIGHT = 0.75;

const STYLES: Readonly<Record<Facet, string>> = {
  perspective: "The Observer",
  resolve: "The Finisher",
  initiative: "The Starter",
  sociability: "The Connector",
  mindfulness: "The Anchor",
};

/** Items of one kind that have no valid answer yet. */
export function unanswered(items: readonly Item[], answers: Answers): string[] {
  return items.filter((item) => !isValid(item, answers[item.id])).map((item) => item.id);
}

/** Ratings: the mean of a facet's items, 1 becoming 0 and 5 becoming 100. */
export function scoreScale(items: readonly Item[], answers: Answers): Scores {
  return everyFacet((facet) => round(mean(ratings(facet, items, answers)) * 100));
}

/** Pairs: how often a facet was chosen where it was on offer. */
export function scoreChoices(items: readonly Item[], answers: Answers): Scores {
  return everyFacet((facet) => {
    const offered = items.filter((item) => item.kind === "choice" && offers(item, facet));
    const chosen = offered.filter((item) => chosenFacet(item, answers[item.id]) === facet);
    return offered.length === 0 ? 0 : round((chosen.length / offered.length) * 100);
  });
}

/** One score a facet, from ratings and pairs. */
export function combine(scale: Scores, choice: Partial<Scores>): Scores {
  return everyFacet((facet) =>
    round(SCALE_WEIGHT * scale[facet] + (1 - SCALE_WEIGHT) * (choice[facet] ?? scale[facet])),
  );
}

/** The strongest facet; the earlier one in FACETS when two are equal. */
export function strongest(scores: Scores): Facet {
  return FACETS.reduce((best, facet) => (scores[facet] > scores[best] ? facet : best));
}

export function styleOf(scores: Scores): string {
  return STYLES[strongest(scores)];
}

/** Ratings of a facet from 0 to 1, turned round where the item asks the opposite. */
function ratings(facet: Facet, items: readonly Item[], answers: Answers): number[] {
  return items.flatMap((item) => {
    const answer = answers[item.id];
    if (item.kind !== "scale" || item.facet !== facet || answer === undefined) return [];
    const rating = (answer - 1) / 4;
    return [item.reverse ? 1 - rating : rating];
  });
}

function isValid(item: Item, answer: number | undefined): boolean {
  return (
    Number.isInteger(answer) &&
    answer !== undefined &&
    answer >= 1 &&
    answer <= (item.kind === "scale" ? 5 : 2)
  );
}

function offers(item: Item, facet: Facet): boolean {
  return item.facet === facet || (item.kind === "choice" && item.otherFacet === facet);
}

function chosenFacet(item: Item, answer: number | undefined): Facet | undefined {
  if (item.kind !== "choice") return undefined;
  return answer === 1 ? item.facet : answer === 2 ? item.otherFacet : undefined;
}

function everyFacet(score: (facet: Facet) => number): Scores {
  return {
    perspective: score("perspective"),
    resolve: score("resolve"),
    initiative: score("initiative"),
    sociability: score("sociability"),
    mindfulness: score("mindfulness"),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
