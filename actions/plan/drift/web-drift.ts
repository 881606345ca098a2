import type { Runtime } from "../../../kit/action/runtime.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import { ask } from "../../../kit/parts/cdn/ask.ts";
import { type WebInputs, webInputs } from "../../../kit/parts/web/inputs.ts";
import { pastOrigins } from "../../../kit/parts/web/origins.ts";
import { askOrigin } from "../../../kit/parts/web/ask-origin.ts";
import type { LiveWeb } from "../../../kit/providers/hosts/host.ts";
import { openHost } from "../../../kit/providers/hosts/hosts.ts";
import type { LastChanges } from "../../../kit/release/record/last-changes.ts";
import { type Difference, type Looked, again, since } from "./difference.ts";
import { fieldsOf } from "../../../kit/ports/json-object.ts";

interface Site {
  readonly deployment: string | null;
  readonly marker: string | null;
}

/** The deployment on every domain by the host's own word, and the build marker past the CDN and through it. */
export async function webDrift({ web }: LastChanges, commit: string, world: Runtime): Promise<Looked> {
  const inputs = world.section("deploy-web", webInputs);
  const live = await openHost(inputs, world).inspect();
  if (web === undefined) {
    const unverified = ["The record knows of no web deployment: which one should be live cannot be told."];
    return { component: "web", differences: [], compared: 0, unverified };
  }
  const sites = web.states.map(siteOf);
  const atHost = hostDiffers(live, sites, web.release, commit);
  const served = atHost.length > 0 ? [] : await servedDiffers(inputs, sites, commit, world);
  return {
    component: "web",
    differences: [...atHost, ...served],
    compared: Object.keys(live.domains).length + 2 * inputs.origins.length,
    unverified: sites[0]?.marker === null ? ["The recorded site has no build marker."] : [],
  };
}

function hostDiffers(
  { domains, project, blocked, movedAt }: LiveWeb,
  sites: readonly Site[],
  release: string,
  commit: string,
): readonly Difference[] {
  // A host that only a command knows tells markers instead of deployments.
  const wanted = sites.map(({ deployment, marker }) => (project === null ? marker : deployment));
  const next = blocked
    ? `${blocked.message} Find out who moved it and why; ${again("deploy-web", commit)} once it may be moved.`
    : `${again("deploy-web", commit)}; where it was moved on purpose, reject that at its gate.`;
  return Object.entries(domains)
    .filter(([, now]) => !wanted.includes(now))
    .map(([domain, now]) => ({
      component: "web",
      name: domain,
      recorded: `${wanted[0] ?? "(nothing)"} (${release})`,
      live: now ?? "no deployment of this suite",
      since: since(movedAt),
      next,
      ...(blocked ? {} : { web: true as const }),
    }));
}

async function servedDiffers(
  inputs: WebInputs,
  sites: readonly Site[],
  commit: string,
  world: Runtime,
): Promise<readonly Difference[]> {
  const markers = sites.flatMap(({ marker }) => (marker === null ? [] : [marker]));
  if (markers.length === 0) return [];
  const past = await Promise.all(pastOrigins(inputs).map((origin) => askOrigin(world, origin)));
  const through = await Promise.all(inputs.origins.map((origin) => ask(world, `${origin}/`)));
  const silent = inputs.origins.filter((_, at) => past[at]?.ok === false || (through[at]?.status ?? 0) === 0);
  if (silent.length > 0) throw unanswered(silent);
  return inputs.origins.flatMap((origin, at) => {
    const own = past[at]?.marker ?? null;
    const edge = through[at]?.marker ?? null;
    const fits = (marker: string | null): boolean => marker !== null && markers.includes(marker);
    if (fits(own) && fits(edge)) return [];
    const where = fits(own) ? "through the CDN" : "past the CDN";
    return [
      {
        component: "web",
        name: `${origin} ${where}`,
        recorded: markers[0] ?? "",
        live: (fits(own) ? edge : own) ?? "a page without a build marker",
        since: since(undefined),
        next: `${again("deploy-web", commit)}: it is purged after that. If it stays, look at what answers for this origin.`,
        web: true as const,
      },
    ];
  });
}

function unanswered(origins: readonly string[]): UserError {
  return new UserError(
    "PR301",
    `What browsers get cannot be told: ${origins.join(", ")} gave no page.`,
    "Look whether the site is up, and whether this runner may reach it.",
  );
}

function siteOf(json: unknown): Site {
  const known = fieldsOf(json);
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return { deployment: text(known["deployment"]), marker: text(known["marker"]) };
}
