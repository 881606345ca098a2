import { duration, flag, integer, list, oneOf, optional, secret, text, url } from "../../action/input.ts";
import type { ValuesOf } from "../../action/spec.ts";
import { cdnNames } from "../../providers/cdns/names.ts";
import { hostOrigins, origins } from "../web/origins.ts";
import { assets, hostTeam } from "../web/shared-inputs.ts";
import { nodes, statuses } from "./nodes-input.ts";
import { addresses, patterns } from "./patterns-input.ts";
import { requests } from "./requests-input.ts";

/** What `plan`, `purge-cdn` and `rollback` need to know of the CDN in front of a target's web app. */
export const cdnInputs = {
  cdn: oneOf(cdnNames, {
    description: "The CDN in front of the web app; `none` where there is none, and it must be said.",
  }),
  origins: origins({
    description:
      "What browsers ask for: `app.example.com` means https; `http://` only for loopback. Each must serve the release.",
  }),
  "host-origins": hostOrigins,
  zone: optional(
    text({
      description:
        "What is purged at the CDN, by its id: Cloudflare's zone, Fastly's service, CloudFront's distribution, Vercel's project, Netlify's site.",
    }),
  ),
  "cdn-token": optional(
    secret({
      description:
        "Token for the CDN (Cloudflare: Zone → Cache Purge → Purge). CloudFront takes `<access key id>:<secret access key>`, or what aws-actions/configure-aws-credentials left in the environment. `plan` needs none.",
    }),
  ),
  "host-team": hostTeam,
  "cdn-api-url": optional(
    url({ description: "Base URL of the CDN's API, where it is not the vendor's own." }),
  ),
  paths: optional(
    patterns({
      description:
        "What is purged: `/path`, `/prefix/*` (covers `/prefix`, `/prefix/`, `/prefix?…` and below), `tag:x`, `host:x`; or `everything`, alone.",
    }),
  ),
  routes: optional(
    addresses({
      description:
        "Addresses that must serve the release through the CDN, in the language of `paths`. Without them those that `paths` mean; of tags alone nobody knows the addresses, and `/` is asked.",
    }),
  ),
  invalidate: flag({
    description:
      "Ask the origin whether a copy is still good instead of forgetting it (soft purge). A rollback always purges hard.",
    default: "false",
  }),
  "purge-nodes": nodes({
    description:
      "cdn `http`: every node of the cache, by its own address (`http://10.0.0.1:6081`); each is told by itself, and asked for every route. Empty: the origins are the nodes.",
    default: "",
  }),
  "purge-requests": requests({
    description:
      "cdn `http`: how a node is told, a request for each kind of pattern (`path`, `prefix`, `tag`, `host`, `everything`): method and path, then headers a line each (or after `⏎`), an empty line and a body. `{path}`, `{prefix}`, `{regex}`, `{tag}`, `{host}`, `{origin}` and `{token}` are filled in. What has no request is not purged, and refused.",
    default: "{ path: PURGE {path} }",
  }),
  "purge-statuses": statuses({
    description:
      "cdn `http`: the statuses by which a node says that it has forgotten, or had nothing to forget.",
    default: "200, 202, 204, 404, 412",
  }),
  "purge-wait": duration({
    description:
      "cdn `cloudfront`: how long to wait until every location has an invalidation; `0s` does not wait, and the routes alone prove it.",
    default: "0s",
  }),
  "purge-limit": integer({
    description: "At most how often to purge, when an old page was cached again meanwhile.",
    default: "3",
    min: 1,
    max: 20,
  }),
  assets,
  "ignore-edges": list({
    description:
      "CDNs that may answer on the origins although they are not declared, by name: the host's own edge, or one that keeps no pages.",
    default: "",
  }),
  "verify-timeout": duration({
    description: "How long the CDN may take to serve the release on every route.",
    default: "2m",
  }),
  "poll-interval": duration({ description: "Time between two looks.", default: "2s" }),
};

export type CdnInputs = ValuesOf<typeof cdnInputs>;
