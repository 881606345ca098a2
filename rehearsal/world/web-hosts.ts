import { join } from "node:path";
import type { SourceName } from "../../kit/parts/web/sources.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import { systemHttp } from "../../kit/ports/http.ts";
import type { HostName } from "../../kit/providers/hosts/names.ts";
import { startFolderHost } from "../stand-ins/folder-host/start.ts";
import { seedDeploy } from "../stand-ins/netlify/seed.ts";
import { startNetlify } from "../stand-ins/netlify/start.ts";
import { newNetlifyState } from "../stand-ins/netlify/state.ts";
import { buildPushed } from "../stand-ins/vercel/git-integration.ts";
import { newVercelState } from "../stand-ins/vercel/new-state.ts";
import { seedDeployment } from "../stand-ins/vercel/seed.ts";
import { startVercel } from "../stand-ins/vercel/start.ts";
import type { TargetNames } from "./target.ts";
import type { Tokens } from "./tokens.ts";
import type { WebHost } from "./web-host.ts";

/** What a host is started with: `files` are the previous release, as `.vercel/output` has them. */
export interface HostOrder {
  readonly target: TargetNames;
  readonly tokens: Tokens;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Where the site of the release that is to be played comes from. */
  readonly source: SourceName;
  /** A folder of the stack's own. */
  readonly folder: string;
}

const refusal = "Rolling back is disabled for this project.";

export const hostStarters: Readonly<Record<HostName, (order: HostOrder) => Promise<WebHost>>> = {
  vercel: async ({ target, tokens, files, source }) => {
    const now = systemClock.now();
    const { hostProject: id, domain, app: name, hostEnv } = target;
    const isConnected = source === "existing";
    const state = newVercelState({
      now,
      tokens: { [tokens.host.write]: { access: "write" }, [tokens.host.read]: { access: "read" } },
      projects: [{ id, name, domains: [domain], env: hostEnv, bypassSecret: tokens.protectionBypass }],
    });
    seedDeployment(state, { project: id, files, now, live: true });
    if (isConnected) for (const project of state.projects) project.autoAssignCustomDomains = false;
    const vercel = await startVercel({ state, clock: systemClock });
    return {
      name: "vercel",
      vercel,
      requests: vercel.requests,
      section: { "host-api-url": vercel.url },
      origin: vercel.origin(domain),
      live: () => vercel.live().deployment,
      refuseWayBack: () => {
        const json = { error: { code: "forbidden", message: refusal } };
        const path = "/v\\d+/projects/[^/]+/rollback/[^/]+";
        vercel.change(({ faults }) => faults.push({ method: "POST", path, times: 99, status: 403, json }));
      },
      pushed: isConnected
        ? async (commit, output) => {
            // It takes a while, and stages what it has built.
            vercel.change(({ pace }) => void (pace.building = 3));
            const { url } = vercel;
            await buildPushed(
              systemHttp,
              { url, token: tokens.host.write },
              { project: id, commit, files: output },
            );
          }
        : undefined,
      close: vercel.close,
    };
  },
  netlify: async ({ target, tokens, files }) => {
    const now = systemClock.now();
    const { hostProject: site, domain, app: name, hostEnv } = target;
    const state = newNetlifyState({
      now,
      tokens: { [tokens.host.write]: { access: "write" }, [tokens.host.read]: { access: "read" } },
      sites: [{ id: site, name, domains: [domain], env: hostEnv }],
    });
    seedDeploy(state, { site, files: asNetlify(files), now, live: true });
    const netlify = await startNetlify({ state, clock: systemClock });
    return {
      name: "netlify",
      vercel: undefined,
      requests: netlify.requests,
      section: { "host-api-url": netlify.url },
      origin: netlify.origin(domain),
      live: netlify.live,
      // There the way forward and the way back are one request: it is refused for what is live now.
      refuseWayBack: () => {
        const path = `/api/v1/sites/[^/]+/deploys/${netlify.live()}/restore`;
        const json = { code: 403, message: refusal };
        netlify.change(({ faults }) => faults.push({ method: "POST", path, times: 99, status: 403, json }));
      },
      pushed: undefined,
      close: netlify.close,
    };
  },
  command: async ({ files, folder }) => {
    const root = join(folder, "web-server");
    const host = await startFolderHost(root, { marker: "previous", files: pagesOf(files) });
    return {
      name: "command",
      vercel: undefined,
      requests: [],
      section: { command: host.command, "undo-command": host.undoCommand },
      origin: host.url,
      live: host.live,
      refuseWayBack: host.refuseWayBack,
      pushed: undefined,
      close: host.close,
    };
  },
};

/** The files that are served, under their own paths. */
function pagesOf(files: HostOrder["files"]): HostOrder["files"] {
  const pages = Object.entries(files).flatMap(([path, bytes]) =>
    path.startsWith("static/") ? [[path.slice("static/".length), bytes] as const] : [],
  );
  return Object.fromEntries(pages);
}

/** The same site with routes as Netlify reads them, where it has none of its own. */
function asNetlify(files: HostOrder["files"]): Readonly<Record<string, string | Uint8Array>> {
  const routes = "/assets/* /404.html 404\n/* /index.html 200\n";
  return { ["_redirects"]: routes, ...pagesOf(files) };
}
