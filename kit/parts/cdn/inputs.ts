import { duration, flag, integer, list, oneOf, optional, secret, text, url } from "../../action/input.ts";
import type { ValuesOf } from "../../action/spec.ts";
import { cdnNames } from "../../providers/cdns/names.ts";
import { hostOrigins, origins } from "../web/origins.ts";
import { patterns } from "./patterns-input.ts";

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
  zone: optional(text({ description: "The zone at the CDN (Cloudflare: its id, not its name)." })),
  "cdn-token": optional(
    secret({ description: "Token for the CDN (Cloudflare: Zone → Cache Purge → Purge). `plan` needs none." }),
  ),
  "cdn-api-url": url({
    description: "Base URL of the CDN's API.",
    default: "https://api.cloudflare.com/client/v4",
  }),
  paths: optional(
    patterns({
      description:
        "What is purged: `/path`, `/prefix/*` (covers `/prefix`, `/prefix/`, `/prefix?…` and below), `tag:x`, `host:x`; or `everything`, alone.",
    }),
  ),
  invalidate: flag({
    description:
      "Ask the origin whether a copy is still good instead of forgetting it (soft purge). A rollback always purges hard.",
    default: "false",
  }),
  "purge-limit": integer({
    description: "At most how often to purge, when an old page was cached again meanwhile.",
    default: "3",
    min: 1,
    max: 20,
  }),
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
