import { may, purge } from "../edge/account.ts";
import { tagsOf } from "../edge/forget.ts";
import type { ApiContext } from "../edge/start.ts";
import type { CachedAnswer, EdgeZone } from "../edge/state.ts";
import type { Handler, Route, StandInRequest, StandInResponse } from "../server.ts";
import { signer } from "./signed.ts";
import type { CloudfrontState, Invalidation } from "./state.ts";

type Context = ApiContext<CloudfrontState>;

const base = "/2020-05-31/distribution/:distribution/invalidation";

/** The routing table of the API. */
export function routes(context: Context): Route[] {
  return [
    ["POST", base, ofDistribution(context, "cloudfront:CreateInvalidation", create(context))],
    ["GET", `${base}/:id`, ofDistribution(context, "cloudfront:GetInvalidation", get(context))],
  ];
}

const namespace = `xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"`;

/** An error as CloudFront writes it. */
export function cloudfrontError(status: number, code: string, message: string): StandInResponse {
  const body =
    `<?xml version="1.0"?>\n<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>${code}</Code>` +
    `<Message>${message}</Message></Error><RequestId>3f9c7a1e-0000-4000-8000-000000000000</RequestId></ErrorResponse>`;
  return { status, body, headers: { "content-type": "text/xml" } };
}

type DistributionHandler = (distribution: EdgeZone, request: StandInRequest) => StandInResponse;

function ofDistribution({ state, now }: Context, action: string, handler: DistributionHandler): Handler {
  return (request) => {
    const caller = signer(state, now(), request);
    if (typeof caller !== "string") return cloudfrontError(403, caller.code, caller.message);
    const id = request.params["distribution"] ?? "";
    const distribution = state.zones.find((zone) => zone.id === id);
    if (distribution === undefined)
      return cloudfrontError(404, "NoSuchDistribution", "The specified distribution does not exist.");
    if (state.tokens[caller]?.includes(id) !== true || !may(state, caller, action)) {
      const message = `User: ${caller} is not authorized to perform: ${action}`;
      return cloudfrontError(403, "AccessDenied", message);
    }
    return handler(distribution, request);
  };
}

function create(context: Context): DistributionHandler {
  const { state, now } = context;
  return (distribution, request) => {
    const xml = request.body.toString("utf8");
    const paths = [...xml.matchAll(/<Path>([^<]*)<\/Path>/g)].map(([, path = ""]) => plain(path));
    const reference = /<CallerReference>([^<]+)</.exec(xml)?.[1] ?? "";
    const wrong = refusal(paths, Number(/<Quantity>(\d+)</.exec(xml)?.[1]), reference);
    if (wrong !== undefined) return cloudfrontError(400, "InvalidArgument", wrong);
    const earlier = state.invalidations.find(
      (one) => one.distribution === distribution.id && one.reference === reference,
    );
    if (earlier !== undefined) {
      if (JSON.stringify(earlier.paths) === JSON.stringify(paths)) return answer(earlier, now(), 201);
      return cloudfrontError(
        400,
        "InvalidationBatchAlreadyExists",
        "Your request contains a caller reference that was used before with another batch.",
      );
    }
    if (isTooMuch(context, distribution, paths))
      return cloudfrontError(
        400,
        "TooManyInvalidationsInProgress",
        "Processing your request will cause you to exceed the maximum number of in-progress wildcard invalidations.",
      );
    const means = (copy: CachedAnswer): boolean => paths.some((path) => isMeant(copy, path));
    const { id } = purge(context, distribution, { soft: false, what: paths, means });
    const name = `I${id.replace(/\D/g, "").padEnd(13, "0").slice(0, 13)}`;
    const made = { id: name, distribution: distribution.id, reference, paths, at: now() };
    const whole = { ...made, doneAt: now() + state.takes };
    state.invalidations.push(whole);
    return answer(whole, now(), 201);
  };
}

function refusal(paths: readonly string[], quantity: number, reference: string): string | undefined {
  if (reference === "") return "CallerReference is missing";
  if (paths.length === 0 || paths.length !== quantity) return "The quantity does not match the items";
  const wrong = paths.find((path) => !/^[/#]/.test(path) || /\*./.test(path));
  return wrong === undefined ? undefined : "Your request contains one or more invalid invalidation paths.";
}

/** 15 paths with a `*` and 3,000 others at a time, those in progress included. */
function isTooMuch({ state, now }: Context, { id }: EdgeZone, paths: readonly string[]): boolean {
  const busy = state.invalidations.filter((one) => one.distribution === id && one.doneAt > now());
  const all = [...busy.flatMap((one) => one.paths), ...paths];
  const wild = all.filter((path) => path.endsWith("*")).length;
  return wild > 15 || all.length - wild > 3000;
}

/** A path stands for all its queries; one with a query for that alone; with a `*` for whatever begins like it. */
function isMeant(copy: CachedAnswer, path: string): boolean {
  const asked = copy.path + copy.query;
  if (path.startsWith("#")) return tagsOf(copy, "cache-tag").includes(path.slice(1).toLowerCase());
  if (path.endsWith("*")) return asked.startsWith(path.slice(0, -1));
  return path.includes("?") ? asked === path : copy.path === path;
}

function get({ state, now }: Context): DistributionHandler {
  return (distribution, { params }) => {
    const found = state.invalidations.find(
      (one) => one.distribution === distribution.id && one.id === params["id"],
    );
    return found === undefined
      ? cloudfrontError(404, "NoSuchInvalidation", "The specified invalidation does not exist.")
      : answer(found, now(), 200);
  };
}

function answer(made: Invalidation, now: number, status: number): StandInResponse {
  const items = made.paths.map((path) => `<Path>${xmlText(path)}</Path>`).join("");
  const body =
    `<?xml version="1.0"?>\n<Invalidation ${namespace}><Id>${made.id}</Id>` +
    `<Status>${now >= made.doneAt ? "Completed" : "InProgress"}</Status>` +
    `<CreateTime>${new Date(made.at).toISOString()}</CreateTime><InvalidationBatch><Paths>` +
    `<Quantity>${made.paths.length}</Quantity><Items>${items}</Items></Paths>` +
    `<CallerReference>${made.reference}</CallerReference></InvalidationBatch></Invalidation>`;
  return { status, body, headers: { "content-type": "text/xml" } };
}

function plain(text: string): string {
  const letters: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(\w+);/g, (whole, name: string) => letters[name] ?? whole);
}

function xmlText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
