// How many calls a purge of many patterns takes at each CDN, and the fewest that the vendor's limits allow.
import { createServer } from "node:http";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startCdnNamed } from "../../lib/rehearsal/stand-ins/start-cdn.js";
import { startBundled } from "../../conformance/support/actions.mjs";
import { listen } from "../../lib/rehearsal/stand-ins/server.js";
import { timed } from "../release/measure.mjs";

const host = "app.example.com";
const zone = "5f0c1de4a2b94c7d8e9f001122334455";
const marker = "0123456789ab-ba9876543210";
const page = `<!doctype html><html><head><meta name="rollout-build" content="${marker}"></head></html>`;

/** What one call may carry at most, by the vendors' documentation; a node of one's own is told one thing at a time. */
const cases = [
  { cdn: "cloudflare", kind: "path", atOnce: 100 },
  { cdn: "cloudflare", kind: "tag", atOnce: 100 },
  { cdn: "fastly", kind: "path", atOnce: 1 },
  { cdn: "fastly", kind: "tag", atOnce: 256 },
  { cdn: "cloudfront", kind: "path", atOnce: 3000 },
  { cdn: "vercel", kind: "tag", atOnce: 16 },
  { cdn: "netlify", kind: "tag", atOnce: Infinity },
  { cdn: "http", kind: "path", atOnce: 1, nodes: 2 },
];

/** For each CDN: what was purged, in how many calls, and the fewest. */
export async function countPurges(patterns) {
  const counted = [];
  for (const one of cases) {
    const { nodes = 1 } = one;
    const fewest = nodes * Math.max(1, Math.ceil(patterns / one.atOnce));
    counted.push({ ...one, fewest, ...(await purged(one, patterns)) });
  }
  return counted;
}

async function purged({ cdn: name, kind }, patterns) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html", "cache-control": "max-age=0" });
    response.end(page);
  });
  const origin = await listen(server);
  const clock = { now: () => Date.now() };
  const order = { zone, token: "purger", hosts: [host], clock, upstream: () => origin.url };
  const cdn = await startCdnNamed(name, order);
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-"));
  try {
    for (const part of ["app", "home"]) await mkdir(join(folder, part));
    const paths = Array.from({ length: patterns }, (_, index) =>
      kind === "tag" ? `tag:page-${index}` : `/results/${index}`,
    );
    const inputs = {
      cdn: name,
      ...cdn.inputs,
      origins: cdn.standIn.origin(host),
      "host-origins": origin.url,
      paths: paths.join(","),
      routes: "/",
      marker,
    };
    const took = await timed(() =>
      startBundled("purge-cdn", { folder }, { ...inputs, "cdn-token": cdn.token }),
    );
    const { requests, state } = cdn.standIn;
    // The nodes of a cache of one's own have no API: they are told at the address of the site.
    return { took, calls: name === "http" ? state().purges.length : requests.length };
  } finally {
    await Promise.all([cdn.standIn.close(), origin.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}
