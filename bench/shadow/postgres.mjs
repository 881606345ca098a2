// The PostgreSQL that npm brings, as a machine that has it on its PATH.
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { installedPostgres, preparePostgres } from "../../lib/rehearsal/engines/postgres-binaries.js";

/** Works in the environment of such a machine. */
export async function withPostgres(work) {
  const { env, initdb, folder } = await preparePostgres(
    installedPostgres(fileURLToPath(new URL("../../lib/rehearsal/engines", import.meta.url))),
  );
  try {
    return await work({ ...env, PATH: dirname(initdb) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
