import type { PatternKind } from "../../../kit/providers/cdns/pattern.ts";
import type { CdnName } from "../../../kit/providers/cdns/names.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { newCloudflareState } from "../../../rehearsal/stand-ins/cloudflare/new-state.ts";
import { startCloudflare } from "../../../rehearsal/stand-ins/cloudflare/start.ts";
import { startCloudfront } from "../../../rehearsal/stand-ins/cloudfront/start.ts";
import { newCloudfrontState } from "../../../rehearsal/stand-ins/cloudfront/state.ts";
import { newAccount } from "../../../rehearsal/stand-ins/edge/account.ts";
import type { EdgeStandIn } from "../../../rehearsal/stand-ins/edge/start.ts";
import { startFastly } from "../../../rehearsal/stand-ins/fastly/start.ts";
import { startHttpCache } from "../../../rehearsal/stand-ins/http-cache/start.ts";
import { startNetlifyEdge } from "../../../rehearsal/stand-ins/netlify-edge/start.ts";
import { startVercelEdge } from "../../../rehearsal/stand-ins/vercel-edge/start.ts";

export const hosts = ["app.example.com", "www.example.com"] as const;
const clock = systemClock;

/** A CDN for the contract: its stand-in, the inputs that lead to it, and what it says of itself. */
export interface CdnFixture {
  readonly name: Exclude<CdnName, "none">;
  readonly start: (upstream: () => string) => Promise<Started>;
  /** Calls for so many items of a kind: its limits, met by as few calls as they allow. */
  readonly calls: { readonly kind: PatternKind; readonly items: number; readonly calls: number };
  /** An answer with a good status that says no. */
  readonly errorInside: { readonly status: number; readonly json: unknown } | undefined;
  /** What a refused token is answered. */
  readonly wrongToken: string;
}

export interface Started {
  readonly standIn: EdgeStandIn;
  readonly inputs: Readonly<Record<string, string>>;
}

const id = "zone0001";

export const fixtures: readonly CdnFixture[] = [
  {
    name: "cloudflare",
    start: async (upstream) => {
      const zone = "5f0c1de4a2b94c7d8e9f001122334455";
      const state = newCloudflareState({
        now: clock.now(),
        tokens: { purger: { permissions: ["cache_purge"] } },
        zones: [{ id: zone, name: "example.com", hosts }],
      });
      return started(await startCloudflare({ state, clock, upstream }), { zone });
    },
    calls: { kind: "tag", items: 500, calls: 5 },
    errorInside: {
      status: 200,
      json: { success: false, errors: [{ code: 1, message: "no" }], result: null },
    },
    wrongToken: "PR302",
  },
  {
    name: "fastly",
    start: async (upstream) =>
      started(await startFastly({ state: newAccount(account), clock, upstream }), {}),
    calls: { kind: "tag", items: 500, calls: 2 },
    errorInside: { status: 200, json: { status: "error", msg: "no" } },
    wrongToken: "PR302",
  },
  {
    name: "cloudfront",
    start: async (upstream) => {
      const state = newCloudfrontState({ ...account, secrets: { purger: "secret" } });
      return started(await startCloudfront({ state, clock, upstream }), { "cdn-token": "purger:secret" });
    },
    calls: { kind: "path", items: 500, calls: 1 },
    // Its answers are no JSON: one without an invalidation is asked for again, and then it is an error.
    errorInside: undefined,
    wrongToken: "PR302",
  },
  {
    name: "vercel",
    start: async (upstream) =>
      started(await startVercelEdge({ state: newAccount(account), clock, upstream }), {}),
    calls: { kind: "tag", items: 500, calls: 32 },
    errorInside: { status: 200, json: { error: { code: "nope", message: "no" } } },
    wrongToken: "PR302",
  },
  {
    name: "netlify",
    start: async (upstream) =>
      started(await startNetlifyEdge({ state: newAccount(account), clock, upstream }), {}),
    calls: { kind: "tag", items: 500, calls: 1 },
    errorInside: { status: 202, json: { error: "no" } },
    wrongToken: "PR302",
  },
  {
    name: "http",
    start: async (upstream) => startNodes(upstream),
    calls: { kind: "tag", items: 50, calls: 100 },
    // Whatever a cache says with a good status is a page for people.
    errorInside: undefined,
    wrongToken: "PR454",
  },
];

const account = { tokens: { purger: [id], node: [] }, zones: [{ id, hosts }] };

function started(standIn: EdgeStandIn, more: Readonly<Record<string, string>>): Started {
  const inputs = { zone: id, "cdn-token": "purger", "cdn-api-url": standIn.url, ...more };
  return { standIn, inputs };
}

/** Two nodes: browsers are sent to the first, as long as it answers. */
async function startNodes(upstream: () => string): Promise<Started> {
  const state = newAccount({
    tokens: { purger: ["node1", "node2"] },
    zones: [
      { id: "node1", hosts },
      { id: "node2", hosts: ["node2.internal"] },
    ],
  });
  const standIn = await startHttpCache({ state, clock, upstream });
  const own = "X-Purge-Token: {token}";
  const inputs = {
    "cdn-token": "purger",
    "purge-nodes": [standIn.origin(hosts[0]), standIn.origin("node2.internal")].join(","),
    "purge-requests": JSON.stringify({
      path: `PURGE {path}\n${own}`,
      prefix: `PURGE /\n${own}\nX-Purge-Match: {regex}`,
      tag: `PURGE /\n${own}\nxkey: {tag}`,
      host: `PURGE /\n${own}\nX-Purge-Scope: host`,
      everything: `PURGE /\n${own}\nX-Purge-Scope: all`,
    }),
  };
  return { standIn, inputs };
}
