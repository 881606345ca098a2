import type { Runtime } from "../../../action/runtime.ts";
import type { Database } from "../../../ports/database.ts";
import type { DatabaseInputs } from "../inputs.ts";
import { type Aside, openAside } from "./aside.ts";
import { type Watchdog, watchdog } from "./watchdog.ts";

/** What looks at a migration from beside it. */
export interface Guard extends Watchdog, Pick<Aside, "close"> {}

type World = Pick<Runtime, "clock" | "connect" | "context" | "log">;

/** Guards what the session does from now on. */
export async function openGuard(world: World, database: Database, inputs: DatabaseInputs): Promise<Guard> {
  const [row] = await database.query("select pg_catalog.pg_backend_pid() as pid");
  const aside = openAside(world, inputs.databaseUrl);
  const patience = { sessions: inputs.blocksSessions, ms: inputs.blocksFor };
  return { ...watchdog(world, aside, Number(row?.["pid"]), patience), close: aside.close };
}
