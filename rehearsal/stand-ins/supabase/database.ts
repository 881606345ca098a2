import { Client, DatabaseError } from "pg";
import type { StandInRequest, StandInResponse } from "../server.ts";
import { may } from "./access.ts";
import type { SupabaseContext } from "./context.ts";
import { jsonOf, Refused } from "./errors.ts";
import type { TokenState } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

type Row = Record<string, unknown>;

/** POST …/database/query: runs as `postgres`; only reads when asked to, or when the token may do no more. */
export async function query(
  context: SupabaseContext,
  request: StandInRequest,
  token: TokenState,
): Promise<StandInResponse> {
  const { query: sql, parameters, read_only } = jsonOf(request, isQuery);
  const user = read_only === true || !may(token, "database_write") ? "supabase_read_only_user" : "postgres";
  return { status: 201, json: await rows(context, user, sql, parameters) };
}

/** POST …/database/query/read-only */
export async function readOnlyQuery(
  context: SupabaseContext,
  request: StandInRequest,
): Promise<StandInResponse> {
  const { query: sql, parameters } = jsonOf(request, isQuery);
  return { status: 201, json: await rows(context, "supabase_read_only_user", sql, parameters) };
}

/** GET …/database/migrations: the ledger, empty before the first migration. */
export async function migrations(context: SupabaseContext): Promise<StandInResponse> {
  return { status: 200, json: await ledger(context) };
}

/** GET …/database/migrations/{version} */
export async function migration(context: SupabaseContext, request: StandInRequest): Promise<StandInResponse> {
  const sql =
    "select version, name, statements from supabase_migrations.schema_migrations where version = $1";
  const [found] = await ifLedger(() => rows(context, "postgres", sql, [request.params["version"]]));
  if (!found) throw new Refused(404, "Migration not found");
  return { status: 200, json: found };
}

/** The recorded migrations in the order of their versions. */
export async function ledger(context: Pick<SupabaseContext, "databaseUrl">): Promise<Row[]> {
  const sql = "select version, name from supabase_migrations.schema_migrations order by version";
  return await ifLedger(() => rows(context, "postgres", sql));
}

/** Runs as the project's own user of that name, not as the superuser that the stand-in was given. */
export async function rows(
  { databaseUrl }: Pick<SupabaseContext, "databaseUrl">,
  user: string,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const url = new URL(databaseUrl);
  url.username = user;
  const client = new Client({ connectionString: url.href });
  try {
    await client.connect();
    const result: { rows: Row[] } | { rows: Row[] }[] =
      parameters.length > 0 ? await client.query<Row>(sql, [...parameters]) : await client.query<Row>(sql);
    return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [];
  } catch (error) {
    if (error instanceof DatabaseError) {
      throw new Refused(400, `Failed to run sql query: ERROR:  ${error.code ?? ""}: ${error.message}`);
    }
    throw new Refused(500, "Failed to run sql query: the database is not reachable");
  } finally {
    await client.end().catch(() => {});
  }
}

async function ifLedger(read: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refused && /\b(42P01|3F000)\b/.test(error.message)) return [];
    throw error;
  }
}

interface Query {
  readonly query: string;
  readonly parameters?: readonly unknown[];
  readonly read_only?: boolean;
}

function isQuery(json: unknown): json is Query {
  return isObject(json) && typeof json["query"] === "string" && json["query"] !== "";
}
