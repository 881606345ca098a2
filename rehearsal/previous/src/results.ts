export const FACETS = ["perspective", "resolve", "initiative", "sociability", "mindfulness"] as const;

export type Facet = (typeof FACETS)[number];

type Points = Readonly<Partial<Record<Facet, number>>>;

export interface Results {
  readonly attemptNo: number;
  readonly completedAt: string | undefined;
  readonly resultsVersion: string;
  readonly style: string;
  readonly facets: Readonly<Record<Facet, number>>;
}

/**
 * Reads what `get-results-by-session` answers. What it does not know is ignored.
 * @throws {Error} when the style or a facet's score is missing.
 */
export function readResults(value: unknown): Results {
  const answer = object(value);
  const style = answer["style"];
  if (typeof style !== "string") throw new Error("The results have no style.");
  return {
    attemptNo: Number(answer["attempt_no"] ?? 1),
    completedAt: typeof answer["completed_at"] === "string" ? answer["completed_at"] : undefined,
    resultsVersion: String(answer["results_version"] ?? "unknown"),
    style,
    facets: readFacets(answer["facets"]),
  };
}

function readFacets(value: unknown): Record<Facet, number> {
  const points = readPoints(value);
  const score = (facet: Facet) => {
    const found = points[facet];
    if (found === undefined) throw new Error(`The results have no score for ${facet}.`);
    return found;
  };
  return {
    perspective: score("perspective"),
    resolve: score("resolve"),
    initiative: score("initiative"),
    sociability: score("sociability"),
    mindfulness: score("mindfulness"),
  };
}

function readPoints(value: unknown): Points {
  const points = object(value);
  return Object.fromEntries(
    FACETS.flatMap((facet) => (typeof points[facet] === "number" ? [[facet, points[facet]]] : [])),
  );
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
