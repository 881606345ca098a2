import { systemClock } from "../../../kit/ports/clock.ts";
import { systemHttp } from "../../../kit/ports/http.ts";
import type { CloudflareState } from "../../../rehearsal/stand-ins/cloudflare/state.ts";
import { type CloudflareStandIn, startCloudflare } from "../../../rehearsal/stand-ins/cloudflare/start.ts";
import { type GithubStandIn, startGithub } from "../../../rehearsal/stand-ins/github/start.ts";
import { type VercelStandIn, startVercel } from "../../../rehearsal/stand-ins/vercel/start.ts";
import { type Project, startProject } from "../kills/project.ts";
import { paths } from "../kills/release.ts";
import type { Saved as Vendors } from "../kills/scene.ts";
import { databaseProxy } from "./database-proxy.ts";
import type { CallBook } from "./faults.ts";
import { type Proxy, httpProxy } from "./http-proxy.ts";
import { type Addresses, domains } from "./release.ts";

/** The stand-ins of a scene, each behind a proxy. */
export interface Services {
  readonly github: GithubStandIn;
  readonly project: Project;
  readonly vercel: VercelStandIn;
  readonly cloudflare: CloudflareStandIn;
  /** Where processes find them, by the proxies. */
  readonly at: Addresses;
  readonly githubUrl: string;
  readonly databaseUrl: string;
  /** Visitors come: every path is asked for through the CDN, past the proxies. */
  pages(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function startServices(
  vendors: Vendors,
  databaseUrl: string,
  book: () => CallBook,
): Promise<Services> {
  const github = await startGithub({ state: vendors.github, clock: systemClock });
  const project = await startProject(vendors.supabase, vendors.unreadable);
  const vercel = await startVercel({ state: vendors.vercel, clock: systemClock });
  const upstream = (host: string): string => vercel.origin(host);
  const cloudflare = await startCloudflare({ state: vendors.cloudflare, clock: systemClock, upstream });
  const before = async (name: string, url: string): Promise<Proxy> => await httpProxy(name, url, book);
  const forge = await before("github", github.url);
  const supabase = await before("supabase", project.url);
  const functions = await before("functions", project.gatewayUrl);
  const host = await before("vercel", vercel.url);
  const cdn = await before("cloudflare", cloudflare.url);
  const past = domains.map((name) => cloudflare.origin(name));
  const sites = await Promise.all(past.map((origin) => before("site", origin)));
  const server = await databaseProxy(databaseUrl, book);
  // A page is known to the CDN by the address that visitors ask.
  const ports = sites.map(({ url }) => Number(new URL(url).port));
  cloudflare.change((state) => move(state, vendors.cloudflare, ports));
  return {
    github,
    project,
    vercel,
    cloudflare,
    at: {
      supabase: supabase.url,
      functions: functions.url,
      vercel: host.url,
      cloudflare: cdn.url,
      origins: sites.map(({ url }) => url),
    },
    githubUrl: forge.url,
    databaseUrl: server.url,
    pages: () => pagesOf(past, ports),
    close: async () => {
      const proxies = [forge, supabase, functions, host, cdn, ...sites, server];
      await Promise.all([...proxies, github, project, vercel, cloudflare].map((one) => one.close()));
    },
  };
}

async function pagesOf(past: readonly string[], ports: readonly number[]): Promise<readonly string[]> {
  const asked = past.flatMap((origin, index) =>
    paths.map((path) => systemHttp(origin + path, { headers: { host: `127.0.0.1:${ports[index]}` } })),
  );
  return await Promise.all(asked.map(async (answer) => await (await answer).text()));
}

/** The hosts of a CDN get other ports, and what it keeps of them goes with them. */
function move(state: CloudflareState, { zones }: CloudflareState, ports: readonly number[]): void {
  const before = zones.flatMap(({ hosts }) => hosts);
  const now = state.zones.flatMap(({ hosts }) => hosts);
  for (const [index, host] of now.entries()) host.port = ports[index] ?? 0;
  for (const copy of state.cache) {
    const index = before.findIndex(({ port }) => copy.host === `127.0.0.1:${port}`);
    if (index !== -1) Object.assign(copy, { host: `127.0.0.1:${ports[index]}` });
  }
}
