import type { Condition, OutputConfig, OutputRoute, SourceRoute } from "./output-config.ts";

/** A browser's request as the routes see it. */
export interface RoutedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What the routes decide: a file of the output, a redirect, or a bare status. */
export interface RouteDecision {
  readonly status: number;
  /** The output file that is the body, or undefined when there is none. */
  readonly file?: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Phase = "start" | "filesystem" | "hit" | "miss" | "error" | "rewrite" | "resource";

/**
 * Sends a request through the routes of a Build Output config, as Vercel's edge does for static output:
 * the routes before any handle, the filesystem, the routes after it, `miss`, and at the end `hit` or `error`.
 * `find` gives the output file for a URL path.
 */
export function decide(
  config: OutputConfig,
  request: RoutedRequest,
  find: (path: string) => string | undefined,
): RouteDecision {
  const phases = split(config.routes ?? []);
  const trip: Trip = { request, path: request.path, headers: {}, status: undefined };
  for (const phase of ["start", "filesystem", "resource", "rewrite", "miss"] as const) {
    if (phase === "filesystem") {
      const file = find(trip.path);
      if (file !== undefined) return hit(phases, trip, file);
    }
    const answer = run(phases[phase], trip, find);
    if (answer === "redirect") return { status: trip.status ?? 307, headers: trip.headers };
    if (answer === "status") return fail(phases, trip, trip.status ?? 404, find);
    if (answer === "found" || phase === "miss") {
      const file = find(trip.path);
      if (file !== undefined) return hit(phases, trip, file);
      if (answer === "found" && phase !== "start") break;
    }
  }
  return fail(phases, trip, 404, find);
}

interface Trip {
  readonly request: RoutedRequest;
  path: string;
  headers: Record<string, string>;
  status: number | undefined;
}

function run(
  routes: readonly SourceRoute[],
  trip: Trip,
  find: (path: string) => string | undefined,
): "redirect" | "status" | "found" | undefined {
  for (const route of routes) {
    const match = matches(route, trip);
    if (!match) continue;
    applyHeaders(route, match, trip);
    const dest = route.dest === undefined ? undefined : substitute(route.dest, match);
    if (route.status !== undefined) trip.status = route.status;
    if (isRedirect(route, trip)) return "redirect";
    if (dest !== undefined && route.check && find(pathOf(dest)) === undefined) continue;
    if (dest !== undefined) trip.path = pathOf(dest);
    if (route.continue) continue;
    if (dest === undefined && route.status !== undefined) return "status";
    return "found";
  }
  return undefined;
}

function hit(phases: Record<Phase, SourceRoute[]>, trip: Trip, file: string): RouteDecision {
  for (const route of phases.hit) {
    const match = matches(route, trip);
    if (match) applyHeaders(route, match, trip);
    if (match && !route.continue) break;
  }
  return { status: trip.status ?? 200, file, headers: trip.headers };
}

function fail(
  phases: Record<Phase, SourceRoute[]>,
  trip: Trip,
  status: number,
  find: (path: string) => string | undefined,
): RouteDecision {
  for (const route of phases.error) {
    if (route.status !== undefined && route.status !== status && route.dest === undefined) continue;
    const match = matches(route, trip);
    if (!match) continue;
    applyHeaders(route, match, trip);
    if (route.continue) continue;
    const file = route.dest === undefined ? undefined : find(pathOf(substitute(route.dest, match)));
    return { status: route.status ?? status, headers: trip.headers, ...(file === undefined ? {} : { file }) };
  }
  return { status, headers: trip.headers };
}

function isRedirect(route: SourceRoute, trip: Trip): boolean {
  const status = route.status ?? 0;
  return status >= 300 && status < 400 && trip.headers["location"] !== undefined;
}

function matches(route: SourceRoute, trip: Trip): RegExpExecArray | undefined {
  if (route.methods && !route.methods.includes(trip.request.method)) return undefined;
  const source = route.src.startsWith("^") ? route.src : `^${route.src}`;
  const anchored = source.endsWith("$") ? source : `${source}$`;
  const match = new RegExp(anchored, route.caseSensitive ? "" : "i").exec(trip.path);
  if (!match) return undefined;
  const holds = (condition: Condition): boolean => isTrue(condition, trip.request);
  if (route.has && !route.has.every(holds)) return undefined;
  if (route.missing?.some(holds)) return undefined;
  return match;
}

function isTrue({ type, key, value }: Condition, request: RoutedRequest): boolean {
  const found = fact(type, key ?? "", request);
  if (found === undefined) return false;
  return value === undefined || new RegExp(`^${value}$`).test(found);
}

function fact(type: Condition["type"], key: string, request: RoutedRequest): string | undefined {
  if (type === "query") return request.query.get(key) ?? undefined;
  const header = (name: string): string | undefined => {
    const found = request.headers[name.toLowerCase()];
    return Array.isArray(found) ? found.join(", ") : found;
  };
  if (type === "host") return header("host");
  if (type === "header") return header(key);
  const pair = header("cookie")
    ?.split("; ")
    .find((cookie) => cookie.startsWith(`${key}=`));
  return pair?.slice(key.length + 1);
}

function applyHeaders(route: SourceRoute, match: RegExpExecArray, trip: Trip): void {
  for (const [name, value] of Object.entries(route.headers ?? {})) {
    trip.headers[name.toLowerCase()] = substitute(value, match);
  }
}

function substitute(text: string, match: RegExpExecArray): string {
  return text.replace(/\$(?:(\d+)|([a-zA-Z]\w*))/g, (whole, index?: string, name?: string) => {
    if (index !== undefined) return match[Number(index)] ?? "";
    return match.groups?.[name ?? ""] ?? whole;
  });
}

function pathOf(dest: string): string {
  const path = dest.split("?")[0] ?? "";
  return path.startsWith("/") ? path : `/${path}`;
}

function split(routes: readonly OutputRoute[]): Record<Phase, SourceRoute[]> {
  const phases: Record<Phase, SourceRoute[]> = {
    start: [],
    filesystem: [],
    hit: [],
    miss: [],
    error: [],
    rewrite: [],
    resource: [],
  };
  let phase: Phase = "start";
  for (const route of routes) {
    if ("handle" in route) phase = route.handle;
    else phases[phase].push(route);
  }
  return phases;
}
