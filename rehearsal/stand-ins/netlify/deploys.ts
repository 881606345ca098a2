import { createHash } from "node:crypto";
import type { StandInResponse } from "../server.ts";
import { contentType } from "../vercel/content-type.ts";
import {
  type ApiHandler,
  type NetlifyContext,
  findDeploy,
  findSite,
  jsonOf,
  netlifyError,
  nextId,
  notFound,
} from "./context.ts";
import { deployJson } from "./json.ts";
import type { NetlifyDeploy, NetlifySite, NetlifyState } from "./state.ts";

/** POST /sites/{site}/deploys: from a list of sums; with `async` the answer comes before it was compared. */
export const createDeploy: ApiHandler = async (context, request) => {
  const { state, now } = context;
  const site = findSite(state, request.params["site"] ?? "");
  if (site === undefined) return notFound();
  const body = jsonOf(request);
  const files = body?.["files"];
  if (typeof files !== "object" || files === null) return netlifyError(422, "files is required");
  const sums = Object.entries(files as Record<string, unknown>).map(
    ([path, sum]) => [path.startsWith("/") ? path : `/${path}`, String(sum)] as const,
  );
  if (sums.some(([, sum]) => !/^[0-9a-f]{40}$/.test(sum))) return netlifyError(422, "not a SHA1");
  const deploy: NetlifyDeploy = {
    id: nextId(state),
    site: site.id,
    title: request.query.get("title"),
    draft: body?.["draft"] === true,
    files: Object.fromEntries(sums),
    createdAt: now(),
    failure: site.nextFailure,
    state: body?.["async"] === true ? "preparing" : "prepared",
    error: null,
    publishedAt: null,
    polls: 0,
    port: 0,
  };
  site.nextFailure = null;
  state.deploys.push(deploy);
  await context.publish(deploy);
  if (deploy.state === "prepared") advance(context, site, deploy);
  return { status: 200, json: deployJson(site, deploy, requiredOf(state, deploy)) };
};

/** GET /deploys/{deploy} and /sites/{site}/deploys/{deploy}: also a look, which lets it go on. */
export const getDeploy: ApiHandler = (context, { params }) => {
  const found = deployOf(context.state, params);
  if (found === undefined) return notFound();
  const { site, deploy } = found;
  deploy.polls += 1;
  advance(context, site, deploy);
  return { status: 200, json: deployJson(site, deploy, requiredOf(context.state, deploy)) };
};

/** GET /sites/{site}/deploys: newest first. */
export const listDeploys: ApiHandler = ({ state }, { params, query }) => {
  const site = findSite(state, params["site"] ?? "");
  if (site === undefined) return notFound();
  const wanted = Number(query.get("per_page") ?? 100);
  const page = Number(query.get("page") ?? 1);
  const own = state.deploys.filter((deploy) => deploy.site === site.id).toReversed();
  const shown = own.slice((page - 1) * wanted, page * wanted);
  return { status: 200, json: shown.map((deploy) => deployJson(site, deploy)) };
};

/** PUT /deploys/{deploy}/files/{path}: the content of a file that the deploy has, at any of its paths. */
export const uploadFile: ApiHandler = (context, { params, body }) => {
  const found = deployOf(context.state, params);
  if (found === undefined) return notFound();
  const { deploy } = found;
  const path = `/${params["path"] ?? ""}`;
  const sha = deploy.files[path];
  if (sha === undefined) return netlifyError(404, "Not Found");
  if (createHash("sha1").update(body).digest("hex") !== sha)
    return netlifyError(422, "digest does not match");
  context.state.files[sha] = body.toString("base64");
  if (deploy.state === "prepared") deploy.state = "uploading";
  return {
    status: 200,
    json: { id: path, path, sha, mime_type: contentType(path), size: body.length },
  };
};

/** POST /deploys/{deploy}/cancel: of one that is not finished. */
export const cancelDeploy: ApiHandler = ({ state }, { params }) => {
  const found = deployOf(state, params);
  if (found === undefined) return notFound();
  const { site, deploy } = found;
  if (deploy.state === "ready") return netlifyError(422, "The deploy is ready.");
  deploy.state = "error";
  deploy.error = "Canceled";
  return { status: 201, json: deployJson(site, deploy) };
};

function requiredOf(state: NetlifyState, deploy: NetlifyDeploy): readonly string[] {
  if (!["prepared", "uploading"].includes(deploy.state)) return [];
  return [...new Set(Object.values(deploy.files))].filter((sha) => state.files[sha] === undefined);
}

export function deployOf(
  state: NetlifyState,
  params: Readonly<Record<string, string>>,
): { readonly site: NetlifySite; readonly deploy: NetlifyDeploy } | undefined {
  const deploy = findDeploy(state, params["deploy"] ?? "");
  const site = deploy && findSite(state, deploy.site);
  if (deploy === undefined || site === undefined) return undefined;
  return params["site"] === undefined || findSite(state, params["site"]) === site
    ? { site, deploy }
    : undefined;
}

/** It goes on by looks, never by time, so that a rehearsal is the same every time. */
function advance(context: NetlifyContext, site: NetlifySite, deploy: NetlifyDeploy): void {
  const { state, now } = context;
  const next = (to: NetlifyDeploy["state"]): void => {
    deploy.state = to;
    deploy.polls = 0;
  };
  if (deploy.state === "preparing" && deploy.polls > state.pace.preparing) next("prepared");
  const isWaiting = deploy.state === "prepared" || deploy.state === "uploading";
  if (isWaiting && requiredOf(state, deploy).length === 0) next("processing");
  if (deploy.state !== "processing" || deploy.polls < state.pace.processing) return;
  deploy.error = deploy.failure;
  next(deploy.failure === null ? "ready" : "error");
  if (deploy.failure === null && !deploy.draft && !site.locked) publishDeploy(site, deploy, now());
}

export function publishDeploy(site: NetlifySite, deploy: NetlifyDeploy, now: number): void {
  site.published = deploy.id;
  deploy.publishedAt = now;
}

/** What a handler answers with: the deploy as it is now. */
export function answered(status: number, site: NetlifySite, deploy: NetlifyDeploy): StandInResponse {
  return { status, json: deployJson(site, deploy) };
}
