// Cloudflare's own client, with baseURL: every selector, hard and soft, and the errors as the client knows them.
import Cloudflare from "cloudflare";

import { HOST, POWERLESS, TOKEN, ZONE, same, seen, withCloudflare } from "./support/cloudflare-world.mjs";

const paths = ["/", "/results", "/results/1?t=a"];

async function refused(call) {
  try {
    await call;
  } catch (error) {
    return [error.constructor.name, error.status, error.errors?.[0]?.code];
  }
  return "not refused";
}

function clientOf(cloudflare, apiToken = TOKEN) {
  return new Cloudflare({ apiToken, baseURL: cloudflare.url, maxRetries: 0 });
}

async function selectors(client, cloudflare, page) {
  const host = new URL(cloudflare.origin(HOST)).host;
  const bodies = [
    { files: paths.map((path) => `http://${host}${path}`) },
    {
      files: paths.map((path) => ({ url: `http://${host}${path}`, headers: { "CF-Device-Type": "mobile" } })),
    },
    { prefixes: [host] },
    { hosts: [host] },
    { tags: ["shell"] },
    { purge_everything: true },
  ];
  for (const [index, body] of bodies.entries()) {
    const what = Object.keys(body)[0];
    page.text = `page ${index}`;
    for (const path of paths) await seen(cloudflare, path);
    page.text = `page ${index} new`;
    same(await seen(cloudflare, "/"), `HIT page ${index}`, `${what}: before`);
    const purged = await client.cache.purge({ zone_id: ZONE, ...body });
    if (!/^[0-9a-f]{32}$/.test(purged?.id)) throw new Error(`${what}: no id: ${JSON.stringify(purged)}`);
    for (const path of paths) same(await seen(cloudflare, path), `MISS page ${index} new`, what);
    await client.cache.invalidate({ zone_id: ZONE, ...body });
    same(await seen(cloudflare, "/"), `REVALIDATED page ${index} new`, `${what}: soft, unchanged`);
    await client.cache.invalidate({ zone_id: ZONE, ...body });
    page.text = `page ${index} newer`;
    same(await seen(cloudflare, "/"), `EXPIRED page ${index} newer`, `${what}: soft, changed`);
    await client.cache.purge({ zone_id: ZONE, purge_everything: true });
  }
  return bodies.length;
}

async function refusals(client, cloudflare) {
  const purge = (one, params) => refused(one.cache.purge({ zone_id: ZONE, ...params }));
  same(await purge(client, {}), ["BadRequestError", 400, 1012], "no selector");
  same(await purge(client, { tags: ["a"], hosts: ["b"] }), ["BadRequestError", 400, 1012], "two selectors");
  const many = { tags: Array.from({ length: 101 }, (_, index) => `t${index}`) };
  same(await purge(client, many), ["BadRequestError", 400, 1094], "101 tags");
  const everything = { purge_everything: true };
  const powerless = clientOf(cloudflare, POWERLESS);
  same(await purge(powerless, everything), ["PermissionDeniedError", 403, 10000], "without the permission");
  same(
    await purge(clientOf(cloudflare, "wrong"), everything),
    ["AuthenticationError", 401, 10000],
    "wrong token",
  );
  cloudflare.change(({ zones: [zone] }) => {
    zone.bucket = { tokens: 0, filledAt: Date.now() + 60_000 };
  });
  same(await purge(client, everything), ["RateLimitError", 429, 1134], "rate limit");
}

export default async function check() {
  return await withCloudflare(async ({ cloudflare, page }) => {
    const client = clientOf(cloudflare);
    const count = await selectors(client, cloudflare, page);
    await refusals(client, cloudflare);
    return `${count} of ${count} selectors purge and invalidate; 6 of 6 refusals are the client's own errors`;
  });
}
