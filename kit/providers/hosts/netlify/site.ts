import { UserError } from "../../../errors/user-error.ts";
import type { LiveWeb, Said } from "../host.ts";
import { shaped } from "../shaped.ts";
import { type DeployAnswer, type SiteAnswer, shapes } from "./answers.ts";
import type { Netlify } from "./context.ts";
import { readToml } from "./netlify-toml.ts";
import { nothingSaid, saidIn } from "./title.ts";
import { encoded } from "../../../ports/encoded.ts";

/** The site with the deploy that is published. */
export async function readSite({ api, settings }: Netlify): Promise<SiteAnswer> {
  const path = `/sites/${encoded(settings.site)}`;
  const { status, json } = await api("GET", path, { accept: [200, 404] });
  if (status !== 404) return shaped(`Netlify GET ${path}`, json, shapes.site);
  throw new UserError(
    "PR303",
    `Netlify knows no site ${settings.site} (GET ${path} answered 404).`,
    "Correct `host-project` for this target in rollout.yml: the site's id (Site configuration > General).",
  );
}

/** A deploy by its id; undefined where there is none any more. */
export async function readDeploy({ api }: Netlify, id: string): Promise<DeployAnswer | undefined> {
  const { status, json } = await api("GET", `/deploys/${encoded(id)}`, { accept: [200, 404] });
  return status === 404 ? undefined : shaped(`Netlify's deploy ${id}`, json, shapes.deploy);
}

export async function readSaid(netlify: Netlify, id: string): Promise<Said> {
  return saidIn((await readDeploy(netlify, id))?.title);
}

export function publishedOf({ published_deploy: deploy }: SiteAnswer): string | null {
  return deploy?.id ?? null;
}

/** Every name under which the site is known: all of them serve the one deploy that is published. */
export function domainsOf(site: SiteAnswer): Readonly<Record<string, string | null>> {
  const own = site.custom_domain ?? hostOf(site.ssl_url ?? site.url) ?? site.name ?? site.id;
  const names = [own, ...(site.domain_aliases ?? [])].sort();
  return Object.fromEntries(names.map((name) => [name, publishedOf(site)]));
}

/** What is live, and whether anything may be published. */
export async function inspect(netlify: Netlify): Promise<LiveWeb> {
  const site = await readSite(netlify);
  const { published_deploy: deploy } = site;
  const movedAt = Date.parse(deploy?.published_at ?? "");
  const blocked = whyBlocked(site, netlify);
  return {
    project: site.id,
    deployment: publishedOf(site),
    domains: domainsOf(site),
    said: deploy ? saidIn(deploy.title) : nothingSaid,
    // A restore is one step: it is done, or it is not.
    moving: null,
    notes: await notesOf(netlify, site),
    ...(Number.isNaN(movedAt) ? {} : { movedAt }),
    ...(blocked ? { blocked } : {}),
  };
}

/** Whether somebody keeps production where it is: new deploys of a connected repository are not published then. */
export function isLocked({ published_deploy: deploy }: SiteAnswer): boolean {
  return deploy?.locked === true;
}

export function whyBlocked(site: SiteAnswer, { settings }: Netlify): UserError | undefined {
  const name = site.name ?? site.id;
  if (site.prevent_non_git_prod_deploys === true) {
    return new UserError(
      "PR435",
      `Netlify site ${name} takes production deploys from Git alone. Nothing was changed.`,
      "Switch that off for this site (Site configuration > Build & deploy), as this suite deploys what was built.",
    );
  }
  if (!isLocked(site) || !settings.autoAssign || settings.unpin) return undefined;
  return new UserError(
    "PR435",
    `Netlify site ${name}: production is locked to deploy ${publishedOf(site)} (auto publishing is stopped). Nothing was changed.`,
    "Find out why it was locked. Then set `unpin: true` for this release, or `auto-assign: false` if it is locked on purpose.",
  );
}

/** Whether a push to the connected repository builds and publishes by itself. */
export function isBuiltByGit({ build_settings: build }: SiteAnswer): boolean {
  return Boolean(build?.repo_url) && build?.stop_builds !== true;
}

async function notesOf({ world }: Netlify, site: SiteAnswer): Promise<readonly string[]> {
  const { leftOut } = await readToml(world.root);
  return [
    ...(leftOut.length > 0
      ? [`netlify.toml: ${leftOut.join(", ")} has no effect on what this suite deploys.`]
      : []),
    ...(isBuiltByGit(site)
      ? ["A Git integration also deploys this site; stop its builds (Site configuration > Build & deploy)."]
      : []),
  ];
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
}
