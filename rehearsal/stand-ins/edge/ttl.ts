import type { Fetched } from "./origin.ts";
import type { EdgeZone } from "./state.ts";

const staticFiles =
  /\.(?:js|mjs|css|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|eot|pdf|zip|map|csv|mp4|webm)$/i;

/**
 * How long the edge keeps an answer, in seconds; 0 is BYPASS, `uncached` is DYNAMIC. A Cache Rule (the longest prefix
 * that fits) wins over the origin's `cache-control`; without one only files with a static extension are kept.
 */
export function ttlOf(zone: EdgeZone, path: string, { status, headers }: Fetched): number | "uncached" {
  if (status !== 200) return "uncached";
  const rule = zone.rules
    .filter(({ prefix }) => path.startsWith(prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0];
  if (headers["set-cookie"] !== undefined) return 0;
  if (rule !== undefined) return rule.edgeTtl;
  if (!staticFiles.test(path)) return "uncached";
  const said = headers["cache-control"] ?? "";
  if (/\b(?:private|no-store|no-cache)\b/.test(said)) return 0;
  const seconds = /\bs-maxage=(\d+)/.exec(said)?.[1] ?? /\bmax-age=(\d+)/.exec(said)?.[1];
  return seconds === undefined ? 7200 : Number(seconds);
}
