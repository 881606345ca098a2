export const FACETS = ["perspective", "resolve", "initiative", "sociability", "mindfulness"] as const;

export type Facet = (typeof FACETS)[number];

type Points = Readonly<Partial<Record<Facet, number>>>;

export interface Insight {
  readonly facet: Facet;
  readonly headline: string;
  readonly body: string;
}

/** How the scores came about; absent for results from before v1.3. */
export interface Detail {
  readonly scale: Points;
  readonly choice: Points;
  readonly agreement: Points;
  readonly confidence: number;
}

export interface Results {
  readonly attemptNo: number;
  readonly completedAt: string | undefined;
  readonly resultsVersion: string;
  readonly style: string;
  readonly facets: Readonly<Record<Facet, number>>;
  readonly detail: Detail | undefined;
  readonly insights: readonly Insight[];
}

/**
 * Reads what `get-results-by-session` answers, of this release or an older one.
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
    detail: readDetail(answer["detail"]),
    insights: Array.isArray(answer["insights"]) ? answer["insights"].flatMap(readInsight) : [],
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

function readDetail(value: unknown): Detail | undefined {
  const detail = object(value);
  const confidence = detail["confidence"];
  if (typeof confidence !== "number") return undefined;
  return {
    scale: readPoints(detail["scale"]),
    choice: readPoints(detail["choice"]),
    agreement: readPoints(detail["agreement"]),
    confidence,
  };
}

function readInsight(value: unknown): Insight[] {
  const { facet: name, headline, body } = object(value);
  const facet = FACETS.find((known) => known === name);
  return facet && typeof headline === "string" && typeof body === "string" ? [{ facet, headline, body }] : [];
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
