/** A CDN by the headers that it alone sets. */
interface Edge {
  /** As `cdn:` names it, where this suite knows it. */
  readonly name: string;
  /** A host's own edge, which forgets at each deployment what it kept: a sign of it, but nothing to be declared. */
  readonly isHosts?: boolean;
  readonly headers: readonly string[];
  /** Headers whose value tells. */
  readonly values?: Readonly<Record<string, RegExp>>;
}

/**
 * What is left out on purpose: `age`, and `x-cache` and `via` that name nobody, which any proxy on the way sets.
 */
const edges: readonly Edge[] = [
  { name: "cloudflare", headers: ["cf-ray", "cf-cache-status"], values: { server: /^cloudflare/i } },
  { name: "fastly", headers: ["x-fastly-request-id"], values: { "x-served-by": /\bcache-[a-z]{3}/i } },
  {
    name: "cloudfront",
    headers: ["x-amz-cf-id", "x-amz-cf-pop"],
    values: { via: /\.cloudfront\.net/i, "x-cache": /\bfrom cloudfront\b/i },
  },
  {
    name: "akamai",
    headers: ["x-akamai-request-id", "akamai-grn", "x-akamai-transformed"],
    values: { server: /^akamai/i, "x-cache": /^TCP_\w+ from \S*akamai/i },
  },
  {
    name: "bunny",
    headers: ["cdn-pullzone", "cdn-requestid", "cdn-cache", "cdn-cachedat"],
    values: { server: /^bunnycdn/i },
  },
  { name: "keycdn", headers: [], values: { server: /^keycdn/i } },
  { name: "azure-front-door", headers: ["x-azure-ref"] },
  { name: "google-cloud-cdn", headers: ["cdn_cache_id", "x-goog-cdn-cache-status"] },
  { name: "varnish", headers: ["x-varnish"] },
  { name: "vercel", isHosts: true, headers: ["x-vercel-cache", "x-vercel-id"] },
  {
    name: "netlify",
    isHosts: true,
    headers: ["x-nf-request-id"],
    values: { "cache-status": /"Netlify (?:Edge|Durable)"/i },
  },
];

/** A sign of one, and whether it must be declared. */
export interface Sign {
  readonly name: string;
  readonly sign: string;
  readonly isHosts: boolean;
}

/** The CDNs whose headers an answer carries, each with the header that told. */
export function edgesOf(headers: Headers): readonly Sign[] {
  return edges.flatMap(({ name, isHosts = false, headers: own, values = {} }) => {
    const sign =
      own.find((header) => headers.has(header)) ??
      Object.keys(values).find((header) => values[header]?.test(headers.get(header) ?? ""));
    return sign === undefined ? [] : [{ name, sign, isHosts }];
  });
}

/** Whether a sign is one of the CDN that is declared; Varnish is one that is told by requests. */
export function isSignOf(name: string, cdn: string | undefined): boolean {
  return name === cdn || (name === "varnish" && cdn === "http");
}
