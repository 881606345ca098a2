import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { ProjectAccess } from "./functions-api.ts";
import { projectApi } from "./project-api.ts";
import { fieldsOf } from "../../ports/json-object.ts";

/** `AVAILABLE`, `PENDING`, `REMOVED`, `FAILED`, or what the API may say later. */
export interface RestorePoint {
  readonly name: string;
  readonly status: string;
}

export interface RestorePoints {
  find(name: string): Promise<RestorePoint | undefined>;
  /** Begins to make one. Names have at most 20 characters. */
  create(name: string): Promise<RestorePoint>;
}

export function restorePoints(
  world: Pick<Runtime, "http" | "clock" | "log" | "signal">,
  access: ProjectAccess,
): RestorePoints {
  const mustBeAble = "read and write backups (backups_read, backups_write)";
  const api = projectApi(world, access, { attempts: 3, mustBeAble });
  const path = `/v1/projects/${access.supabase}/database/backups/restore-point`;
  return {
    async find(name) {
      const { status, json } = await api("GET", path, { query: { name }, accept: [200, 404] });
      return status === 404 ? undefined : pointOf(json, path);
    },
    async create(name) {
      const { json } = await api("POST", path, { json: { name } });
      return pointOf(json, path);
    },
  };
}

function pointOf(json: unknown, path: string): RestorePoint {
  const { name, status } = fieldsOf(json);
  if (typeof name === "string" && typeof status === "string") return { name, status };
  throw new UserError(
    "PR306",
    `Supabase ${path} answered something that its API does not say.`,
    "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.",
  );
}
