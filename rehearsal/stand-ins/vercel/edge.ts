import { createHash } from "node:crypto";

import { serve, type Handler, type Listening, type StandInRequest, type StandInResponse } from "../server.ts";
import { outputOf, contentOf, type Output } from "./build.ts";
import { contentType } from "./content-type.ts";
import { protect } from "./login.ts";
import { decide } from "./route.ts";
import type { VercelDeployment, VercelDomain, VercelProject, VercelState } from "./state.ts";

/** The servers that browsers talk to: one port a production domain, one port a deployment. */
export interface Edge {
  publish(deployment: VercelDeployment): Promise<void>;
  publishDomain(project: VercelProject, domain: VercelDomain): Promise<void>;
  close(): Promise<void>;
}

/** Opens no port yet. The ports that are in the state already are taken again where they are free. */
export function newEdge(state: VercelState): Edge {
  const listening: Listening[] = [];
  const cached = new Set<string>();
  const outputs = new Map<string, Output>();
  const known = (deployment: VercelDeployment): Output => {
    const output = outputs.get(deployment.id) ?? outputOf(state, deployment);
    outputs.set(deployment.id, output);
    return output;
  };
  const answer = (deployment: VercelDeployment, request: StandInRequest): StandInResponse => {
    if (deployment.readyState !== "READY") return notReady(deployment);
    return serveOutput(state, deployment, known(deployment), request, cached);
  };
  const open = async (wanted: number, handler: Handler): Promise<number> => {
    const server = await serve([], handler, wanted).catch(() => serve([], handler));
    listening.push(server);
    return server.port;
  };
  return {
    publish: async (deployment) => {
      deployment.port = await open(deployment.port, (request) => {
        const project = state.projects.find(({ id }) => id === deployment.projectId);
        return (project && protect(project, deployment, request)) ?? answer(deployment, request);
      });
    },
    publishDomain: async (project, domain) => {
      domain.port = await open(domain.port, (request) => {
        const deployment = state.deployments.find(({ id }) => id === domain.deployment);
        if (!deployment) return errorPage(404, "DEPLOYMENT_NOT_FOUND", "The deployment could not be found");
        const closed = project.ssoProtection?.deploymentType === "all";
        return (closed ? protect(project, deployment, request) : undefined) ?? answer(deployment, request);
      });
    },
    close: async () => {
      await Promise.all(listening.map((server) => server.close()));
    },
  };
}

function serveOutput(
  state: VercelState,
  deployment: VercelDeployment,
  output: Output,
  request: StandInRequest,
  cached: Set<string>,
): StandInResponse {
  if (output.functions.has(request.path))
    return errorPage(501, "STAND_IN_LIMIT", "This stand-in runs no functions");
  const decision = decide(output.config, request, (path) => findFile(output, path));
  const cacheKey = `${deployment.id}${request.path}`;
  const common = {
    server: "Vercel",
    "x-vercel-id": `dev1::${createHash("sha1").update(cacheKey).digest("hex").slice(0, 24)}`,
    "x-vercel-cache": cached.has(cacheKey) ? "HIT" : "MISS",
  };
  if (decision.file === undefined) return withoutFile(decision.status, { ...common, ...decision.headers });
  if (request.method !== "GET" && request.method !== "HEAD") {
    return errorPage(405, "INVALID_REQUEST_METHOD", "The request method is not allowed", common);
  }
  cached.add(cacheKey);
  const entry = output.files.get(decision.file);
  const etag = `"${entry?.sha ?? ""}"`;
  const headers = {
    "cache-control": "public, max-age=0, must-revalidate",
    "content-type": entry?.contentType ?? contentType(decision.file),
    "content-disposition": `inline; filename="${encodeURI(decision.file.split("/").at(-1) ?? "")}"`,
    "access-control-allow-origin": "*",
    etag,
    age: "0",
    ...common,
    ...decision.headers,
  };
  const known = (request.headers["if-none-match"] ?? "").split(/,\s*/).map((tag) => tag.replace(/^W\//, ""));
  if (decision.status === 200 && (known.includes(etag) || known.includes("*")))
    return { status: 304, headers };
  return { status: decision.status, body: contentOf(state, entry?.sha ?? ""), headers };
}

function findFile(output: Output, path: string): string | undefined {
  const name = decode(path).replace(/^\//, "");
  const folder = name === "" || name.endsWith("/") ? name : `${name}/`;
  return [name, `${folder}index.html`].find((candidate) => output.files.has(candidate));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A broken escape is no name of a file.
    return path;
  }
}

function withoutFile(status: number, headers: Readonly<Record<string, string>>): StandInResponse {
  if (status >= 300 && status < 400) return { status, body: "Redirecting...\n", headers };
  if (status !== 404) return { status, headers };
  return errorPage(404, "NOT_FOUND", "The page could not be found", headers);
}

function notReady(deployment: VercelDeployment): StandInResponse {
  if (deployment.readyState === "ERROR" || deployment.readyState === "CANCELED") {
    return errorPage(404, "DEPLOYMENT_NOT_FOUND", "The deployment could not be found");
  }
  return errorPage(303, "DEPLOYMENT_NOT_READY_REDIRECTING", "The deployment is not ready yet", {
    location: `/_vercel/not-ready/${deployment.id}`,
  });
}

function errorPage(
  status: number,
  code: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): StandInResponse {
  return {
    status,
    body: `${text}\n\n${code}\n`,
    headers: { "content-type": "text/plain; charset=utf-8", "x-vercel-error": code, ...headers },
  };
}
