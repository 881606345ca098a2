import { systemClock } from "../../kit/ports/clock.ts";
import type { EdgeStandIn } from "../stand-ins/edge/start.ts";
import { type KnownCdn, startCdnNamed } from "../stand-ins/start-cdn.ts";
import type { TargetNames } from "./target.ts";
import type { Tokens } from "./tokens.ts";
import type { WebHost } from "./web-host.ts";

/** A CDN's stand-in, which knows its name. */
export interface NamedCdn extends EdgeStandIn {
  readonly name: KnownCdn;
}

/** The CDN of a world, in front of its web host. */
export interface Cdn {
  /** What a browser asks for. */
  readonly origin: string;
  readonly standIn: NamedCdn;
  /** The secret that may purge it. */
  readonly token: string;
  /** What the section `purge-cdn` of `rollout.yml` has of it. */
  readonly section: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

/** What was asked of a CDN before the release, and how it is purged. */
export interface Visited {
  /** What people asked for: all of it is in the cache, with the page that was live. */
  readonly addresses: readonly string[];
  /** The tag that pages carry. */
  readonly pageTag: string | undefined;
  /** What `purge-cdn` says of it besides. */
  readonly section: Readonly<Record<string, unknown>>;
}

const visited = [
  "/",
  "/index.html",
  "/?utm_source=mail",
  "/results",
  "/results/",
  "/results?rollout-route=1",
  "/results/4711?t=abc",
  "/assessment",
  "/assessment/new",
];

/** What the app's own `rollout.yml` purges, by its addresses; where a CDN knows only tags, those prove it. */
const addresses = ["/", "/index.html", "/results/*", "/assessment/*"];
const byTag = { paths: ["tag:app-shell"], routes: addresses };
const paths: Readonly<Record<KnownCdn, Readonly<Record<string, unknown>>>> = {
  cloudflare: {},
  cloudfront: {},
  http: {},
  fastly: byTag,
  vercel: byTag,
  netlify: byTag,
};

/** The sample's, after a day of visitors. */
export function sampleVisits(name: KnownCdn): Visited {
  return { addresses: visited, pageTag: "app-shell", section: paths[name] };
}

/** Starts the CDN with a zone that keeps pages for an hour, after its visitors. */
export async function startCdn({
  name,
  target,
  tokens,
  host,
  visits,
}: {
  readonly visits: Visited;
  readonly name: KnownCdn;
  readonly target: TargetNames;
  readonly tokens: Tokens;
  readonly host: WebHost;
}): Promise<Cdn> {
  const { standIn, token, inputs } = await startCdnNamed(name, {
    zone: target.zone,
    token: tokens.cdn,
    hosts: [target.domain],
    clock: systemClock,
    upstream: () => host.origin,
    ...(visits.pageTag === undefined ? {} : { pageTag: visits.pageTag }),
  });
  const origin = standIn.origin(target.domain);
  for (const path of visits.addresses) await (await fetch(origin + path)).arrayBuffer();
  const section = { cdn: name, ...inputs, ...visits.section };
  return { origin, standIn: { ...standIn, name }, token, section, close: standIn.close };
}
