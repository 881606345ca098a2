import { createHash } from "node:crypto";

import { newVercelState } from "../../../../rehearsal/stand-ins/vercel/new-state.ts";
import { seedDeployment } from "../../../../rehearsal/stand-ins/vercel/seed.ts";
import { startVercel, type VercelStandIn } from "../../../../rehearsal/stand-ins/vercel/start.ts";
import type { VercelState } from "../../../../rehearsal/stand-ins/vercel/state.ts";

/** A clock that goes a millisecond on with every look: no test waits. */
export function tickingClock(from = Date.UTC(2026, 10, 22)): { now(): number } {
  let time = from;
  return { now: () => (time += 1) };
}

const CONFIG = JSON.stringify({
  version: 3,
  routes: [
    { handle: "filesystem" },
    { src: "/assets/.*", status: 404, headers: { "cache-control": "no-store" } },
    { src: "/.*", dest: "/index.html" },
    { handle: "hit" },
    {
      src: "/assets/(.*)",
      headers: { "cache-control": "public, max-age=31536000, immutable" },
      continue: true,
    },
  ],
});

/** The files of a small single-page app; `marker` tells two of them apart. */
export function site(marker: string): Record<string, string> {
  return {
    "config.json": CONFIG,
    "static/index.html": `<!doctype html><meta name=build content=${marker}><script src=/assets/app-${marker}.js></script>`,
    [`static/assets/app-${marker}.js`]: `console.log("${marker}")`,
  };
}

export const SECRET = "a".repeat(32);

/** An account with one project, two domains, and a release `old` that is live. */
export function oneProject(options: { plan?: VercelState["plan"]; bypassSecret?: string } = {}): VercelState {
  const state = newVercelState({
    now: 1_700_000_000_000,
    tokens: { writer: { access: "write" }, reader: { access: "read" } },
    projects: [
      {
        id: "prj_web",
        name: "web",
        domains: ["app.example.com", "www.example.com"],
        ...(options.bypassSecret ? { bypassSecret: options.bypassSecret } : {}),
      },
    ],
    ...(options.plan ? { plan: options.plan } : {}),
  });
  seedDeployment(state, { project: "web", files: site("old"), now: 1_700_000_000_001, live: true });
  return state;
}

export interface Caller {
  (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; json: Record<string, unknown>; headers: Headers }>;
}

/** Calls the API with a token; the answer's JSON is `{}` when there is none. */
export function caller(vercel: VercelStandIn, token: string | null = "writer"): Caller {
  return async (method, path, body) => {
    const response = await fetch(`${vercel.url}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
    return { status: response.status, json, headers: response.headers };
  };
}

/** Uploads a site and creates a deployment of it; returns what the API answered. */
export async function deploy(
  vercel: VercelStandIn,
  files: Record<string, string>,
  more: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const listed = Object.entries(files).map(([path, content]) => {
    const sha = createHash("sha1").update(content).digest("hex");
    return { file: `.vercel/output/${path}`, sha, size: Buffer.byteLength(content), mode: 0o100644, content };
  });
  for (const { sha, content } of listed) {
    await fetch(`${vercel.url}/v2/files`, {
      method: "POST",
      body: content,
      headers: {
        authorization: "Bearer writer",
        "content-type": "application/octet-stream",
        "x-vercel-digest": sha,
      },
    });
  }
  const { json } = await caller(vercel)(
    "POST",
    "/v13/deployments?prebuilt=1&skipAutoDetectionConfirmation=1",
    {
      name: "web",
      project: "prj_web",
      target: "production",
      files: listed.map(({ file, sha, size, mode }) => ({ file, sha, size, mode })),
      ...more,
    },
  );
  return json;
}

/** Looks at a deployment until it is READY or ERROR, at most ten times. */
export async function settled(vercel: VercelStandIn, id: unknown): Promise<Record<string, unknown>> {
  const call = caller(vercel);
  for (let look = 0; look < 10; look += 1) {
    const { json } = await call("GET", `/v13/deployments/${String(id)}`);
    if (json["readyState"] === "READY" || json["readyState"] === "ERROR") return json;
  }
  throw new Error("the deployment did not settle");
}

/** Looks at the project until the last promote or rollback ended, at most ten times; its states in order. */
export async function aliasStates(vercel: VercelStandIn): Promise<string[]> {
  const seen: string[] = [];
  for (let look = 0; look < 10; look += 1) {
    const { json } = await caller(vercel)("GET", "/v9/projects/prj_web?rollbackInfo=true");
    const status = String((json["lastAliasRequest"] as { jobStatus: string } | null)?.jobStatus);
    seen.push(status);
    if (status !== "pending" && status !== "in-progress") return seen;
  }
  return seen;
}

/** Runs a test on a stand-in and closes it in any case. */
export async function withVercel(
  state: VercelState,
  run: (vercel: VercelStandIn) => Promise<void>,
): Promise<void> {
  const vercel = await startVercel({ state, clock: tickingClock() });
  try {
    await run(vercel);
  } finally {
    await vercel.close();
  }
}
