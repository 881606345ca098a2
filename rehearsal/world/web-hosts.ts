import { systemClock } from "../../kit/ports/clock.ts";
import { seedDeploy } from "../stand-ins/netlify/seed.ts";
import { startNetlify } from "../stand-ins/netlify/start.ts";
import { newNetlifyState } from "../stand-ins/netlify/state.ts";
import { newVercelState } from "../stand-ins/vercel/new-state.ts";
import { seedDeployment } from "../stand-ins/vercel/seed.ts";
import { startVercel } from "../stand-ins/vercel/start.ts";
import type { TargetNames } from "./target.ts";
import type { Tokens } from "./tokens.ts";
import type { WebHost } from "./web-host.ts";

/** The hosts that have a stand-in; the app's own is the first one. */
export const rehearsedHosts = ["vercel", "netlify"] as const;

export type RehearsedHost = (typeof rehearsedHosts)[number];

/** What a host is started with: `files` are the previous release, as `.vercel/output` has them. */
export interface HostOrder {
  readonly target: TargetNames;
  readonly tokens: Tokens;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

const env = { VITE_PAYWALL_ENABLED: "false" };
const refusal = "Rolling back is disabled for this project.";

export const hostStarters: Readonly<Record<RehearsedHost, (order: HostOrder) => Promise<WebHost>>> = {
  vercel: async ({ target, tokens, files }) => {
    const now = systemClock.now();
    const { hostProject: id, domain } = target;
    const state = newVercelState({
      now,
      tokens: { [tokens.host.write]: { access: "write" }, [tokens.host.read]: { access: "read" } },
      projects: [{ id, name: "prism", domains: [domain], env, bypassSecret: tokens.protectionBypass }],
    });
    seedDeployment(state, { project: id, files, now, live: true });
    const vercel = await startVercel({ state, clock: systemClock });
    return {
      name: "vercel",
      vercel,
      requests: vercel.requests,
      apiUrl: vercel.url,
      origin: vercel.origin(domain),
      live: () => vercel.live().deployment,
      refuseWayBack: () => {
        const json = { error: { code: "forbidden", message: refusal } };
        const path = "/v\\d+/projects/[^/]+/rollback/[^/]+";
        vercel.change(({ faults }) => faults.push({ method: "POST", path, times: 99, status: 403, json }));
      },
      close: vercel.close,
    };
  },
  netlify: async ({ target, tokens, files }) => {
    const now = systemClock.now();
    const { hostProject: site, domain } = target;
    const state = newNetlifyState({
      now,
      tokens: { [tokens.host.write]: { access: "write" }, [tokens.host.read]: { access: "read" } },
      sites: [{ id: site, name: "prism", domains: [domain], env }],
    });
    seedDeploy(state, { site, files: asNetlify(files), now, live: true });
    const netlify = await startNetlify({ state, clock: systemClock });
    return {
      name: "netlify",
      vercel: undefined,
      requests: netlify.requests,
      apiUrl: netlify.url,
      origin: netlify.origin(domain),
      live: netlify.live,
      // There the way forward and the way back are one request: it is refused for what is live now.
      refuseWayBack: () => {
        const path = `/api/v1/sites/[^/]+/deploys/${netlify.live()}/restore`;
        const json = { code: 403, message: refusal };
        netlify.change(({ faults }) => faults.push({ method: "POST", path, times: 99, status: 403, json }));
      },
      close: netlify.close,
    };
  },
};

/** The same site with routes as Netlify reads them. */
function asNetlify(files: HostOrder["files"]): Readonly<Record<string, string | Uint8Array>> {
  const pages = Object.entries(files).flatMap(([path, bytes]) =>
    path.startsWith("static/") ? [[path.slice("static/".length), bytes] as const] : [],
  );
  const routes = "/assets/* /404.html 404\n/* /index.html 200\n";
  return { ...Object.fromEntries(pages), ["_redirects"]: routes };
}
