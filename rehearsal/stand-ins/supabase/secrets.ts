import { createHash } from "node:crypto";
import type { StandInRequest, StandInResponse } from "../server.ts";
import { liveFunctions, type SupabaseContext } from "./context.ts";
import { jsonOf, Refused } from "./errors.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** GET …/secrets: the names and a digest of each value; the values never come back. */
export function listSecrets({ state }: SupabaseContext): StandInResponse {
  const digest = (value: string): string => createHash("sha256").update(value).digest("hex");
  const json = Object.entries(state.secrets).map(([name, { value, updated_at }]) => {
    return { name, value: digest(value), updated_at };
  });
  return { status: 200, json };
}

/** POST …/secrets: functions see the values from their next start, which is now. */
export function setSecrets(context: SupabaseContext, request: StandInRequest): StandInResponse {
  const secrets = jsonOf(request, isSecrets);
  if (secrets.length > 100) throw new Refused(400, "At most 100 secrets at a time");
  for (const { name, value } of secrets) {
    if (name.startsWith("SUPABASE_"))
      throw new Refused(400, "Secret name must not start with the SUPABASE_ prefix");
    if (name.length > 256 || value.length > 24_576) throw new Refused(400, `Secret ${name} is too long`);
  }
  const updated_at = new Date(context.now()).toISOString();
  for (const { name, value } of secrets) context.state.secrets[name] = { value, updated_at };
  context.host.restart(liveFunctions(context.state));
  return { status: 201 };
}

/** DELETE …/secrets, by name; unknown names are fine. */
export function removeSecrets(context: SupabaseContext, request: StandInRequest): StandInResponse {
  for (const name of jsonOf(request, isNames)) delete context.state.secrets[name];
  context.host.restart(liveFunctions(context.state));
  return { status: 200 };
}

function isSecrets(json: unknown): json is readonly { name: string; value: string }[] {
  const fits = (one: unknown): boolean =>
    isObject(one) && typeof one["name"] === "string" && typeof one["value"] === "string";
  return Array.isArray(json) && json.every(fits);
}

function isNames(json: unknown): json is readonly string[] {
  return Array.isArray(json) && json.every((one) => typeof one === "string");
}
