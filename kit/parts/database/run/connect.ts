import type { Runtime } from "../../../action/runtime.ts";
import { openSession } from "../connection/session.ts";
import { openAside } from "../guard/aside.ts";
import type { DatabaseInputs } from "../inputs.ts";

/** The connection that applies, and one beside it that looks on. */
export async function connect(world: Pick<Runtime, "connect" | "context">, { databaseUrl }: DatabaseInputs) {
  const aside = openAside(world, databaseUrl);
  const database = await openSession(world, databaseUrl).catch(async (error: unknown) => {
    await aside.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await aside.close();
    await database.close().catch(() => undefined);
  };
  return { database, aside, close };
}
