import { type AccountState, jsonOf, purge, textsOf } from "../edge/account.ts";
import type { Came } from "../edge/edge.ts";
import { tagsOf } from "../edge/forget.ts";
import { type ApiContext, type EdgeOptions, type EdgeStandIn, startEdge } from "../edge/start.ts";
import type { EdgeZone } from "../edge/state.ts";
import type { Handler, Route, StandInRequest, StandInResponse } from "../server.ts";

/** A running stand-in for Vercel's edge cache, of which a zone is a project; the host itself is another. */
export type VercelEdgeStandIn = EdgeStandIn<AccountState>;

type Context = ApiContext<AccountState>;

/** Starts it on loopback. @throws {Error} when `port` is taken (code EADDRINUSE). */
export async function startVercelEdge(options: EdgeOptions<AccountState>): Promise<VercelEdgeStandIn> {
  return await startEdge(options, {
    vendor: () => ({
      says: (came, age = 0) => ({ "x-vercel-cache": word(came), age: String(age) }),
      signs: (number) => ({ server: "Vercel", "x-vercel-id": `fra1::${number}` }),
      tagHeader: "vercel-cache-tag",
      unreachable: { status: 502, title: "502: ROUTER_EXTERNAL_TARGET_CONNECTION_ERROR" },
      givesStale: true,
    }),
    routes,
    noRoute: () => refused(404, "not_found", "The requested endpoint does not exist"),
  });
}

const word = (came: Came): string =>
  came === "EXPIRED" ? "REVALIDATED" : came === "DYNAMIC" ? "BYPASS" : came;

function routes(context: Context): Route[] {
  const base = "/v1/edge-cache";
  return [
    ["POST", `${base}/invalidate-by-tags`, ofProject(context, byTags(context, true))],
    ["POST", `${base}/dangerously-delete-by-tags`, ofProject(context, byTags(context, false))],
    ["POST", `${base}/purge-all`, ofProject(context, all(context))],
  ];
}

type ProjectHandler = (project: EdgeZone, request: StandInRequest) => StandInResponse;

function ofProject({ state }: Context, handler: ProjectHandler): Handler {
  return (request) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    const mine = token === undefined ? undefined : state.tokens[token];
    if (mine === undefined) return refused(403, "forbidden", "Not authorized");
    const name = request.query.get("projectIdOrName");
    const project = state.zones.find(({ id }) => id === name);
    if (project === undefined || !mine.includes(project.id))
      return refused(404, "not_found", "Project not found");
    return handler(project, request);
  };
}

/** At most 16 tags of at most 256 letters, as a list or as one text. */
function byTags(context: Context, soft: boolean): ProjectHandler {
  return (project, { body }) => {
    const given = jsonOf(body)?.["tags"];
    const tags = typeof given === "string" ? given.split(",") : textsOf(given);
    if (tags === undefined || tags.length === 0 || tags.length > 16 || tags.some((tag) => tag.length > 256))
      return refused(400, "bad_request", "`tags` should NOT have more than 16 items");
    purge(context, project, {
      soft,
      what: tags,
      means: (copy) =>
        tagsOf(copy, "vercel-cache-tag").some((tag) => tags.some((one) => one.toLowerCase() === tag)),
    });
    return { status: 200 };
  };
}

function all(context: Context): ProjectHandler {
  return (project) => {
    purge(context, project, { soft: false, what: "all", means: () => true });
    return { status: 200 };
  };
}

function refused(status: number, code: string, message: string): StandInResponse {
  return { status, json: { error: { code, message } } };
}
