import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { ProjectAccess } from "./functions-api.ts";
import { projectApi } from "./project-api.ts";
import { encoded } from "../../ports/encoded.ts";
import { fieldsOf } from "../../ports/json-object.ts";

/** One service of a project, as the platform sees it. */
export interface ServiceHealth {
  readonly name: string;
  readonly healthy: boolean;
  readonly said: string;
}

/**
 * Asks the platform for the health of some services.
 * @throws {UserError} PR301 to PR307 when it cannot be asked, PR306 when it answers something else.
 */
export async function readServices(
  world: Pick<Runtime, "http" | "clock" | "log" | "signal">,
  access: ProjectAccess,
  services: readonly string[],
): Promise<readonly ServiceHealth[]> {
  const api = projectApi(world, access, { attempts: 2, mustBeAble: "read the project's health" });
  const path = `/v1/projects/${access.supabase}/health`;
  const query = services.map((name) => `services=${encoded(name)}`).join("&");
  const { json } = await api("GET", `${path}?${query}`);
  if (!Array.isArray(json)) throw strange(path);
  return json.map((one: unknown) => serviceOf(one, path));
}

function serviceOf(json: unknown, path: string): ServiceHealth {
  const one = fieldsOf(json);
  const { name, healthy, status, error } = one;
  if (typeof name !== "string") throw strange(path);
  const word = typeof status === "string" ? status : "no status";
  // `healthy` is deprecated for `status`.
  const well = typeof status === "string" ? status === "ACTIVE_HEALTHY" : healthy === true;
  return {
    name,
    healthy: well,
    said: typeof error === "string" && error !== "" ? `${word} (${error})` : word,
  };
}

function strange(path: string): UserError {
  return new UserError(
    "PR306",
    `Supabase GET ${path} answered something that its API does not say.`,
    "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.",
  );
}
