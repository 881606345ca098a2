import { cdnInputs, type CdnInputs } from "../../../kit/parts/cdn/inputs.ts";
import { openCdn } from "../../../kit/providers/cdns/cdns.ts";
import { readPattern } from "../../../kit/providers/cdns/pattern.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import type { EdgeStandIn } from "../../../rehearsal/stand-ins/edge/start.ts";
import { serve } from "../../../rehearsal/stand-ins/server.ts";
import { inputsFrom } from "../inputs-of.ts";
import { type TestWorld, testWorld } from "../test-world.ts";
import { type CdnFixture, hosts, startFixture } from "./fixtures.ts";

/** A site of one page for every path, and a CDN in front of it that has been asked for some of them. */
export interface CdnStage {
  readonly standIn: EdgeStandIn;
  readonly origins: readonly string[];
  /** What the site serves from now on. */
  release(text: string): void;
  /** Every path is asked for through the CDN, on every origin; what each answered. */
  visit(...paths: readonly string[]): Promise<readonly string[]>;
  /** What the first origin's answer says of the cache that it came from. */
  cameFrom(path: string): Promise<string>;
  /** What leads to the CDN, as a person writes it. */
  readonly given: Readonly<Record<string, string>>;
  inputs(given?: Readonly<Record<string, string>>): CdnInputs;
  /** Purges as `purge-cdn` does, with a key of its own each time unless one is given. */
  purge(paths: string, options?: PurgeOptions): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface PurgeOptions {
  readonly soft?: boolean;
  readonly key?: string;
  readonly given?: Readonly<Record<string, string>>;
  readonly changes?: Partial<Runtime>;
}

/** Each page carries its first segment as a tag, in the header of every vendor. */
const tagHeaders = ["cache-tag", "surrogate-key", "vercel-cache-tag", "netlify-cache-tag", "xkey"];

export async function cdnStage(fixture: CdnFixture): Promise<CdnStage> {
  let text = "old";
  const site = await serve([], ({ path, headers }) => {
    const tag = path.split("/")[1] || "home";
    const etag = `"${text}"`;
    const all = {
      "content-type": "text/html",
      ...Object.fromEntries(tagHeaders.map((header) => [header, `${tag} all`])),
      etag,
    };
    return headers["if-none-match"] === etag
      ? { status: 304, headers: all }
      : { status: 200, body: text, headers: all };
  });
  const { standIn, token, inputs: named } = await startFixture(fixture, () => site.url);
  const own = { cdn: fixture.name, "cdn-token": token, ...named };
  const origins = hosts.map((host) => standIn.origin(host));
  let count = 0;
  const inputs = (given: Readonly<Record<string, string>> = {}): CdnInputs =>
    inputsFrom(cdnInputs, { origins: origins.join(","), paths: "everything", ...own, ...given });
  const world: TestWorld = await testWorld();
  return {
    standIn,
    origins,
    release: (next) => void (text = next),
    visit: async (...paths) => {
      const asked = origins.flatMap((origin) => paths.map((path) => origin + path));
      return await Promise.all(asked.map(async (url) => await (await fetch(url)).text()));
    },
    cameFrom: async (path) => {
      const { headers } = await fetch((origins[0] ?? "") + path);
      return openCdn(inputs(), world).says(headers).from;
    },
    given: { origins: origins.join(","), ...own },
    inputs,
    purge: async (paths, { soft = false, key = `key ${(count += 1)}`, given = {}, changes = {} } = {}) => {
      const read = inputs({ paths, invalidate: String(soft), ...given });
      const cdn = openCdn(read, { ...world, ...changes });
      return await cdn.purge({ origins, patterns: read.paths ?? [], soft, key });
    },
    close: async () => {
      await Promise.all([standIn.close(), site.close()]);
    },
  };
}

/** The pattern of a kind that the contract purges. */
export function patternOf(kind: string, origin: string): string {
  const texts: Readonly<Record<string, string>> = {
    path: "/results",
    prefix: "/results/*",
    tag: "tag:results",
    host: `host:${new URL(origin).host}`,
    everything: "everything",
  };
  const text = texts[kind] ?? "";
  if ("wrong" in readPattern(text)) throw new Error(`${text} is no pattern`);
  return text;
}
