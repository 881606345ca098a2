import { type Handler, type Listening, type StandInRequest, type StandInResponse, serve } from "../server.ts";
import { contentType } from "../vercel/content-type.ts";
import { findDeploy } from "./context.ts";
import { headerRules, headersFor, redirectRules } from "./rules.ts";
import type { NetlifyDeploy, NetlifyDomain, NetlifySite, NetlifyState } from "./state.ts";

/** The servers that browsers talk to: one port a production domain, one port a deploy. */
export interface Edge {
  publish(deploy: NetlifyDeploy): Promise<void>;
  publishDomain(site: NetlifySite, domain: NetlifyDomain): Promise<void>;
  close(): Promise<void>;
}

/** Opens no port yet. The ports that are in the state already are taken again where they are free. */
export function newEdge(state: NetlifyState): Edge {
  const listening: Listening[] = [];
  const open = async (wanted: number, handler: Handler): Promise<number> => {
    const server = await serve([], handler, wanted).catch(() => serve([], handler));
    listening.push(server);
    return server.port;
  };
  return {
    publish: async (deploy) => {
      deploy.port = await open(deploy.port, (request) => answer(state, deploy, request));
    },
    publishDomain: async (site, domain) => {
      domain.port = await open(domain.port, (request) =>
        answer(state, findDeploy(state, site.published ?? ""), request),
      );
    },
    close: async () => {
      await Promise.all(listening.map((server) => server.close()));
    },
  };
}

function answer(
  state: NetlifyState,
  deploy: NetlifyDeploy | undefined,
  request: StandInRequest,
): StandInResponse {
  if (deploy?.state !== "ready") return page(404, "Not Found");
  const text = (name: string): string => contentAt(state, deploy, name)?.toString("utf8") ?? "";
  const path = decoded(request.path);
  const found = fileAt(deploy, path);
  const rule = redirectRules(text("/_redirects")).find(
    ({ from, force }) => (found === undefined || force) && from.test(path),
  );
  const own = headersFor(headerRules(text("/_headers")), path);
  const headers = { ...common, ...own };
  if (rule === undefined)
    return file(state, deploy, found ?? "/404.html", found ? 200 : 404, headers, request);
  const to = rule.to.replace(":splat", rule.from.exec(path)?.groups?.["splat"] ?? "");
  if (rule.status >= 300 && rule.status < 400)
    return { status: rule.status, headers: { ...headers, location: to } };
  return file(state, deploy, to, rule.status, headers, request);
}

const common = { server: "Netlify", "cache-status": '"Netlify Edge"; fwd=miss', age: "0" };

function file(
  state: NetlifyState,
  deploy: NetlifyDeploy,
  path: string,
  status: number,
  headers: Readonly<Record<string, string>>,
  { method, headers: asked }: StandInRequest,
): StandInResponse {
  const sha = deploy.files[path];
  const content = contentAt(state, deploy, path);
  if (content === undefined || sha === undefined) return page(404, "Not Found", headers);
  if (method !== "GET" && method !== "HEAD") return page(405, "Method Not Allowed", headers);
  const etag = `"${sha}"`;
  const all = {
    "cache-control": "public,max-age=0,must-revalidate",
    "content-type": contentType(path),
    etag,
    ...headers,
  };
  if (status === 200 && asked["if-none-match"] === etag) return { status: 304, headers: all };
  return { status, body: content, headers: all };
}

/** The file at a path: itself, a page without its ending, or the index of a folder. */
function fileAt(deploy: NetlifyDeploy, path: string): string | undefined {
  const bare = path.replace(/\/$/, "");
  return [path, `${bare}/index.html`, `${bare}.html`].find((one) => Object.hasOwn(deploy.files, one));
}

function contentAt(state: NetlifyState, deploy: NetlifyDeploy, path: string): Buffer | undefined {
  const content = state.files[deploy.files[path] ?? ""];
  return content === undefined ? undefined : Buffer.from(content, "base64");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function page(status: number, text: string, headers: Readonly<Record<string, string>> = {}): StandInResponse {
  return {
    status,
    body: `${text}\n`,
    headers: { ...common, ...headers, "content-type": "text/plain; charset=utf-8" },
  };
}
