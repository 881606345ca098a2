import { UserError, describe } from "../errors/user-error.ts";
import { addressOf, placeOf, withTls } from "./database-address.ts";
import type { Connect } from "./database.ts";

const connectTimeout = 15_000;

/** PostgreSQL over `pg`, loaded on the first call. */
export const connectPostgres: Connect = async (url, name) => {
  const tls = withTls(url);
  const { default: pg } = await import("pg");
  const open = async () => {
    const client = new pg.Client({
      connectionString: tls,
      application_name: name,
      connectionTimeoutMillis: connectTimeout,
      keepAlive: true,
    });
    // A connection that breaks while idle would end the process; the next query reports it instead.
    client.on("error", () => undefined);
    await client.connect();
    return client;
  };
  const client = await open().catch(async (error: unknown) => {
    const { whyNotConnected } = await import("./why-not-connected.ts");
    const { what, fix } = whyNotConnected(error, addressOf(url)?.host ?? "");
    throw new UserError("PR411", `The database at ${placeOf(url)} ${what}: ${describe(error)}.`, fix, {
      cause: error,
    });
  });
  const { processID: told } = client as { readonly processID?: number | null };
  return {
    told: told ?? undefined,
    query: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
    script: async (sql) => {
      const tags: string[] = [];
      const keep = ({ text }: { readonly text: string }): void => void tags.push(text);
      client.connection.on("commandComplete", keep);
      try {
        await client.query(sql);
        return tags;
      } catch (error) {
        const failed = error instanceof Error ? error : new Error(describe(error));
        throw Object.assign(failed, { completed: tags.length });
      } finally {
        client.connection.removeListener("commandComplete", keep);
      }
    },
    close: () => client.end(),
  };
};
