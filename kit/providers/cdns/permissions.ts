import type { Permission } from "../../action/permission.ts";

const why = "purging what the release changed";

/** What the CDN's token must be allowed, by CDN. */
export const cdnPermissions: readonly Permission[] = (
  [
    ["Cloudflare", "Zone → Cache Purge → Purge", "`cdn: cloudflare`"],
    ["Fastly", "purge_select", "`cdn: fastly`"],
    ["Fastly", "purge_all", "`cdn: fastly`, and `everything` is purged"],
    ["CloudFront", "cloudfront:CreateInvalidation", "`cdn: cloudfront`"],
    ["CloudFront", "cloudfront:GetInvalidation", "`cdn: cloudfront`, and `purge-wait` waits"],
    ["Vercel", "write the project", "`cdn: vercel`"],
    ["Netlify", "write the site", "`cdn: netlify`"],
  ] as const
).map(([service, name, when]) => ({ service, name, why, when, without: "fails" as const }));
