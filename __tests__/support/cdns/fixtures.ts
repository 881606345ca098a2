import { systemClock } from "../../../kit/ports/clock.ts";
import type { PatternKind } from "../../../kit/providers/cdns/pattern.ts";
import { type KnownCdn, type StartedCdn, startCdnNamed } from "../../../rehearsal/stand-ins/start-cdn.ts";

export const hosts = ["app.example.com", "www.example.com"] as const;

/** A CDN for the contract: its name, and what it says of itself. */
export interface CdnFixture {
  readonly name: KnownCdn;
  /** Calls for so many items of a kind: its limits, met by as few calls as they allow. */
  readonly calls: { readonly kind: PatternKind; readonly items: number; readonly calls: number };
  /** An answer with a good status that says no. */
  readonly errorInside: { readonly status: number; readonly json: unknown } | undefined;
  /** What a refused token is answered. */
  readonly wrongToken: string;
}

export const fixtures: readonly CdnFixture[] = [
  {
    name: "cloudflare",
    calls: { kind: "tag", items: 500, calls: 5 },
    errorInside: {
      status: 200,
      json: { success: false, errors: [{ code: 1, message: "no" }], result: null },
    },
    wrongToken: "PR302",
  },
  {
    name: "fastly",
    calls: { kind: "tag", items: 500, calls: 2 },
    errorInside: { status: 200, json: { status: "error", msg: "no" } },
    wrongToken: "PR302",
  },
  {
    name: "cloudfront",
    calls: { kind: "path", items: 500, calls: 1 },
    // Its answers are no JSON: one without an invalidation is asked for again, and then it is an error.
    errorInside: undefined,
    wrongToken: "PR302",
  },
  {
    name: "vercel",
    calls: { kind: "tag", items: 500, calls: 32 },
    errorInside: { status: 200, json: { error: { code: "nope", message: "no" } } },
    wrongToken: "PR302",
  },
  {
    name: "netlify",
    calls: { kind: "tag", items: 500, calls: 1 },
    errorInside: { status: 202, json: { error: "no" } },
    wrongToken: "PR302",
  },
  {
    name: "http",
    calls: { kind: "tag", items: 50, calls: 100 },
    // Whatever a cache says with a good status is a page for people.
    errorInside: undefined,
    wrongToken: "PR454",
  },
];

/** A zone of two hosts at this CDN. */
export function startFixture({ name }: CdnFixture, upstream: () => string): Promise<StartedCdn> {
  const zone = "5f0c1de4a2b94c7d8e9f001122334455";
  return startCdnNamed(name, { zone, token: "purger", hosts, clock: systemClock, upstream });
}
