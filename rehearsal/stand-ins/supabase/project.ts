import type { StandInRequest, StandInResponse } from "../server.ts";
import type { SupabaseContext } from "./context.ts";
import { rows } from "./database.ts";
import { Refused } from "./errors.ts";

/** GET /v1/projects: this stand-in has one. */
export function projects(context: SupabaseContext): StandInResponse {
  return { status: 200, json: [projectJson(context)] };
}

/** GET /v1/projects/{ref} */
export function project(context: SupabaseContext): StandInResponse {
  return { status: 200, json: projectJson(context) };
}

function projectJson({ state, databaseUrl }: SupabaseContext): object {
  const { ref, name, organization, region, created_at, status } = state.project;
  const database = {
    host: new URL(databaseUrl).host,
    version: "17.10",
    postgres_engine: "17",
    release_channel: "ga",
  };
  const owner = { organization_id: organization, organization_slug: organization };
  return { id: ref, ref, ...owner, name, region, created_at, status, database };
}

const SERVICES = ["auth", "db", "db_postgres_user", "pooler", "realtime", "rest", "storage", "pg_bouncer"];

/**
 * GET …/health: the database and PostgREST are asked for real; the others are not part of this stand-in and
 * are well unless a rehearsal declares them ill. Edge Functions are not covered, as at the vendor's.
 */
export async function health(context: SupabaseContext, request: StandInRequest): Promise<StandInResponse> {
  const asked = request.query.getAll("services").flatMap((value) => value.split(","));
  const unknown = asked.filter((name) => !SERVICES.includes(name));
  if (asked.length === 0 || unknown.length > 0)
    throw new Refused(400, `services must be some of ${SERVICES.join(", ")}`);
  return { status: 200, json: await Promise.all(asked.map((name) => serviceHealth(context, name))) };
}

async function serviceHealth(context: SupabaseContext, name: string): Promise<object> {
  const error = context.state.project.unhealthy[name] ?? (await problemOf(context, name));
  if (error !== undefined) return { name, healthy: false, status: "UNHEALTHY", error };
  return { name, healthy: true, status: "ACTIVE_HEALTHY" };
}

async function problemOf(context: SupabaseContext, name: string): Promise<string | undefined> {
  if (name === "rest") return (await context.restReady()) ? undefined : "PostgREST is not ready";
  if (name !== "db" && name !== "db_postgres_user") return undefined;
  const answered = await rows(context, "postgres", "select 1").catch(() => undefined);
  return answered ? undefined : "The database does not answer";
}

/** GET …/api-keys: secret keys only with `reveal=true`. */
export function apiKeys({ keys, state }: SupabaseContext, { query }: StandInRequest): StandInResponse {
  const reveal = query.get("reveal") === "true";
  const key = (type: string, name: string, api_key: string, secret: boolean): object => {
    const shown = secret && !reveal ? `${api_key.slice(0, 15)}…` : api_key;
    return { id: `${state.project.ref}-${name}-${type}`, type, name, api_key: shown, description: null };
  };
  const json = [
    key("legacy", "anon", keys.anon, false),
    key("legacy", "service_role", keys.serviceRole, true),
    key("publishable", "default", keys.publishable, false),
    key("secret", "default", keys.secret, true),
  ];
  return { status: 200, json };
}
