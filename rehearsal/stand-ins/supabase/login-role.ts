import { Client } from "pg";
import type { StandInRequest, StandInResponse } from "../server.ts";
import { nextId, type SupabaseContext } from "./context.ts";
import { jsonOf } from "./errors.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** POST …/cli/login-role: a role that may log in for five minutes and become postgres. */
export async function createLoginRole(
  context: SupabaseContext,
  request: StandInRequest,
): Promise<StandInResponse> {
  const { read_only: readOnly } = jsonOf(request, isWish);
  const id = nextId(context.state).replaceAll("-", "");
  const role = `cli_login_${readOnly ? "read_only" : "postgres"}_${id.slice(-8)}`;
  const seconds = 300;
  const until = new Date(Date.now() + seconds * 1000).toISOString();
  const member = readOnly ? "supabase_read_only_user" : "postgres";
  await asAdmin(
    context,
    `create role ${role} login noinherit password '${id}' valid until '${until}' in role ${member}`,
  );
  return { status: 201, json: { role, password: id, ttl_seconds: seconds } };
}

/** DELETE …/cli/login-role: all of them. */
export async function removeLoginRoles(context: SupabaseContext): Promise<StandInResponse> {
  await asAdmin(
    context,
    `do $$ declare one record; begin
       for one in select rolname from pg_catalog.pg_roles where rolname ~ '^cli_login_' loop
         execute format('drop role %I', one.rolname);
       end loop;
     end $$`,
  );
  return { status: 200, json: { message: "ok" } };
}

async function asAdmin({ databaseUrl }: SupabaseContext, sql: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function isWish(json: unknown): json is { readonly read_only: boolean } {
  return isObject(json) && typeof json["read_only"] === "boolean";
}
