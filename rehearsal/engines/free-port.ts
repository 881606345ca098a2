import { createServer } from "node:http";
import { listen } from "../stand-ins/server.ts";

/** A port of 127.0.0.1 that nobody listens on right now; for engines that cannot choose one themselves. */
export async function freePort(): Promise<number> {
  const probe = await listen(createServer());
  await probe.close();
  return probe.port;
}
