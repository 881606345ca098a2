import type { Runtime } from "../../action/runtime.ts";
import { UserError, describe } from "../../errors/user-error.ts";
import { markerIn } from "./marker.ts";
import { endingAfter } from "../../ports/ending-after.ts";

type World = Pick<Runtime, "http" | "clock" | "signal">;

/** A staged site: its address, the headers that let a probe in, what it must say. */
export interface StagedSite {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly marker: string;
  readonly assets: string;
}

export interface StagedProof {
  /** How many scripts and styles of the page were asked for; all of them answered as they should. */
  readonly resources: number;
}

const patience = 15_000;
const edgeTries = 5;

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
  if (/\bimmutable\b/.test(kept) || Number(/\bmax-age=(\d+)/.exec(kept)?.[1] ?? "0") > 0) {
    throw wrong(site, `its page may be kept by browsers (cache-control: ${kept})`);
  }
  await probeMissingAsset(world, site);
  const resources = resourcesOf(html, site.url);
  for (const url of resources) await probeResource(world, site, url);
  return { resources: resources.length };
}

/** Scripts, styles and preloaded modules that a page names on its own origin. */
export function resourcesOf(html: string, base: string): readonly string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
  const wanted = tags.filter(
    (tag) => /^<script/i.test(tag) || /\brel\s*=\s*["']?(?:stylesheet|modulepreload)\b/i.test(tag),
  );
  const urls = wanted.flatMap((tag) => {
    const named = /\b(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
    const text = named?.[1] ?? named?.[2] ?? named?.[3];
    return text !== undefined && URL.canParse(text, base) ? [new URL(text, base)] : [];
  });
  const own = urls.filter((url) => url.origin === new URL(base).origin).map((url) => url.href);
  return [...new Set(own)];
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

function refuseLogin(site: StagedSite, { status, headers }: Response): void {
  const login = status === 401 || status === 403 || (headers.get("location") ?? "").includes("sso");
  if (!login) return;
  const secret = Object.keys(site.headers).length > 0 ? "does not let us in" : "is not given";
  throw new UserError(
    "PR432",
    `The staged site at ${site.url} is behind the host's login page (${status}), and \`protection-bypass\` ${secret}. Production was not touched.`,
    "Create a protection bypass for automation in the host's settings and pass it as `protection-bypass`.",
  );
}

/** A catch-all that answers a missing chunk with the page poisons caches for as long as assets are kept. */
async function probeMissingAsset(world: World, site: StagedSite): Promise<void> {
  const path = `/${site.assets}/rollout-missing-${site.marker}.js`;
  const answer = await ask(world, site, `${site.url}${path}`);
  const kept = answer.headers.get("cache-control") ?? "";
  if (answer.status === 404 && !/\bimmutable\b/.test(kept)) return;
  const what = `${answer.status}${kept === "" ? "" : `, cache-control: ${kept}`}`;
  throw wrong(site, `a missing asset (${path}) is answered with ${what} instead of 404`);
}

async function probeResource(world: World, site: StagedSite, url: string): Promise<void> {
  const answer = await ask(world, site, url);
  const type = answer.headers.get("content-type") ?? "";
  if (answer.status === 200 && /javascript|css|wasm/.test(type)) return;
  throw wrong(site, `${new URL(url).pathname} is answered with ${answer.status} ${type}`);
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
