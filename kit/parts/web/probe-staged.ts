import type { Runtime } from "../../action/runtime.ts";
import { UserError, describe } from "../../errors/user-error.ts";
import { markerIn, markerInVersion, versionFile } from "./marker.ts";
import { endingAfter } from "../../ports/ending-after.ts";

type World = Pick<Runtime, "http" | "clock" | "signal">;

/** A staged site: its address, the headers that let a probe in, what it must say. */
export interface StagedSite {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly marker: string;
  readonly assets: string;
  /** Whether it has the `version.json` of this suite. */
  readonly version?: boolean;
}

/** A script or a style that a page names. */
export interface Resource {
  readonly url: string;
  readonly type: "script" | "style";
}

export interface StagedProof {
  /** How many scripts and styles of the page were asked for; all of them answered as they should. */
  readonly resources: number;
}

const patience = 15_000;
const edgeTries = 5;
/** Seconds for which «not found» may be kept: the file may be there in the next release. */
const longestMissing = 300;

/**
 * Asks the staged site, before any traffic, what would break production: the page and its marker, its scripts
 * and styles, how long the page is cached, and whether a missing asset is really missing.
 * @throws {UserError} PR432: nothing has been promoted.
 */
export async function probeStaged(world: World, site: StagedSite, interval: number): Promise<StagedProof> {
  const page = await askPage(world, site, interval);
  const html = await page.text();
  const found = markerIn(html);
  if (found !== site.marker) {
    throw wrong(site, `its page says ${found ?? "no build marker"} instead of ${site.marker}`);
  }
  const kept = page.headers.get("cache-control") ?? "";
  if (/\bimmutable\b/.test(kept) || maxAge(kept) > 0) {
    throw wrong(site, `its page may be kept by browsers (cache-control: ${kept})`);
  }
  await probeMissingAsset(world, site);
  const resources = resourcesOf(html, site.url);
  for (const resource of resources) await probeResource(world, site, resource);
  if (site.version === true) await probeVersion(world, site);
  return { resources: resources.length };
}

/** Scripts, styles and preloaded modules that a page names on its own origin; data blocks are none. */
export function resourcesOf(html: string, base: string): readonly Resource[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
  const found = tags.flatMap((tag) => {
    const type = typeOf(tag);
    const text = attribute(tag, "src|href");
    const url = text !== undefined && URL.canParse(text, base) ? new URL(text, base) : undefined;
    const own = url?.origin === new URL(base).origin;
    return type === undefined || url === undefined || !own ? [] : [{ url: url.href, type }];
  });
  return [...new Map(found.map((one) => [one.url, one])).values()];
}

function typeOf(tag: string): Resource["type"] | undefined {
  if (/^<script/i.test(tag)) {
    const type = attribute(tag, "type") ?? "";
    return /^$|^module$|javascript|ecmascript/i.test(type) ? "script" : undefined;
  }
  const rel = (attribute(tag, "rel") ?? "").toLowerCase().split(/\s+/);
  if (rel.includes("stylesheet")) return "style";
  const preloaded = rel.includes("modulepreload") && !/^(?:style|json)$/i.test(attribute(tag, "as") ?? "");
  return preloaded ? "script" : undefined;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s(?:${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/** A deployment that is ready may take a moment to be known everywhere. */
async function askPage(world: World, site: StagedSite, interval: number): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(world, site, `${site.url}/`).catch((error: unknown) => {
      world.signal.throwIfAborted();
      return describe(error);
    });
    if (typeof answer !== "string") {
      if (answer.status === 200) return answer;
      refuseLogin(site, answer);
    }
    const said = typeof answer === "string" ? `gave no answer (${answer})` : `answered ${answer.status}`;
    if (tries >= edgeTries) throw wrong(site, `it ${said}`);
    await world.clock.sleep(interval, world.signal);
  }
}

function maxAge(cacheControl: string): number {
  return Number(/\bmax-age=(\d+)/.exec(cacheControl)?.[1] ?? "0");
}

function refuseLogin(site: StagedSite, { status, headers }: Response): void {
  const login = status === 401 || status === 403 || (headers.get("location") ?? "").includes("sso");
  if (!login) return;
  const secret = Object.keys(site.headers).length > 0 ? "does not let us in" : "is not given";
  throw new UserError(
    "PR432",
    `The staged site at ${site.url} is behind the host's login page (${status}), and \`protection-bypass\` ${secret}. Production was not touched.`,
    "Create a protection bypass for automation in the host's settings and pass it as `protection-bypass`; where a host has none (Netlify), its drafts must not ask for a password.",
  );
}

/** A catch-all that answers a missing chunk with the page poisons caches for as long as assets are kept. */
async function probeMissingAsset(world: World, site: StagedSite): Promise<void> {
  const path = `/${site.assets}/rollout-missing-${site.marker}.js`;
  const answer = await ask(world, site, `${site.url}${path}`);
  const kept = answer.headers.get("cache-control") ?? "";
  const long = /\bimmutable\b/.test(kept) || maxAge(kept) > longestMissing;
  if (answer.status === 404 && !long) return;
  const type = answer.headers.get("content-type")?.split(";")[0] ?? "no type";
  const what = `${answer.status} ${type}${kept === "" ? "" : `, cache-control: ${kept}`}`;
  throw wrong(site, `a missing asset (${path}) is answered with ${what} instead of 404 that nobody keeps`);
}

const wanted = { script: /javascript|ecmascript/, style: /text\/css/ } as const;

async function probeResource(world: World, site: StagedSite, { url, type }: Resource): Promise<void> {
  const answer = await ask(world, site, url);
  const is = answer.headers.get("content-type") ?? "no type";
  if (answer.status === 200 && wanted[type].test(is)) return;
  throw wrong(site, `the ${type} ${new URL(url).pathname} is answered with ${answer.status} ${is}`);
}

async function probeVersion(world: World, site: StagedSite): Promise<void> {
  const answer = await ask(world, site, `${site.url}/${versionFile}`);
  const said = markerInVersion(await answer.text());
  if (answer.status === 200 && said === site.marker) return;
  throw wrong(site, `/${versionFile} is answered with ${answer.status} and says ${said ?? "no marker"}`);
}

async function ask({ http, signal }: World, { headers }: StagedSite, url: string): Promise<Response> {
  return await http(url, {
    headers,
    redirect: "manual",
    signal: endingAfter(patience, signal),
  });
}

function wrong({ url }: StagedSite, what: string): UserError {
  return new UserError(
    "PR432",
    `The staged site at ${url} is not fit for production: ${what}. Production was not touched.`,
    "Correct the build or the host's routes, then run again.",
  );
}
