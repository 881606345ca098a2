/** The CDNs that this suite knows; `cdns.ts` has one opener for each. `none` is said, never assumed. */
export const cdnNames = ["cloudflare", "fastly", "cloudfront", "vercel", "netlify", "http", "none"] as const;

export type CdnName = (typeof cdnNames)[number];
