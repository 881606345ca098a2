import type { Wanted } from "./options.ts";

/** The stand-in of a CDN: a server with one call that purges. What the vendor does otherwise takes its place. */
export function cdnStandIn(wanted: Wanted): ReadonlyMap<string, string> {
  const folder = `rehearsal/stand-ins/${wanted.name}`;
  return new Map([
    [`${folder}/api.ts`, api(wanted)],
    [`${folder}/start.ts`, start(wanted)],
    [`${folder}/vendor.ts`, vendor(wanted)],
  ]);
}

function api({ pascal }: Wanted): string {
  return `import { type AccountState, jsonOf, purge, textsOf } from "../edge/account.ts";
import { tagsOf } from "../edge/forget.ts";
import type { ApiContext } from "../edge/start.ts";
import type { CachedAnswer } from "../edge/state.ts";
import type { Handler, Route, StandInResponse } from "../server.ts";

type Context = ApiContext<AccountState>;

/** The routing table of the API. */
export function routes(context: Context): Route[] {
  return [["POST", "/zones/:zone/purge", purgeZone(context)]];
}

/** ${pascal}'s words for what it refuses. */
export function refused(status: number, message: string): StandInResponse {
  return { status, json: { error: { message } } };
}

/** \`{ paths, prefixes, tags }\`, or \`{ everything: true }\`. */
function purgeZone(context: Context): Handler {
  return (request) => {
    const token = /^Bearer (\\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    const mine = token === undefined ? undefined : context.state.tokens[token];
    if (mine === undefined) return refused(401, "unknown token");
    const zone = context.state.zones.find(({ id }) => id === request.params["zone"] && mine.includes(id));
    if (zone === undefined) return refused(403, "this token may not purge the zone");
    const body = jsonOf(request.body);
    const means = body && meantBy(body);
    if (means === undefined) return refused(400, "nothing that can be purged was named");
    const { id } = purge(context, zone, { soft: false, what: body, means });
    return { status: 200, json: { id } };
  };
}

${meantBy()}`;
}

/** What one call purges: paths and what begins with them, tags, or everything. */
function meantBy(): string {
  return `function meantBy(body: Readonly<Record<string, unknown>>): ((copy: CachedAnswer) => boolean) | undefined {
  if (body["everything"] === true) return () => true;
  const [paths, prefixes, tags] = ["paths", "prefixes", "tags"].map((key) => textsOf(body[key]) ?? []);
  if (!paths || !prefixes || !tags || paths.length + prefixes.length + tags.length === 0) return undefined;
  return (copy) =>
    paths.includes(copy.path + copy.query) ||
    prefixes.some((base) => copy.path === base || copy.path.startsWith(\`\${base.replace(/\\/$/, "")}/\`)) ||
    tagsOf(copy, "cache-tag").some((tag) => tags.includes(tag));
}
`;
}

function start({ pascal }: Wanted): string {
  return `import type { AccountState } from "../edge/account.ts";
import { type EdgeOptions, type EdgeStandIn, startEdge } from "../edge/start.ts";
import { refused, routes } from "./api.ts";
import { vendor } from "./vendor.ts";

/** Starts ${pascal}'s stand-in on loopback. @throws {Error} when \`port\` is taken (code EADDRINUSE). */
export async function start${pascal}(options: EdgeOptions<AccountState>): Promise<EdgeStandIn<AccountState>> {
  return await startEdge(options, { vendor: () => vendor, routes, noRoute: () => refused(404, "no such route") });
}
`;
}

function vendor({ pascal }: Wanted): string {
  return `import type { Vendor } from "../edge/edge.ts";

/** What ${pascal}'s edge adds to an answer. */
export const vendor: Vendor = {
  says: (came) => ({ "x-cache": came === "HIT" || came === "STALE" ? "HIT" : "MISS" }),
  signs: (number) => ({ "x-request-id": String(number) }),
  tagHeader: "cache-tag",
  unreachable: { status: 503, title: "503 the origin does not answer" },
};
`;
}
