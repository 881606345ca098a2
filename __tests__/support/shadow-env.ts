import { dirname } from "node:path";
import { installedPostgres, preparePostgres } from "../../rehearsal/engines/postgres-binaries.ts";

/** The environment of a machine that has the embedded PostgreSQL on its PATH, with its libraries. */
export async function shadowEnv(): Promise<Readonly<Record<string, string>>> {
  const { env, initdb } = await preparePostgres(installedPostgres(import.meta.dirname));
  return { ...env, PATH: dirname(initdb) };
}
