import type { Came, Vendor } from "../edge/edge.ts";

/** Fastly has two words: what was passed is a MISS, what is served while it is stale a HIT. */
const words: Readonly<Record<Came, string>> = {
  HIT: "HIT",
  STALE: "HIT",
  REVALIDATED: "MISS",
  MISS: "MISS",
  EXPIRED: "MISS",
  DYNAMIC: "MISS",
  BYPASS: "MISS",
};

/** What Fastly's edge adds to an answer; every answer has an age. */
export const vendor: Vendor = {
  says: (came, age = 0) => ({
    "x-cache": words[came],
    "x-cache-hits": words[came] === "HIT" ? "1" : "0",
    age: String(age),
  }),
  signs: (number) => ({
    "x-served-by": `cache-ams2100${number % 10}-AMS`,
    via: "1.1 varnish",
  }),
  tagHeader: "surrogate-key",
  unreachable: { status: 503, title: "503 backend read error" },
};
