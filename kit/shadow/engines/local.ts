import type { Runtime } from "../../action/runtime.ts";
import { prepareShadow } from "../admin.ts";
import { startServer } from "../start-server.ts";
import { type Engine, anewAfterLogin, closing } from "./engine.ts";

/** The machine's own PostgreSQL, on a server and in a folder that are gone afterwards. */
export async function localEngine(
  bin: string,
  world: Pick<Runtime, "connect" | "env" | "temp">,
): Promise<Engine> {
  const server = await startServer(bin, world);
  try {
    const admin = await world.connect(server.adminUrl, "prism-rollout shadow");
    // Roles have settings now (`search_path`), which hold from the next session on.
    await closing(admin, () => prepareShadow(admin, server.password));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    product: "PostgreSQL",
    limits: [],
    server,
    open: async () => ({
      ...(await world.connect(server.url, "prism-rollout shadow")),
      anew: anewAfterLogin,
    }),
    stop: async () => {
      await server.stop();
      return [];
    },
  };
}
