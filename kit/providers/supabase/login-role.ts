import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { ProjectAccess } from "./functions-api.ts";
import { projectApi } from "./project-api.ts";

/** A role of the database that is there for some minutes, with its password. */
export interface LoginRole {
  readonly role: string;
  readonly password: string;
  readonly seconds: number;
}

/** Lets Supabase make one. An answer that is lost leaves a role that ends by itself, so asking again does no harm. */
export async function createLoginRole(
  world: Pick<Runtime, "http" | "clock" | "log" | "signal">,
  access: ProjectAccess,
): Promise<LoginRole> {
  const mustBeAble = "make login roles of the database (database_write)";
  const api = projectApi(world, access, { attempts: 3, mustBeAble });
  const path = `/v1/projects/${access.supabase}/cli/login-role`;
  const { json } = await api("POST", path, { json: { read_only: false }, safe: true });
  const { role, password, ttl_seconds: seconds } = (json ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof role === "string" && typeof password === "string" && typeof seconds === "number")
    return { role, password, seconds };
  throw new UserError(
    "PR306",
    `Supabase POST ${path} answered something that its API does not say.`,
    "Check `supabase-api-url`; or pass a `database-url` with its password, without `login-role`.",
  );
}
