import { contentType } from "../vercel/content-type.ts";
import { type ApiHandler, findDeploy, findSite, iso, jsonOf, netlifyError, notFound } from "./context.ts";
import { answered, deployOf, publishDeploy } from "./deploys.ts";
import { siteJson } from "./json.ts";
import type { NetlifyEnv } from "./state.ts";

/** GET /sites/{site} */
export const getSite: ApiHandler = (context, { params }) => {
  const site = findSite(context.state, params["site"] ?? "");
  return site === undefined ? notFound() : { status: 200, json: siteJson(context, site) };
};

/** GET /sites */
export const listSites: ApiHandler = (context) => ({
  status: 200,
  json: context.state.sites.map((site) => siteJson(context, site)),
});

/** GET /sites/{site}/files: those of the deploy that is published. */
export const listFiles: ApiHandler = ({ state }, { params }) => {
  const site = findSite(state, params["site"] ?? "");
  if (site === undefined) return notFound();
  const deploy = findDeploy(state, site.published ?? "");
  const files = Object.entries(deploy?.files ?? {}).map(([path, sha]) => {
    const size = Buffer.from(state.files[sha] ?? "", "base64").length;
    return { id: path, path, sha, mime_type: contentType(path), size };
  });
  return { status: 200, json: files };
};

/** POST /sites/{site}/deploys/{deploy}/restore: publishes it, at once and on every domain. A lock stays. */
export const restoreDeploy: ApiHandler = ({ state, now }, { params }) => {
  const found = deployOf(state, params);
  if (found === undefined) return notFound();
  const { site, deploy } = found;
  if (deploy.state !== "ready") return netlifyError(422, "The deploy is not ready.");
  const fate = site.nextRestore;
  site.nextRestore = null;
  if (fate === null) publishDeploy(site, deploy, now());
  if (fate === "overtaken") {
    const other = state.deploys.find(
      ({ id, state: at }) => id !== deploy.id && id !== site.published && at === "ready",
    );
    if (other) publishDeploy(site, other, now());
  }
  return answered(201, site, deploy);
};

/** PUT /sites/{site}/rollback: publishes what was published before. */
export const rollbackSite: ApiHandler = ({ state, now }, { params }) => {
  const site = findSite(state, params["site"] ?? "");
  if (site === undefined) return notFound();
  const before = state.deploys
    .filter(({ id, publishedAt }) => id !== site.published && publishedAt !== null)
    .toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))[0];
  if (before === undefined) return netlifyError(422, "There is no previous deploy.");
  publishDeploy(site, before, now());
  return { status: 204 };
};

/** POST /deploys/{deploy}/lock and …/unlock: of the one that is published. */
export function lockDeploy(locked: boolean): ApiHandler {
  return ({ state }, { params }) => {
    const found = deployOf(state, params);
    if (found === undefined) return notFound();
    const { site, deploy } = found;
    if (site.published === deploy.id) site.locked = locked;
    return answered(200, site, deploy);
  };
}

/** GET /accounts/{account}/env: of the whole team, or with `site_id` of one site. */
export const listEnv: ApiHandler = ({ state }, { params, query }) => {
  const env = envOf(state, params, query);
  return env === undefined ? notFound() : { status: 200, json: env.map(envJson) };
};

/** GET /accounts/{account}/env/{key} */
export const getEnv: ApiHandler = ({ state }, { params, query }) => {
  const found = envOf(state, params, query)?.find(({ key }) => key === params["key"]);
  return found === undefined ? notFound() : { status: 200, json: envJson(found) };
};

/** PATCH /accounts/{account}/env/{key}: one value, of one context. */
export const setEnvValue: ApiHandler = ({ state, now }, request) => {
  const found = envOf(state, request.params, request.query)?.find(({ key }) => key === request.params["key"]);
  if (found === undefined) return notFound();
  const { context, value } = jsonOf(request) ?? {};
  if (typeof context !== "string" || typeof value !== "string")
    return netlifyError(422, "context and value are required");
  found.values[context] = value;
  found.updatedAt = now();
  return { status: 201, json: envJson(found) };
};

function envOf(
  state: Parameters<ApiHandler>[0]["state"],
  params: Readonly<Record<string, string>>,
  query: URLSearchParams,
): NetlifyEnv[] | undefined {
  const { id, slug, env } = state.account;
  if (![id, slug].includes(params["account"] ?? "")) return undefined;
  const site = query.get("site_id");
  return site === null ? env : findSite(state, site)?.env;
}

/** A secret is shown for local development alone. */
function envJson({ key, secret, values, updatedAt }: NetlifyEnv): Readonly<Record<string, unknown>> {
  const shown = Object.entries(values).filter(([context]) => !secret || context === "dev");
  return {
    key,
    scopes: ["builds", "functions", "runtime", "post-processing"],
    values: shown.map(([context, value], index) => ({ id: `${key}-${index + 1}`, context, value })),
    is_secret: secret,
    updated_at: iso(updatedAt),
  };
}
