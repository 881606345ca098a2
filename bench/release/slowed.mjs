// A server that answers as another one does, `pace.ms` later.
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import { passOn } from "../../lib/kit/compatibility/proxy.js";
import { listen } from "../../lib/rehearsal/stand-ins/server.js";

/** `url` may have a path; the slow one has the same. `told` hears of each call once it is answered. */
export async function slowed(url, pace, told = () => {}) {
  const { origin, pathname } = new URL(url);
  const server = createServer((incoming, outgoing) => {
    const { host: _, ...headers } = incoming.headers;
    sleep(pace.ms)
      .then(() => passOn(incoming, outgoing, origin + incoming.url, headers))
      .then((status) => told({ method: incoming.method, path: incoming.url.split("?")[0], status }))
      .catch(() => outgoing.destroy());
  });
  const listening = await listen(server);
  return { url: listening.url + pathname.replace(/\/$/, ""), close: listening.close };
}
