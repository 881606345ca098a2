import type { ProjectRoutes } from "./vercel-json.ts";

/** A route of the Build Output API (version 3), as far as static sites need it. */
export type OutputRoute = { readonly handle: string } | SourceRoute;

export interface SourceRoute {
  readonly src: string;
  readonly dest?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly continue?: boolean;
  readonly check?: boolean;
  readonly has?: readonly unknown[];
  readonly missing?: readonly unknown[];
}

const forever = "public, max-age=31536000, immutable";

/**
 * `.vercel/output/config.json` of a single-page app: the project's own redirects and headers; files; a missing
 * asset is 404 and never cached; then the project's rewrites, or every other address is the page. Assets are
 * immutable only where they are found: as a rule before the files it would mark a missing chunk for a year.
 */
export function outputConfig(assets: string, own: ProjectRoutes): string {
  const folder = assets.replace(/^\/+|\/+$/g, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const asset = `/${assets.replace(/^\/+|\/+$/g, "")}/some-asset.js`;
  const missing = { src: `/${folder}/.*`, status: 404, headers: { "cache-control": "no-store" } };
  const proxied = own.rewrites.some((route) => fits(route, asset) && /^https?:/.test(route.dest ?? ""));
  const immutable = { src: `/${folder}/(.*)`, headers: { "cache-control": forever }, continue: true };
  const cached = own.headers.some((route) => fits(route, asset) && saysCache(route));
  const routes: readonly OutputRoute[] = [
    ...own.redirects,
    ...own.headers,
    { handle: "filesystem" },
    ...(proxied ? [] : [missing]),
    ...(own.rewrites.length > 0 ? own.rewrites : [{ src: "/.*", dest: "/index.html" }]),
    ...(cached ? [] : [{ handle: "hit" }, immutable]),
  ];
  return JSON.stringify({ version: 3, routes });
}

function fits({ src }: SourceRoute, path: string): boolean {
  return new RegExp(src).test(path);
}

function saysCache({ headers = {} }: SourceRoute): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === "cache-control");
}
