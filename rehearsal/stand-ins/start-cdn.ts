import type { Clock } from "../../kit/ports/clock.ts";
import type { CdnName } from "../../kit/providers/cdns/names.ts";
import { newCloudflareState } from "./cloudflare/new-state.ts";
import { startCloudflare } from "./cloudflare/start.ts";
import { startCloudfront } from "./cloudfront/start.ts";
import { newCloudfrontState } from "./cloudfront/state.ts";
import { newAccount } from "./edge/account.ts";
import type { EdgeStandIn } from "./edge/start.ts";
import { startFastly } from "./fastly/start.ts";
import { startHttpCache } from "./http-cache/start.ts";
import { startNetlifyEdge } from "./netlify-edge/start.ts";
import { startVercelEdge } from "./vercel-edge/start.ts";

/** A CDN of any vendor, and what leads to it. */
export interface StartedCdn {
  readonly standIn: EdgeStandIn;
  /** What `cdn-token` is. */
  readonly token: string;
  /** The inputs of `purge-cdn` that name what is purged; the address of its API among them. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What a CDN stands before. `token` may purge the one zone, which has all hosts. */
export interface CdnOrder {
  readonly zone: string;
  readonly token: string;
  readonly hosts: readonly string[];
  readonly clock: Pick<Clock, "now">;
  /** The address of the origin behind a host, asked at every request. */
  readonly upstream: (host: string) => string;
  /** Pages (HTML) carry this tag, as the origin would write it in this vendor's header. */
  readonly pageTag?: string;
}

export type KnownCdn = Exclude<CdnName, "none">;

/** Starts the stand-in of a CDN, with an account in which the token may purge the zone and nothing else. */
export async function startCdnNamed(name: KnownCdn, order: CdnOrder): Promise<StartedCdn> {
  return await starters[name](order);
}

const starters: Readonly<Record<KnownCdn, (order: CdnOrder) => Promise<StartedCdn>>> = {
  cloudflare: async (order) => {
    const { zone, token, hosts, pageTag, clock, upstream } = order;
    const state = newCloudflareState({
      now: clock.now(),
      tokens: { [token]: { permissions: ["cache_purge"], zones: [zone] } },
      zones: [{ id: zone, name: "example.com", hosts, ...tagged(pageTag) }],
    });
    return withApi(order, await startCloudflare({ state, clock, upstream }));
  },
  fastly: async (order) => withApi(order, await startFastly({ ...order, state: accountOf(order) })),
  vercel: async (order) => withApi(order, await startVercelEdge({ ...order, state: accountOf(order) })),
  netlify: async (order) => withApi(order, await startNetlifyEdge({ ...order, state: accountOf(order) })),
  cloudfront: async (order) => {
    const { token, zone, hosts, pageTag } = order;
    const id = "AKIAREHEARSAL";
    const state = newCloudfrontState({
      tokens: { [id]: [zone] },
      secrets: { [id]: token },
      zones: [{ id: zone, hosts, ...tagged(pageTag) }],
    });
    return { ...withApi(order, await startCloudfront({ ...order, state })), token: `${id}:${token}` };
  },
  http: startNodes,
};

function tagged(pageTag: string | undefined): { readonly pageTag?: string } {
  return pageTag === undefined ? {} : { pageTag };
}

function accountOf({ token, zone, hosts, pageTag }: CdnOrder): ReturnType<typeof newAccount> {
  return newAccount({ tokens: { [token]: [zone] }, zones: [{ id: zone, hosts, ...tagged(pageTag) }] });
}

function withApi({ token, zone }: CdnOrder, standIn: EdgeStandIn): StartedCdn {
  return { standIn, token, inputs: { zone, "cdn-api-url": standIn.url } };
}

/** Two nodes: browsers are sent to the first, as long as it answers. */
async function startNodes(order: CdnOrder): Promise<StartedCdn> {
  const { token, hosts, pageTag } = order;
  const state = newAccount({
    tokens: { [token]: ["node1", "node2"] },
    zones: [
      { id: "node1", hosts, ...tagged(pageTag) },
      { id: "node2", hosts: ["node2.internal"], ...tagged(pageTag) },
    ],
  });
  const standIn = await startHttpCache({ ...order, state });
  const own = "X-Purge-Token: {token}";
  const nodes = [standIn.origin(hosts[0] ?? ""), standIn.origin("node2.internal")];
  const requests = {
    path: `PURGE {path}\n${own}`,
    prefix: `PURGE /\n${own}\nX-Purge-Match: {regex}`,
    tag: `PURGE /\n${own}\nxkey: {tag}`,
    host: `PURGE /\n${own}\nX-Purge-Scope: host`,
    everything: `PURGE /\n${own}\nX-Purge-Scope: all`,
  };
  const inputs = { "purge-nodes": nodes.join(","), "purge-requests": JSON.stringify(requests) };
  return { standIn, token, inputs };
}
