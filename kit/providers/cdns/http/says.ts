import type { CacheSays } from "../cdn.ts";

/** Where caches of one's own say it, in the order in which they are believed. */
const named = ["x-cache", "x-cache-status", "x-proxy-cache", "cache-status"] as const;

/**
 * What an answer says of the cache that it came from: `HIT` and its like; Varnish's two ids (the second is that of the
 * request which fetched the copy); else an age, which nothing fresh has.
 */
export function says(headers: Headers): CacheSays {
  const name = named.find((one) => headers.has(one));
  const age = headers.get("age");
  const told = age === null ? "" : `, age ${age}`;
  if (name !== undefined) {
    const value = headers.get(name) ?? "";
    return { from: fromWord(value), said: `${name} ${value}${told}` };
  }
  const ids = headers.get("x-varnish");
  if (ids !== null)
    return { from: /^\d+ \d+$/.test(ids) ? "cache" : "origin", said: `x-varnish ${ids}${told}` };
  if (age !== null && Number(age) > 0) return { from: "cache", said: `age ${age}` };
  return { from: "unknown", said: "no header tells of a cache" };
}

function fromWord(value: string): CacheSays["from"] {
  if (/\b(?:hit|stale|updating)\b/i.test(value) && !/fwd=stale/i.test(value)) return "cache";
  if (/\b(?:pass|bypass|dynamic)\b/i.test(value)) return "uncached";
  return /\b(?:miss|expired|revalidated|fwd)\b/i.test(value) ? "origin" : "unknown";
}
