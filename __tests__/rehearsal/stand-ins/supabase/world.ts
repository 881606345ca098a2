import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../../../rehearsal/engines/postgres.ts";
import { newSupabaseState, type SupabaseState } from "../../../../rehearsal/stand-ins/supabase/state.ts";
import { startSupabase, type SupabaseStandIn } from "../../../../rehearsal/stand-ins/supabase/start.ts";

export const REF = "abcdefghijklmnopqrst";
export const TOKEN = `sbp_${"0a".repeat(20)}`;
export const READ_ONLY = `sbp_${"1b".repeat(20)}`;
const JWT_SECRET = "a secret of at least thirty-two characters";

/** A stand-in on a real database, what a client of it needs, and what ends it. */
export interface TestWorld {
  readonly supabase: SupabaseStandIn;
  readonly database: string;
  /** A clock that tests turn. */
  readonly clock: { time: number; now(): number };
  api(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
  /** Uploads a function whose whole source is `code`. */
  deploy(slug: string, code: string, more?: { bundleOnly?: boolean; verify_jwt?: boolean }): Promise<Answer>;
  call(slug: string, init?: RequestInit): Promise<Answer>;
  /** Another stand-in on the same database, from a saved state. */
  clone(state: SupabaseState): Promise<SupabaseStandIn>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
  readonly headers: Headers;
}

export async function startWorld(): Promise<TestWorld> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const postgres = await startPostgres({ folder: join(folder, "data"), superuser: "supabase_admin" });
  const clock = { time: Date.parse("2026-11-22T10:00:00Z"), now: () => clock.time };
  const tokens = {
    [TOKEN]: { user: "ada", permissions: "all" as const },
    [READ_ONLY]: { user: "bob", permissions: ["edge_functions_read", "project_admin_read", "database_read"] },
  };
  const start = (state: SupabaseState): Promise<SupabaseStandIn> =>
    startSupabase({
      state,
      clock,
      databaseUrl: postgres.url,
      jwtSecret: JWT_SECRET,
      cache: join(folder, "deno"),
      nodeModules: join(import.meta.dirname, "../../../../node_modules"),
    });
  const supabase = await start(newSupabaseState({ ref: REF, tokens }));
  const ask = async (url: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(url, init);
    const text = await response.text();
    return { status: response.status, text, json: parsed(text), headers: response.headers };
  };
  const api: TestWorld["api"] = (method, path, body, token = TOKEN) =>
    ask(supabase.url + path.replace("{ref}", REF), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body instanceof FormData ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  return {
    supabase,
    clock,
    database: postgres.urlFor("postgres", "postgres"),
    api,
    deploy: (slug, code, { bundleOnly = false, verify_jwt = false } = {}) =>
      api(
        "POST",
        `/v1/projects/{ref}/functions/deploy?slug=${slug}&bundleOnly=${bundleOnly}`,
        formOf(slug, code, verify_jwt),
      ),
    call: (slug, init = {}) => ask(`${supabase.gatewayUrl}/functions/v1/${slug}`, init),
    clone: start,
    close: async () => {
      await supabase.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The form that the vendor's CLI sends. */
export function formOf(slug: string, code: string, verify_jwt: boolean): FormData {
  const form = new FormData();
  const entrypoint_path = `supabase/functions/${slug}/index.ts`;
  form.append("file", new Blob([code], { type: "application/octet-stream" }), entrypoint_path);
  form.append("metadata", JSON.stringify({ entrypoint_path, verify_jwt, name: slug }));
  return form;
}

/** A function that says `text`. */
export function saying(text: string): string {
  return `Deno.serve(() => new Response(${JSON.stringify(text)}));`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
