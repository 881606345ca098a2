import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { methods } from "@netlify/api";

import { systemClock } from "../../../lib/kit/ports/clock.js";
import { seedDeploy } from "../../../lib/rehearsal/stand-ins/netlify/seed.js";
import { startNetlify } from "../../../lib/rehearsal/stand-ins/netlify/start.js";
import { newNetlifyState } from "../../../lib/rehearsal/stand-ins/netlify/state.js";

export const SITE = "5f0c1de4-0000-4000-8000-000000000001";
export const tokens = { write: "conformancetoken", read: "readertoken", wrong: "wrongtoken" };
const domains = ["app.example.com", "www.example.com"];
const paths = ["/", "/results/1", "/assets/app.js", "/assets/gone.js", "/assets/a%20b%20%C3%A9.js"];
const headers = ["content-type", "cache-control", "location"];

/** The site's files as it was before anybody came. */
export const before = filesOf({ "index.html": "<p>before</p>", "assets/app.js": "before()" });

/** Files by path, each with its sum. */
export function filesOf(texts) {
  return Object.entries(texts).map(([path, text]) => {
    const bytes = new TextEncoder().encode(text);
    const sha1 = createHash("sha1").update(bytes).digest("hex");
    return { path, size: bytes.length, sha1, bytes: async () => bytes };
  });
}

/**
 * A fresh stand-in whose site serves `before`, and what `play` made of it: what it said, each change with its answer, the
 * site with its deploys, and every page at both domains.
 */
export async function effectOn(open, play) {
  const now = Date.UTC(2026, 10, 20);
  const state = newNetlifyState({
    now,
    tokens: { [tokens.write]: { access: "write" }, [tokens.read]: { access: "read" } },
    sites: [{ id: SITE, name: "web", domains, env: { PLAIN: "one" }, secrets: { SECRET: "shown-never" } }],
  });
  const texts = await Promise.all(before.map(async ({ path, bytes }) => [path, await bytes()]));
  seedDeploy(state, { site: SITE, files: Object.fromEntries(texts), now, live: true });
  const netlify = await startNetlify({ state, clock: systemClock });
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-conformance-"));
  try {
    const said = await play(open(netlify, root), netlify);
    const changes = netlify.requests.filter(({ method }) => method !== "GET");
    return {
      said,
      changes: changes.map(({ method, path, status }) => `${method} ${path} ${status}`).sort(),
      strange: netlify.requests
        .filter((call) => !operations.has(operationOf(call)))
        .map(({ route }) => route),
      ...told(netlify.state()),
      pages: await pagesOf(netlify),
    };
  } finally {
    await netlify.close();
    await rm(root, { recursive: true, force: true });
  }
}

/** What the vendor's client knows to call, `GET /sites/*` and the like. */
const operations = new Set(
  methods.map(({ verb, path }) => `${verb.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, "*")}`),
);

function operationOf({ method, route }) {
  return `${method} ${route.replace("/api/v1", "").replaceAll(/[:*]\w+/g, "*")}`;
}

/** Titles are what ours remembers of a release; another client writes none. */
function told({ sites, deploys }) {
  const [{ published, locked, env }] = sites;
  const kept = deploys.map(({ id, state, draft, files, error }) => ({ id, state, draft, files, error }));
  return { published, locked, env: env.map(({ key, values }) => ({ key, values })), deploys: kept };
}

async function pagesOf(netlify) {
  const urls = domains.flatMap((domain) =>
    paths.map((path) => [domain + path, netlify.origin(domain) + path]),
  );
  return await Promise.all(
    urls.map(async ([name, url]) => {
      const response = await fetch(url, { redirect: "manual" });
      const shown = headers.map((header) => response.headers.get(header));
      return [name, response.status, ...shown, await response.text()];
    }),
  );
}
