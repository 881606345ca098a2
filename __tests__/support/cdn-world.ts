import { purgeCdn } from "../../actions/purge-cdn/purge-cdn.ts";
import { spec } from "../../actions/purge-cdn/spec.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import { type NewZone, newCloudflareState } from "../../rehearsal/stand-ins/cloudflare/new-state.ts";
import { type CloudflareStandIn, startCloudflare } from "../../rehearsal/stand-ins/cloudflare/start.ts";
import { type StandInResponse, serve } from "../../rehearsal/stand-ins/server.ts";
import { inputsFrom } from "./inputs-of.ts";
import { type TestWorld, testWorld } from "./test-world.ts";

export const zone = "5f0c1de4a2b94c7d8e9f001122334455";
const hosts = ["app.example.com", "www.example.com"] as const;

/** A site of one page for every path, `/assets` apart; and its CDN in front, which keeps pages for an hour. */
export interface CdnWorld {
  readonly cloudflare: CloudflareStandIn;
  readonly origins: readonly string[];
  /** Where the site is past the CDN. */
  readonly behind: string;
  /** What the site serves from now on; null: a page without a marker. */
  release(marker: string | null): void;
  /** Visitors come: every path is asked for through the CDN, on every host. */
  visit(...paths: readonly string[]): Promise<void>;
  /** The body of a page through the CDN. */
  page(path: string, host?: string): Promise<string>;
  readonly inputs: (given?: Readonly<Record<string, string>>) => ReturnType<typeof inputsOf>;
  readonly purge: (
    given?: Readonly<Record<string, string>>,
    changes?: Partial<Runtime>,
  ) => Promise<Done<typeof spec> & { readonly world: TestWorld }>;
  close(): Promise<void>;
}

/** `answer` may answer a path in the site's stead. */
export async function cdnWorld(
  options: Partial<NewZone> & { readonly answer?: (path: string) => StandInResponse | undefined } = {},
): Promise<CdnWorld> {
  const { answer = () => undefined, ...more } = options;
  let live: string | null = "old-release";
  const site = await serve([], ({ path }) => answer(path) ?? pageOf(path, live));
  const state = newCloudflareState({
    now: systemClock.now(),
    tokens: { purger: { permissions: ["cache_purge"] }, looker: { permissions: [] } },
    zones: [{ id: zone, name: "example.com", hosts, ...more }],
  });
  const cloudflare = await startCloudflare({ state, clock: systemClock, upstream: () => site.url });
  const origins = hosts.map((host) => cloudflare.origin(host));
  const common = {
    cdn: "cloudflare",
    zone,
    origins: origins.join(","),
    paths: "/,/index.html,/results/*",
    "cdn-token": "purger",
    "cdn-api-url": cloudflare.url,
    "verify-timeout": "300ms",
    "poll-interval": "5ms",
  };
  const inputs: CdnWorld["inputs"] = (given = {}) => inputsOf({ ...common, ...given });
  return {
    cloudflare,
    origins,
    behind: site.url,
    release: (marker) => {
      live = marker;
    },
    visit: async (...paths) => {
      await Promise.all(origins.flatMap((origin) => paths.map((path) => fetch(origin + path))));
    },
    page: async (path, host = hosts[0]) => await (await fetch(cloudflare.origin(host) + path)).text(),
    inputs,
    purge: async (given, changes) => {
      const world = await testWorld(changes);
      return { ...(await purgeCdn(inputs(given), world)), world };
    },
    close: async () => {
      await Promise.all([cloudflare.close(), site.close()]);
    },
  };
}

function pageOf(path: string, marker: string | null): StandInResponse {
  if (path.startsWith("/assets/missing")) return { status: 404, body: "gone" };
  const meta = marker === null ? "" : `<meta name="rollout-build" content="${marker}">`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    etag: `"${marker ?? "none"}"`,
  };
  return { status: 200, body: `<!doctype html><head>${meta}</head><body>page</body>`, headers };
}

function inputsOf(given: Readonly<Record<string, string>>) {
  return inputsFrom(spec.inputs, given);
}
