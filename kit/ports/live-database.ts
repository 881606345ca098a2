import { UserError, describe } from "../errors/user-error.ts";
import type { Connect } from "./database.ts";

const connectTimeout = 15_000;

/** PostgreSQL over `pg`, loaded on the first call. */
export const connectPostgres: Connect = async (url, name) => {
  const { default: pg } = await import("pg");
  const open = async () => {
    const client = new pg.Client({
      connectionString: withTls(url),
      application_name: name,
      connectionTimeoutMillis: connectTimeout,
      keepAlive: true,
    });
    // A connection that breaks while idle would end the process; the next query reports it instead.
    client.on("error", () => undefined);
    await client.connect();
    return client;
  };
  const client = await open().catch((error: unknown) => {
    const { what, fix } = whyNot(error);
    throw new UserError("PR411", `The database at ${placeOf(url)} ${what}: ${describe(error)}.`, fix, {
      cause: error,
    });
  });
  return {
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

/** What a server says of a login (28…) or a name (3D000); anything else comes from the way to it. */
function whyNot(error: unknown): { readonly what: string; readonly fix: string } {
  const { code } = error as { readonly code?: unknown };
  if (typeof code === "string" && code.startsWith("28")) {
    return {
      what: "refuses the login",
      fix: "Check user and password of `database-url`, special characters percent-encoded. At Supabase's session pooler the user is postgres.<project>.",
    };
  }
  if (code === "3D000") {
    return {
      what: "does not exist",
      fix: "Correct the name after the last slash of `database-url`; at Supabase it is postgres.",
    };
  }
  return {
    what: "cannot be reached",
    fix: "Check host, port, user and password of `database-url`. From GitHub's runners use the session pooler (port 5432). A server without TLS needs `?sslmode=disable`.",
  };
}

/**
 * The URL with libpq's meaning of `sslmode`: the driver's own default is no TLS at all, and it takes
 * `require` for more than it says, which Supabase's own certificate authority does not pass. Outside of this
 * machine TLS is required unless the URL says otherwise; `verify-full` with `sslrootcert` checks who answers.
 */
export function withTls(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  const mode = parsed.searchParams.get("sslmode");
  const here = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname);
  if (mode === "no-verify" || parsed.searchParams.has("uselibpqcompat")) return url;
  if (mode === null && here) return url;
  if (mode === null) parsed.searchParams.set("sslmode", "require");
  parsed.searchParams.set("uselibpqcompat", "true");
  return parsed.toString();
}

/** Host, port and database of a URL, without user and password. */
export function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return "(an address that is not a URL)";
  }
}
