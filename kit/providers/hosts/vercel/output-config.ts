/** A route of the Build Output API (version 3), as far as static sites need it. */
export type OutputRoute = { readonly handle: string } | SourceRoute;

export interface SourceRoute {
  readonly src: string;
  readonly dest?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly continue?: boolean;
}

const forever = "public, max-age=31536000, immutable";

/**
 * `.vercel/output/config.json` of a single-page app: files first; a missing asset is 404 and never cached;
 * every other address is the page. Assets are immutable only where they are found: as a rule before the
 * files it would also mark a missing chunk for a year.
 */
export function outputConfig(assets: string): string {
  const folder = assets.replace(/^\/+|\/+$/g, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const routes: readonly OutputRoute[] = [
    { handle: "filesystem" },
    { src: `/${folder}/.*`, status: 404, headers: { "cache-control": "no-store" } },
    { src: "/.*", dest: "/index.html" },
    { handle: "hit" },
    { src: `/${folder}/(.*)`, headers: { "cache-control": forever }, continue: true },
  ];
  return JSON.stringify({ version: 3, routes });
}
