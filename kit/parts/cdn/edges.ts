/** A CDN by the headers that it alone sets. Hosts' own edges (Vercel, Netlify) are not in the table. */
interface Edge {
  readonly name: string;
  readonly headers: readonly string[];
  /** Headers whose value tells. */
  readonly values?: Readonly<Record<string, RegExp>>;
}

/**
 * What is left out on purpose: `x-cache`, `age` and `via` of their own, which any proxy on the way sets; `x-vercel-*`
 * and `x-nf-*`, the caches of hosts that forget at each deployment what they kept.
 */
const edges: readonly Edge[] = [
  { name: "cloudflare", headers: ["cf-ray", "cf-cache-status"], values: { server: /^cloudflare/i } },
  { name: "fastly", headers: ["x-fastly-request-id"], values: { "x-served-by": /\bcache-[a-z]{3}/i } },
  { name: "cloudfront", headers: ["x-amz-cf-id", "x-amz-cf-pop"], values: { via: /\.cloudfront\.net/i } },
  {
    name: "akamai",
    headers: ["x-akamai-request-id", "akamai-grn", "x-akamai-transformed"],
    values: { server: /^akamai/i },
  },
  { name: "bunny", headers: ["cdn-pullzone", "cdn-requestid"], values: { server: /^bunnycdn/i } },
  { name: "keycdn", headers: [], values: { server: /^keycdn/i } },
  { name: "azure-front-door", headers: ["x-azure-ref"] },
  { name: "google-cloud-cdn", headers: ["cdn_cache_id", "x-goog-cdn-cache-status"] },
  { name: "varnish", headers: ["x-varnish"] },
];

/** The CDNs whose headers an answer carries, each with the header that told. */
export function edgesOf(headers: Headers): readonly { readonly name: string; readonly sign: string }[] {
  return edges.flatMap(({ name, headers: own, values = {} }) => {
    const sign =
      own.find((header) => headers.has(header)) ??
      Object.keys(values).find((header) => values[header]?.test(headers.get(header) ?? ""));
    return sign === undefined ? [] : [{ name, sign }];
  });
}
