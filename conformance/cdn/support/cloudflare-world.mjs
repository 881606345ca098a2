import { createServer } from "node:http";

import { newCloudflareState } from "../../../lib/rehearsal/stand-ins/cloudflare/new-state.js";
import { startCloudflare } from "../../../lib/rehearsal/stand-ins/cloudflare/start.js";

export const ZONE = "5f0c1de4a2b94c7d8e9f001122334455";
export const TOKEN = "conformancetoken";
export const POWERLESS = "powerlesstoken";
export const HOST = "app.example.com";

/** Runs `check` against a fresh stand-in in front of an origin whose page can be set; closes both in any case. */
export async function withCloudflare(check) {
  const page = { text: "old" };
  const origin = createServer((request, response) => {
    const etag = `"${page.text}"`;
    const isSame = request.headers["if-none-match"] === etag;
    response.writeHead(isSame ? 304 : 200, { "content-type": "text/html", "cache-tag": "shell", etag });
    response.end(isSame ? undefined : page.text);
  });
  await new Promise((resolve) => origin.listen(0, "127.0.0.1", resolve));
  const state = newCloudflareState({
    now: Date.now(),
    tokens: { [TOKEN]: { permissions: ["cache_purge"] }, [POWERLESS]: { permissions: [] } },
    zones: [{ id: ZONE, name: "example.com", hosts: [HOST] }],
  });
  const upstream = () => `http://127.0.0.1:${origin.address().port}`;
  const cloudflare = await startCloudflare({ state, clock: { now: () => Date.now() }, upstream });
  try {
    return await check({ cloudflare, page });
  } finally {
    await cloudflare.close();
    origin.close();
    origin.closeAllConnections();
  }
}

/** The page of an address, and what the edge says of it. */
export async function seen(cloudflare, path) {
  const response = await fetch(cloudflare.origin(HOST) + path);
  return `${response.headers.get("cf-cache-status")} ${await response.text()}`;
}

/** Throws unless both are equal as JSON. */
export function same(got, wanted, what) {
  const [left, right] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`${what}: got ${left}, wanted ${right}`);
}
