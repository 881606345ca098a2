import { UserError, describe } from "../errors/user-error.ts";
import type { Connect } from "./database.ts";

const connectTimeout = 15_000;

/** PostgreSQL over `pg`, loaded on the first call. */
export const connectPostgres: Connect = async (url, name) => {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
  });
  // A connection that breaks while idle would end the process; the next query reports it instead.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new UserError(
      "PR411",
      `The database at ${placeOf(url)} cannot be reached: ${describe(error)}.`,
      "Check host, port, user and password of `database-url`. From GitHub's runners use the session pooler (port 5432).",
      { cause: error },
    );
  }
  return {
    query: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
    script: async (sql) => {
      let completed = 0;
      const count = (): void => void (completed += 1);
      client.connection.on("commandComplete", count);
      try {
        await client.query(sql);
      } catch (error) {
        throw Object.assign(error instanceof Error ? error : new Error(describe(error)), { completed });
      } finally {
        client.connection.removeListener("commandComplete", count);
      }
    },
    close: () => client.end(),
  };
};

/** Host, port and database of a URL, without user and password. */
export function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return "(an address that is not a URL)";
  }
}
