import type { FunctionHost } from "../../../rehearsal/stand-ins/supabase/function-host.ts";
import { managementRoutes } from "../../../rehearsal/stand-ins/supabase/api.ts";
import { sourceDigest } from "../../../rehearsal/stand-ins/supabase/bundle.ts";
import { liveFunctions } from "../../../rehearsal/stand-ins/supabase/context.ts";
import { projectKeys } from "../../../rehearsal/stand-ins/supabase/keys.ts";
import type { SupabaseState } from "../../../rehearsal/stand-ins/supabase/state.ts";
import { type Route, serve } from "../../../rehearsal/stand-ins/server.ts";

/** The Supabase stand-in's functions without the engines behind them: a function that is live answers `{"ok":true}`. */
export interface Project {
  readonly url: string;
  readonly gatewayUrl: string;
  state(): SupabaseState;
  close(): Promise<void>;
}

/** `unreadable`: the sums of bundles of which the platform gives no sources, as of what others have built. */
export async function startProject(saved: SupabaseState, unreadable: readonly string[]): Promise<Project> {
  const state = structuredClone(saved);
  const routes = managementRoutes({
    state,
    keys: projectKeys(state.project.ref, "a secret of at least thirty-two characters"),
    host: noEngines,
    databaseUrl: "",
    building: new Set(),
    now: () => Date.now(),
    restReady: async () => true,
  });
  const withheld = routes.map((route) => withoutSources(route, state, unreadable));
  const api = await serve(withheld, () => ({ status: 404, json: { message: "Cannot find this route" } }));
  const gateway = await serve([], ({ path }) => {
    const isLive = liveFunctions(state).some(({ slug }) => path.endsWith(`/${slug}`));
    return isLive ? { status: 200, json: { ok: true } } : { status: 404, json: { code: "NOT_FOUND" } };
  });
  return {
    url: api.url,
    gatewayUrl: gateway.url,
    state: () => structuredClone(state),
    close: async () => void (await Promise.all([api.close(), gateway.close()])),
  };
}

function withoutSources(
  [method, pattern, handler]: Route,
  { functions }: SupabaseState,
  unreadable: readonly string[],
): Route {
  if (method !== "GET" || !pattern.endsWith("/body")) return [method, pattern, handler];
  return [
    method,
    pattern,
    (request) => {
      const sum = functions[request.params["slug"] ?? ""]?.ezbr_sha256 ?? "";
      const isForm = request.headers.accept?.includes("multipart/form-data") === true;
      return isForm && unreadable.includes(sum)
        ? { status: 400, json: { message: "The sources of this bundle are not kept" } }
        : handler(request);
    },
  ];
}

/** In a function's sources: the platform refuses to bundle it. */
export const broken = "this does not compile";

const noEngines: FunctionHost = {
  start: async ({ files }) => {
    const isBroken = Object.values(files).some((text) => Buffer.from(text, "base64").includes(broken));
    const ended = { ended: Promise.resolve(), stop: async () => undefined };
    return isBroken
      ? { state: "broken", at: "bundle", reason: broken, ...ended }
      : { state: "running", url: "", ...ended };
  },
  keep: () => undefined,
  use: async (_, work) => await work(undefined),
  restart: () => undefined,
  close: async () => undefined,
};

/** What users meet: no versions and no times, so that two of them can be compared. */
export function liveSources(state: SupabaseState): Readonly<Record<string, string>> {
  const told = liveFunctions(state).map(({ slug, files, ...one }) => {
    const { verify_jwt: jwt, entrypoint_path: entry, import_map_path: map } = one;
    return [slug, JSON.stringify([sourceDigest(files), jwt, entry, map])];
  });
  return Object.fromEntries(told) as Record<string, string>;
}
