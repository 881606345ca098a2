import { heldIn } from "../../../kit/action/held-in.ts";
import type { StandInRequest, StandInResponse } from "../server.ts";
import { asUploaded, encodeBundle, functionJson, onPlatform } from "./bundle.ts";
import { liveFunctions, type SupabaseContext } from "./context.ts";
import { jsonOf, Refused } from "./errors.ts";
import { sourcesResponse } from "./multipart.ts";
import type { FunctionState } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** GET …/functions */
export function list({ state }: SupabaseContext): StandInResponse {
  return {
    status: 200,
    json: Object.values(state.functions).map((fn) => functionJson(state.project.ref, fn)),
  };
}

/** GET …/functions/{slug} */
export function get(context: SupabaseContext, request: StandInRequest): StandInResponse {
  return { status: 200, json: functionJson(context.state.project.ref, find(context, request)) };
}

/** GET …/functions/{slug}/body: the bundle, or the sources for a client that accepts a form. */
export function body(context: SupabaseContext, request: StandInRequest): StandInResponse {
  const fn = find(context, request);
  if (request.headers.accept?.includes("multipart/form-data")) {
    const place = (path: string): string => onPlatform(context.state.project.ref, fn, path);
    return sourcesResponse(fn.files, fn.entrypoint_path, place);
  }
  return {
    status: 200,
    body: encodeBundle(fn.files),
    headers: { "content-type": "application/vnd.denoland.eszip" },
  };
}

/** DELETE …/functions/{slug} */
export function remove(context: SupabaseContext, request: StandInRequest): StandInResponse {
  const { slug } = find(context, request);
  delete context.state.functions[slug];
  delete context.state.parked[slug];
  keepWanted(context);
  return { status: 200 };
}

/**
 * PUT …/functions: every function named gets the given metadata and the given version, all at once. A version
 * that waits becomes live; the live one keeps being so; any other was never built or is gone.
 */
export async function activate(context: SupabaseContext, request: StandInRequest): Promise<StandInResponse> {
  const updates = jsonOf(request, isUpdates);
  const next = updates.map((update) => updated(context, update));
  await Promise.all(next.map((fn) => context.host.start(fn)));
  for (const fn of next) {
    context.state.functions[fn.slug] = fn;
    if (heldIn(context.state.parked, fn.slug)?.version === fn.version) delete context.state.parked[fn.slug];
  }
  keepWanted(context);
  return { status: 200, json: { functions: next.map((fn) => functionJson(context.state.project.ref, fn)) } };
}

/** Tells the host which versions are wanted, now that the state has changed. */
export function keepWanted({ state, host }: SupabaseContext): void {
  host.keep(liveFunctions(state), Object.values(state.parked));
}

interface Update {
  readonly slug: string;
  readonly name: string;
  readonly status: FunctionState["status"];
  readonly version: number;
  readonly verify_jwt?: boolean;
  readonly entrypoint_path?: string;
  readonly import_map_path?: string;
  readonly ezbr_sha256?: string;
}

function isUpdates(json: unknown): json is readonly Update[] {
  const fits = (one: unknown): boolean =>
    isObject(one) &&
    ["id", "slug", "name"].every((key) => typeof one[key] === "string") &&
    ["ACTIVE", "REMOVED", "THROTTLED"].includes(String(one["status"])) &&
    Number.isSafeInteger(one["version"]);
  return Array.isArray(json) && json.every(fits);
}

function updated({ state, now }: SupabaseContext, update: Update): FunctionState {
  const versions = [heldIn(state.parked, update.slug), heldIn(state.functions, update.slug)];
  const built = versions.find((fn) => fn?.version === update.version);
  if (!built || (update.ezbr_sha256 !== undefined && update.ezbr_sha256 !== built.ezbr_sha256)) {
    throw new Refused(400, `${update.slug} has no bundle for version ${update.version}`);
  }
  const map = update.import_map_path;
  return {
    ...built,
    name: update.name,
    status: update.status,
    verify_jwt: update.verify_jwt ?? built.verify_jwt,
    entrypoint_path:
      update.entrypoint_path === undefined ? built.entrypoint_path : asUploaded(update.entrypoint_path),
    import_map_path: map === undefined ? built.import_map_path : map === "" ? null : asUploaded(map),
    updated_at: now(),
  };
}

function find({ state }: SupabaseContext, { params }: StandInRequest): FunctionState {
  const slug = params["slug"] ?? "";
  const fn = Object.hasOwn(state.functions, slug) ? state.functions[slug] : undefined;
  if (!fn) throw new Refused(404, "Function not found");
  return fn;
}
