import type { CdnName } from "../../../kit/providers/cdns/names.ts";
import { type Found, type Repository, isBelow } from "../repository/open-repository.ts";

export interface CdnFound {
  readonly cdn: Found<CdnName>;
  readonly zone: Found<string> | undefined;
}

/** What a command says of a CDN, and where it says what is purged. */
const signs: readonly (readonly [CdnName, RegExp, RegExp])[] = [
  [
    "cloudflare",
    /\bCLOUDFLARE_ZONE(?:_ID)?\b|api\.cloudflare\.com\/client\/v4\/zones|uses:\s*[\w.-]+\/cloudflare-(?:cache-)?purge/i,
    /(?:CLOUDFLARE_ZONE(?:_ID)?:\s*["']?|\/zones\/)([0-9a-f]{32})\b/i,
  ],
  [
    "cloudfront",
    /\bcloudfront\s+create-invalidation\b|\bCLOUDFRONT_DISTRIBUTION(?:_ID)?\b/,
    /(?:--distribution-id[= ]+|DISTRIBUTION(?:_ID)?:\s*)["']?(E[A-Z0-9]{10,})\b/,
  ],
  [
    "fastly",
    /\bfastly\s+purge\b|\bFASTLY_SERVICE_ID\b|api\.fastly\.com\/service/,
    /(?:FASTLY_SERVICE_ID:\s*["']?|--service-id[= ]+|\/service\/)([A-Za-z0-9]{18,24})\b/,
  ],
];

/** The CDN that the repository's commands purge today; undefined where none does. */
export function findCdn(commands: readonly Found<string>[]): CdnFound | undefined {
  for (const [cdn, sign, zone] of signs) {
    const at = commands.find(({ value }) => sign.test(value))?.at;
    if (at === undefined) continue;
    const [named] = commands.flatMap(({ value, at: place }) => {
      const id = zone.exec(value)?.[1];
      return id === undefined ? [] : [{ value: id, at: place }];
    });
    return { cdn: { value: cdn, at }, zone: named };
  }
  return undefined;
}

/** The routes of a single-page app that its sources name, as what a CDN is told: `/results/:id` is `/results/*`. */
export async function findRoutes(repository: Repository, folder: string): Promise<readonly string[]> {
  const likely = repository.files.filter(
    (path) =>
      isBelow(folder, path) &&
      /(?:^|\/)(?:App|main|index|routes?|router)\b[^/]*\.[cm]?[jt]sx?$|\/routes?\//.test(path) &&
      !/\.(?:test|spec)\./.test(path),
  );
  const found = new Set<string>();
  for (const path of likely.slice(0, 100)) {
    const text = (await repository.text(path)) ?? "";
    for (const [, route = ""] of text.matchAll(/\bpath\s*[=:]\s*\{?["'`](\/[\w\-/:.]*)["'`]/g))
      found.add(patternOf(route));
  }
  found.delete("/");
  return [...found].sort().slice(0, 20);
}

function patternOf(route: string): string {
  const parts = route.split("/");
  const fixed = parts.findIndex((part) => part.startsWith(":"));
  return fixed === -1 ? route : `${parts.slice(0, fixed).join("/")}/*`;
}
