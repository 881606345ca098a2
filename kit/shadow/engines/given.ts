import { randomBytes } from "node:crypto";
import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { Database } from "../../ports/database.ts";
import { placeOf } from "../../ports/database-address.ts";
import { prepareShadow } from "../admin.ts";
import { type Engine, anewAfterLogin, closing } from "./engine.ts";
import { connectToNamed, refuseNoAddress } from "./named-server.ts";

const mark = "made by prism-rollout for shadow databases";
const lockKey = "pg_catalog.hashtextextended('prism-rollout shadow', 0)";

/**
 * A server that a person has named for this. Its own database must be empty, which no live one is, and stays so:
 * migrations run in another one beside it, as a role that is no superuser; both are removed again.
 * @throws {UserError} PR428 when it is not fit for it, PR411 when it cannot be reached: nothing was changed there.
 */
export async function givenEngine(url: string, world: Pick<Runtime, "connect">): Promise<Engine> {
  refuseNoAddress(url);
  const connect = connectToNamed(world.connect);
  const door = await connect(url, "prism-rollout shadow");
  const name = `prism_rollout_shadow_${randomBytes(6).toString("hex")}`;
  const password = randomBytes(18).toString("hex");
  const roles = await refuseUnfit(door, url).catch(async (error: unknown) => {
    await door.close().catch(() => undefined);
    throw error;
  });
  const adminUrl = withDatabase(url, name);
  const ownerUrl = withLogin(adminUrl, "postgres", password);
  const stop = async (): Promise<readonly string[]> => {
    const left = await removed(door, name, roles);
    await door.close().catch(() => undefined);
    return left.map((what) => `${what} is left on the server of shadow-database-url at ${placeOf(url)}`);
  };
  try {
    await removeDead(door);
    await door.script(`create database ${name} template template0 encoding 'UTF8'`);
    const admin = await connect(adminUrl, "prism-rollout shadow");
    await closing(admin, () => prepareShadow(admin, password));
    await door.script(`comment on role postgres is '${mark}'`);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    product: "PostgreSQL",
    limits: [],
    server: { adminUrl, url: ownerUrl, password },
    open: async () => ({ ...(await connect(ownerUrl, "prism-rollout shadow")), anew: anewAfterLogin }),
    stop,
  };
}

/** Of runs that were killed: whoever has the lock is the only one here. */
async function removeDead(door: Database): Promise<void> {
  const dead = await door.query(
    "select datname::text as name from pg_catalog.pg_database where datname ~ '^prism_rollout_shadow_[0-9a-f]{12}$'",
  );
  for (const { name } of dead) await door.script(`drop database if exists ${String(name)} with (force)`);
}

/**
 * The names of the roles that are there before. Only reads.
 * @throws {UserError} PR428 for a database that is no shadow.
 */
export async function refuseUnfit(door: Database, url: string): Promise<readonly string[]> {
  const [is] = await door.query(fitness, [mark]);
  const refuse = (what: string, fix: string): UserError =>
    new UserError(
      "PR428",
      `The database of \`shadow-database-url\` at ${placeOf(url)} ${what}. Nothing was changed there.`,
      fix,
    );
  const thing = is?.["thing"] as string | null | undefined;
  if (thing)
    throw refuse(
      `is not empty: it has ${thing}`,
      "Name an empty database of a server that is there for this only, never a live one.",
    );
  if (is?.["superuser"] !== true)
    throw refuse(
      "is reached as a role that is no superuser, who cannot make what a Supabase project has",
      "Log in as a superuser of a server that is there for this only.",
    );
  if (is["foreign"] === true)
    throw refuse(
      "is on a server whose role `postgres` was made by somebody else",
      "Migrations run as a `postgres` who is no superuser. Give the server's superuser another name: POSTGRES_USER: supabase_admin for the postgres image.",
    );
  if (is["free"] !== true)
    throw refuse("is in use as a shadow by another run", "Wait for it, or name another server.");
  const { roles } = is;
  if (!Array.isArray(roles))
    throw refuse("does not tell which roles it has", "See that it is PostgreSQL that answers there.");
  return roles.map(String);
}

/** One row: something that is in the database already, who we are, and whether nobody else is at it. */
const fitness = `
select (select 'relation ' || c.oid::regclass::text from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
           and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')
         order by 1 limit 1) as thing,
       (select rolsuper from pg_catalog.pg_roles where rolname = current_user) as superuser,
       exists (select from pg_catalog.pg_roles r where r.rolname = 'postgres'
          and pg_catalog.shobj_description(r.oid, 'pg_authid') is distinct from $1) as foreign,
       pg_catalog.pg_try_advisory_lock(${lockKey}) as free,
       array(select rolname::text from pg_catalog.pg_roles) as roles`;

/** Gives what could not be removed. A server that has gone meanwhile keeps nothing that we could tell. */
async function removed(door: Database, name: string, before: readonly string[]): Promise<readonly string[]> {
  const left: string[] = [];
  const drop = (what: string, sql: string): Promise<unknown> =>
    door.script(sql).catch(() => void left.push(what));
  await drop(`database ${name}`, `drop database if exists ${name} with (force)`);
  // Copies of it, that somebody looked at.
  await removeDead(door).catch(() => void left.push(`copies of database ${name}`));
  const roles = await door.query("select rolname::text as name from pg_catalog.pg_roles").catch(() => []);
  for (const { name: role } of roles) {
    if (before.includes(String(role))) continue;
    const quoted = `"${String(role).replaceAll('"', '""')}"`;
    await drop(`role ${String(role)}`, `drop owned by ${quoted}; drop role ${quoted}`);
  }
  return left;
}

function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
}

function withLogin(url: string, user: string, password: string): string {
  const parsed = new URL(url);
  parsed.username = user;
  parsed.password = password;
  return parsed.toString();
}
