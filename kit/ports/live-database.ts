import type pg from "pg";
import { UserError, describe } from "../errors/user-error.ts";
import { addressOf, placeOf, withTls } from "./database-address.ts";
import type { Connect } from "./database.ts";
import { livePipe } from "./live-pipe.ts";

const connectTimeout = 15_000;

/** PostgreSQL over `pg`, loaded on the first call. */
export const connectPostgres: Connect = async (url, name) => {
  const tls = withTls(url);
  const { default: driver } = await import("pg");
  const client = await open(driver, tls, name).catch(async (error: unknown) => {
    const { whyNotConnected } = await import("./why-not-connected.ts");
    const { what, fix } = whyNotConnected(error, addressOf(url)?.host ?? "");
    throw new UserError("PR411", `The database at ${placeOf(url)} ${what}: ${describe(error)}.`, fix, {
      cause: error,
    });
  });
  const { processID: told } = client as { readonly processID?: number | null };
  const { ask, together, close } = livePipe(driver, client);
  return {
    told: told ?? undefined,
    query: async (sql, parameters = []) => (await ask({ text: sql, values: [...parameters] })).rows,
    script: async (sql) => (await ask({ text: sql })).tags,
    together,
    close,
  };
};

async function open(driver: typeof pg, url: string, name: string): Promise<pg.Client> {
  const client = new driver.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    pipeline: true,
  });
  // A connection that breaks while idle would end the process; the next query reports it instead.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
