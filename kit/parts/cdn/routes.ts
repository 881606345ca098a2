import type { Pattern } from "../../providers/cdns/pattern.ts";
import { patternText } from "../../providers/cdns/pattern.ts";
import { purgedOf } from "./purged.ts";

/** One address through the CDN that stands for a pattern. `path` has the query. */
export interface Route {
  readonly origin: string;
  readonly path: string;
  readonly pattern: string;
  /** The cache that is asked for it, under the origin's name; absent: whichever a reader is sent to. */
  readonly node?: string;
}

/** «https://app.example.com/results at http://10.0.0.1:6081» */
export function routeText({ origin, path, node }: Route): string {
  return origin + path + (node === undefined ? "" : ` at ${node}`);
}

/** The same at each node of a cache, besides where a reader is sent: one of them alone would tell of itself only. */
export function atNodes(routes: readonly Route[], nodes: readonly string[]): readonly Route[] {
  const others = nodes.flatMap((node) =>
    routes.filter(({ origin }) => origin !== node).map((route) => ({ ...route, node })),
  );
  return [...routes, ...others];
}

/**
 * The same addresses in every release, so that what an earlier one left in the cache is met. They look like an
 * address that a person follows: below the base, and with a query.
 */
const below = "rollout-check";
const query = "?rollout-route=1";

/** The addresses that prove a purge: for `/x/*` its base, with slash, with query and one level below. */
export function routesOf(origins: readonly string[], patterns: readonly Pattern[]): readonly Route[] {
  return unique(addressesOf(origins, patterns));
}

/**
 * The addresses at which a purge is proven: those of `routes`, where they are named; else those of what is purged, and
 * `/` where that has none (a tag names no address).
 */
export function provenAt(inputs: Proven): readonly Route[] {
  const { origins, routes } = inputs;
  const found = routesOf(origins, routes ?? purgedOf(inputs).purged);
  return found.length > 0 ? found : routesOf(origins, [{ kind: "path", value: "/" }]);
}

type Proven = Parameters<typeof purgedOf>[0] & {
  readonly origins: readonly string[];
  readonly routes: readonly Pattern[] | undefined;
};

function addressesOf(origins: readonly string[], patterns: readonly Pattern[]): readonly Route[] {
  return origins.flatMap((origin) =>
    patterns.flatMap((pattern) =>
      pathsOf(origin, pattern).map((path) => ({ origin, path, pattern: patternText(pattern) })),
    ),
  );
}

function unique(all: readonly Route[]): readonly Route[] {
  const known = new Map<string, Route>();
  for (const route of all) {
    const url = route.origin + route.path;
    if (!known.has(url)) known.set(url, route);
  }
  return [...known.values()];
}

/** The patterns of which no address is known: what carries a tag, and hosts that are no origins. */
export function unseen(origins: readonly string[], patterns: readonly Pattern[]): readonly string[] {
  return patterns
    .filter((pattern) => origins.every((origin) => pathsOf(origin, pattern).length === 0))
    .map(patternText);
}

function pathsOf(origin: string, pattern: Pattern): readonly string[] {
  if (pattern.kind === "path") return [pattern.value];
  if (pattern.kind === "prefix") return ofPrefix(pattern.value);
  if (pattern.kind === "everything") return ofPrefix("/");
  return pattern.kind === "host" && new URL(origin).host === pattern.value ? ofPrefix("/") : [];
}

function ofPrefix(base: string): readonly string[] {
  if (base === "/") return ["/", `/${query}`, `/${below}`];
  return [base, `${base}/`, `${base}${query}`, `${base}/${below}`];
}
