import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { ProjectAccess } from "./functions-api.ts";
import { projectApi } from "./project-api.ts";
import { fieldsOf } from "../../ports/json-object.ts";

/** A project as the platform tells of it. `status` is Supabase's word: `ACTIVE_HEALTHY`, `INACTIVE`, … */
export interface ProjectState {
  readonly name: string;
  readonly region: string;
  readonly status: string;
  /** The version of PostgreSQL, as `17.4.1.45`; undefined where it is not told. */
  readonly postgres: string | undefined;
}

/**
 * Reads the project itself; undefined where the token is known, but may not (`project_admin_read`).
 * @throws {UserError} PR302 for a token that nobody knows, PR303 for a project that this one does not see.
 */
export async function readProject(
  world: Pick<Runtime, "http" | "clock" | "log" | "signal">,
  access: ProjectAccess,
): Promise<ProjectState | undefined> {
  const api = projectApi(world, access, { attempts: 2, mustBeAble: "read the project" });
  const path = `/v1/projects/${access.supabase}`;
  const { status: answered, json } = await api("GET", path, { accept: [200, 403] });
  if (answered === 403) return undefined;
  const { name, region, status, database } = fieldsOf(json);
  if (typeof status !== "string") {
    throw new UserError(
      "PR306",
      `Supabase GET ${path} answered something that its API does not say.`,
      "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.",
    );
  }
  const version = (database as { readonly version?: unknown } | null | undefined)?.version;
  return {
    name: typeof name === "string" ? name : access.supabase,
    region: typeof region === "string" ? region : "a region that is not told",
    status,
    postgres: typeof version === "string" && version !== "" ? version : undefined,
  };
}
