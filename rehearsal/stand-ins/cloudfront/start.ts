import type { Came, Vendor } from "../edge/edge.ts";
import { type EdgeOptions, type EdgeStandIn, startEdge } from "../edge/start.ts";
import { cloudfrontError, routes } from "./api.ts";
import type { CloudfrontState } from "./state.ts";

/** A running CloudFront stand-in. */
export type CloudfrontStandIn = EdgeStandIn<CloudfrontState>;

/** Starts it on loopback. @throws {Error} when `port` is taken (code EADDRINUSE). */
export async function startCloudfront(options: EdgeOptions<CloudfrontState>): Promise<CloudfrontStandIn> {
  return await startEdge(options, {
    vendor: () => vendor,
    routes,
    noRoute: () => cloudfrontError(404, "NoSuchResource", "The specified resource does not exist."),
  });
}

const words: Readonly<Record<Came, string>> = {
  HIT: "Hit",
  STALE: "Hit",
  REVALIDATED: "RefreshHit",
  MISS: "Miss",
  EXPIRED: "Miss",
  DYNAMIC: "Miss",
  BYPASS: "Miss",
};

const vendor: Vendor = {
  says: (came, age) => ({
    "x-cache": `${words[came]} from cloudfront`,
    ...(age === undefined ? {} : { age: String(age) }),
  }),
  signs: (number) => ({
    via: "1.1 abcdef0123456789.cloudfront.net (CloudFront)",
    "x-amz-cf-pop": "AMS1-P1",
    "x-amz-cf-id": `id${number}==`,
  }),
  tagHeader: "cache-tag",
  unreachable: { status: 502, title: "502 ERROR: The request could not be satisfied" },
};
