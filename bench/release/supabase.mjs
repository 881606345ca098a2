// The Supabase stand-in of rehearsals, as fast or slow as a bench wants it: its own Management API and gateway, each call
// answered after a while; functions take no time to build, and all answer 200.
import { setTimeout as sleep } from "node:timers/promises";

import { serve } from "../../lib/rehearsal/stand-ins/server.js";
import { managementRoutes } from "../../lib/rehearsal/stand-ins/supabase/api.js";
import { bundleSha } from "../../lib/rehearsal/stand-ins/supabase/bundle.js";
import { nextId } from "../../lib/rehearsal/stand-ins/supabase/context.js";
import { startGateway } from "../../lib/rehearsal/stand-ins/supabase/gateway.js";
import { projectKeys } from "../../lib/rehearsal/stand-ins/supabase/keys.js";
import { newSupabaseState } from "../../lib/rehearsal/stand-ins/supabase/state.js";
import { watch } from "../../lib/rehearsal/stand-ins/watch.js";

export const REF = "abcdefghijklmnopqrst";
export const TOKEN = `sbp_${"0123456789".repeat(4)}`;

/** `pace.ms` come before each answer, as they are then; `rate` is how many calls an endpoint takes in which time. */
export async function startSupabase({ pace, rate }) {
  const jwtSecret = "a secret of at least thirty-two letters";
  const state = newSupabaseState({ ref: REF, tokens: { [TOKEN]: { user: "ada", permissions: "all" } } });
  const answering = await serve([], () => ({ status: 200, json: { ok: true } }));
  const requests = [];
  const context = {
    state,
    keys: projectKeys(REF, jwtSecret),
    host: hostAt(answering.url, pace),
    databaseUrl: "postgresql://nobody@127.0.0.1:1/none",
    building: new Set(),
    rate: rate ?? { calls: 1_000_000, milliseconds: 60_000 },
    now: () => Date.now(),
    restReady: async () => true,
  };
  const routes = watch([wellAndGood, ...managementRoutes(context)], requests, () => []);
  const gateway = await startGateway(context, { jwtSecret, rest: undefined });
  const api = await serve(routes.map(slowBy(pace)), () => ({ status: 404, json: { message: "no route" } }));
  return {
    url: api.url,
    gatewayUrl: gateway.url,
    requests,
    live: () => Object.values(state.functions),
    /** All that is live, to be restored. */
    saved: () => structuredClone(state.functions),
    restore: (functions) => {
      seed(state, {});
      Object.assign(state.functions, structuredClone(functions));
    },
    /** Makes these be live, as version 1 of each, and nothing else. */
    seed: (functions) => seed(state, functions),
    close: () => Promise.all([api, gateway, answering].map((one) => one.close())),
  };
}

/** No database is behind it: its health is not what is measured. */
const wellAndGood = [
  "GET",
  "/v1/projects/:ref/health",
  ({ query }) => {
    const services = query.getAll("services").flatMap((text) => text.split(","));
    return {
      status: 200,
      json: services.map((name) => ({ name, healthy: true, status: "ACTIVE_HEALTHY" })),
    };
  },
];

function slowBy(pace) {
  return ([method, pattern, handler]) => [
    method,
    pattern,
    async (request) => {
      await sleep(pace.ms);
      return await handler(request);
    },
  ];
}

function hostAt(url, pace) {
  return {
    start: async () => ({ state: "running", url }),
    keep: () => {},
    restart: () => {},
    close: async () => {},
    use: async (_, work) => {
      await sleep(pace.ms);
      return await work(url);
    },
  };
}

/** `functions`: by slug, text by the path from the root of the project. */
function seed(state, functions) {
  for (const part of [state.functions, state.parked]) for (const slug of Object.keys(part)) delete part[slug];
  for (const [slug, sources] of Object.entries(functions)) {
    const files = Object.fromEntries(
      Object.entries(sources).map(([path, text]) => [path, Buffer.from(text).toString("base64")]),
    );
    state.functions[slug] = {
      id: nextId(state),
      slug,
      name: slug,
      status: "ACTIVE",
      version: 1,
      verify_jwt: false,
      entrypoint_path: `supabase/functions/${slug}/index.ts`,
      import_map_path: null,
      ezbr_sha256: bundleSha(files),
      created_at: 1,
      updated_at: 1,
      files,
    };
  }
}
