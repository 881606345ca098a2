import { UserError, describe } from "../../../errors/user-error.ts";
import type { CdnInputs } from "../../../parts/cdn/inputs.ts";
import { type Api, jsonApi } from "../../../ports/json-api.ts";
import type { Cdn, CdnWorld, PurgeOrder } from "../cdn.ts";
import { lackOfToken } from "../needs.ts";
import { atOnce } from "../order.ts";
import { type Request, requestsOf } from "./requests.ts";
import { says } from "./says.ts";
import { templateKinds } from "./template.ts";

const tokenHint = "Pass what `{token}` stands for in purge-requests as `cdn-token`.";

/**
 * Caches of one's own (Varnish, nginx, any that are told by a request): every node is told by itself, and each kind of
 * pattern by the request that `purge-requests` has for it.
 */
export function openHttp(inputs: CdnInputs, world: CdnWorld): Cdn {
  const { purgeRequests: templates, cdnToken, purgeStatuses } = inputs;
  const nodes = inputs.purgeNodes.length === 0 ? inputs.origins : inputs.purgeNodes;
  const needsToken = JSON.stringify(templates).includes("{token}");
  return {
    name: "http",
    purges: new Set(templateKinds.filter((kind) => templates[kind] !== undefined)),
    softens: new Set(),
    takesQueries: false,
    nodes: inputs.purgeNodes,
    lacks: () => (needsToken ? lackOfToken(cdnToken, tokenHint) : undefined),
    purge: async (order) => {
      const requests = requestsOf(templates, order, cdnToken);
      await purgeNodes(world, nodes, requests, purgeStatuses, order);
      return [];
    },
    says,
  };
}

/** Nodes are told at the same time, each in order; one that fails holds no other up. @throws {UserError} PR454 */
async function purgeNodes(
  world: CdnWorld,
  nodes: readonly string[],
  requests: readonly Request[],
  accepted: readonly number[],
  { origins }: PurgeOrder,
): Promise<void> {
  const failures = await atOnce(nodes, nodes.length, async (node) => {
    const why = await tellNode(world, node, requests, accepted, origins);
    return why === undefined ? [] : [`${node} (${why})`];
  });
  const failed = failures.flat();
  if (failed.length === 0) return;
  const rest = nodes.length - failed.length;
  throw new UserError(
    "PR454",
    `${failed.length} of ${nodes.length} cache nodes ${failed.length === 1 ? "was" : "were"} not purged: ${failed.join("; ")}. ${rest} of ${nodes.length} ${rest === 1 ? "was" : "were"}.`,
    "Whoever is sent to such a node sees what it has kept. Mend the node or take it out of purge-nodes, then run this job again: purging twice does no harm.",
  );
}

/** Why a node was not told; undefined when it has taken every request. */
async function tellNode(
  world: CdnWorld,
  node: string,
  requests: readonly Request[],
  accepted: readonly number[],
  origins: readonly string[],
): Promise<string | undefined> {
  const api = nodeApi(world, node);
  for (const request of requests) {
    try {
      const { status, headers } = await api(request.method, request.target, {
        headers: { host: new URL(origins[0] ?? node).host, ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body }),
        safe: true,
        as: "bytes",
        accept: [...accepted, 301, 302, 303, 307, 308],
      });
      if (accepted.includes(status)) continue;
      const to = headers.get("location") ?? "nowhere";
      return `it redirects ${request.method} ${request.target} to ${to}, and no purge follows a redirect: write that node's own address`;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return describe(error).replace(/\.$/, "");
    }
  }
  return undefined;
}

function nodeApi(world: CdnWorld, node: string): Api {
  const manual = {
    ...world,
    http: ((url, init) => world.http(url, { ...init, redirect: "manual" })) as CdnWorld["http"],
  };
  return jsonApi(manual, {
    name: "Cache",
    baseUrl: node,
    headers: { accept: "*/*", "user-agent": "prism-rollout" },
    tokenHint:
      "Look at what the node allows to purge it (Varnish: acl purge), and at `{token}` in purge-requests.",
    timeout: 10_000,
    attempts: 3,
  });
}
