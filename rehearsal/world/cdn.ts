import { systemClock } from "../../kit/ports/clock.ts";
import { newCloudflareState } from "../stand-ins/cloudflare/new-state.ts";
import { type CloudflareStandIn, startCloudflare } from "../stand-ins/cloudflare/start.ts";
import type { TargetNames } from "./target.ts";
import type { Tokens } from "./tokens.ts";
import type { WebHost } from "./web-host.ts";

/** The CDN of a world, in front of its web host. */
export interface Cdn {
  readonly apiUrl: string;
  /** What a browser asks for. */
  readonly origin: string;
  readonly cloudflare: CloudflareStandIn;
  close(): Promise<void>;
}

/** What people asked for before the release: all of it is in the cache, with the page that was live. */
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

/** Starts the CDN with a zone that keeps pages for an hour, after a day of visitors. */
export async function startCdn({
  target,
  tokens,
  host,
}: {
  readonly target: TargetNames;
  readonly tokens: Tokens;
  readonly host: WebHost;
}): Promise<Cdn> {
  const state = newCloudflareState({
    now: systemClock.now(),
    tokens: { [tokens.cdn]: { permissions: ["cache_purge"], zones: [target.zone] } },
    zones: [{ id: target.zone, name: "example.com", hosts: [target.domain] }],
  });
  const cloudflare = await startCloudflare({ state, clock: systemClock, upstream: () => host.origin });
  const origin = cloudflare.origin(target.domain);
  for (const path of visited) await (await fetch(origin + path)).arrayBuffer();
  return { apiUrl: cloudflare.url, origin, cloudflare, close: cloudflare.close };
}
