import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import type { Connect, LiveDatabase } from "../../../ports/database.ts";
import { type LoginRole, createLoginRole } from "../../../providers/supabase/login-role.ts";
import { readSqlError } from "./sql-error.ts";

type World = Pick<Runtime, "clock" | "connect" | "http" | "log" | "signal">;

interface Inputs {
  readonly loginRole: boolean;
  readonly databaseUrl: string;
  readonly supabase: string | undefined;
  readonly supabaseAccessToken: string | undefined;
  readonly supabaseApiUrl: string;
}

/** A role that ends within this time is not used for another session, in ms. */
const margin = 60_000;
/** A pooler knows a new role only after a moment. */
const attempts = 5;
const pause = 1500;

/**
 * The same world, where sessions of `database-url` log in as a role that Supabase makes for some minutes, and work as
 * `postgres`: no password of the database is kept anywhere. A session outlives its role.
 * @throws {UserError} PR102 for an address that has a password, PR104 without a project or token.
 */
export function withLoginRole<W extends World>(inputs: Inputs, world: W): W {
  if (!inputs.loginRole) return world;
  const { supabase, supabaseAccessToken, supabaseApiUrl, databaseUrl } = inputs;
  if (supabase === undefined || supabaseAccessToken === undefined) {
    throw new UserError(
      "PR104",
      "`login-role` needs `supabase` and `supabase-access-token`. Nothing was changed.",
      "Pass them beside `database-url`; the token must be able to write to the database.",
    );
  }
  refusePassword(databaseUrl);
  const role = lasting(world, () =>
    createLoginRole(world, { supabase, supabaseAccessToken, supabaseApiUrl }),
  );
  const connect: Connect = async (url, name) =>
    url === databaseUrl ? await asRole(world, url, name, await role()) : await world.connect(url, name);
  return { ...world, connect };
}

function refusePassword(url: string): void {
  if (!URL.canParse(url) || new URL(url).password === "") return;
  throw new UserError(
    "PR102",
    "`login-role` is on, and `database-url` has a password (not shown): which of the two is meant?",
    "Write the address without a password: postgresql://postgres@db.<project>.supabase.co:5432/postgres.",
  );
}

/** One role for all sessions that begin in its time. */
function lasting({ clock }: Pick<World, "clock">, make: () => Promise<LoginRole>): () => Promise<LoginRole> {
  let current: { readonly role: Promise<LoginRole>; until: number } | undefined;
  return async () => {
    if (current === undefined || clock.now() >= current.until) {
      const made: typeof current = { role: make(), until: Infinity };
      current = made;
      const forget = (): void => void (current = current === made ? undefined : current);
      made.role.then(({ seconds }) => (made.until = clock.now() + seconds * 1000 - margin), forget);
    }
    return await current.role;
  };
}

async function asRole(world: World, url: string, name: string, role: LoginRole): Promise<LiveDatabase> {
  const { connect, clock, signal } = world;
  const address = loginUrl(url, role);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await asPostgres(await connect(address, name));
    } catch (error) {
      const unknown = String(readSqlError((error as { readonly cause?: unknown }).cause ?? error).code);
      if (!unknown.startsWith("28") || attempt === attempts) throw error;
      await clock.sleep(pause, signal);
    }
  }
}

/**
 * At the pooler a user's name ends with the project's. The server itself is told at the login which role the session has
 * by itself, so that RESET ROLE in a file leads back to it, and not to the login role; a pooler reads such options otherwise.
 */
function loginUrl(url: string, { role, password }: LoginRole): string {
  const login = new URL(url);
  const project = /^[^.]+(\..+)$/.exec(decodeURIComponent(login.username))?.[1] ?? "";
  login.username = `${role}${project}`;
  login.password = password;
  const options = login.searchParams.get("options");
  if (project === "")
    login.searchParams.set("options", `${options === null ? "" : `${options} `}-c role=postgres`);
  return login.toString();
}

/** What is made must belong to postgres. */
async function asPostgres(database: LiveDatabase): Promise<LiveDatabase> {
  try {
    await database.script("set role postgres");
    return database;
  } catch (error) {
    await database.close().catch(() => undefined);
    throw new UserError(
      "PR411",
      `The login role may not work as postgres: ${readSqlError(error).message}. Nothing was changed.`,
      "Run this job again; if it stays so, pass a `database-url` with the password of postgres, without `login-role`.",
      { cause: error },
    );
  }
}
