import { join } from "node:path";
import { systemClock } from "../../kit/ports/clock.ts";
import { suiteFolder } from "../engines/package-folder.ts";
import { newVercelState } from "../stand-ins/vercel/new-state.ts";
import { seedDeployment } from "../stand-ins/vercel/seed.ts";
import { type VercelStandIn, startVercel } from "../stand-ins/vercel/start.ts";
import type { Backend } from "./backend.ts";
import { keptWeb } from "./kept-web.ts";
import type { Places } from "./start-world.ts";
import type { TargetNames } from "./target.ts";
import type { Tokens } from "./tokens.ts";

/** The web host of a world. */
export interface WebHost {
  readonly vercel: VercelStandIn;
  readonly apiUrl: string;
  /** The production domain at the host, past the CDN. */
  readonly origin: string;
  /** The deployment that serves production. */
  live(): string | null;
  close(): Promise<void>;
}

/** Builds the previous release's web, and starts the host with it live. */
export async function startWebHost(
  options: Places & {
    readonly target: TargetNames;
    readonly tokens: Tokens;
    readonly backend: Backend;
    readonly env: Readonly<Record<string, string>>;
  },
): Promise<WebHost> {
  const { previous, target, tokens, backend, env } = options;
  const now = systemClock.now();
  const files = await keptWeb({
    app: previous,
    env,
    values: backend.buildEnv,
    marker: "previous",
    cache: join(suiteFolder(), ".cache"),
  });
  const state = newVercelState({
    now,
    tokens: { [tokens.host.write]: { access: "write" }, [tokens.host.read]: { access: "read" } },
    projects: [
      {
        id: target.hostProject,
        name: "prism",
        domains: [target.domain],
        env: { VITE_PAYWALL_ENABLED: "false" },
        bypassSecret: tokens.protectionBypass,
      },
    ],
  });
  seedDeployment(state, { project: target.hostProject, files, now, live: true });
  const vercel = await startVercel({ state, clock: systemClock });
  return {
    vercel,
    apiUrl: vercel.url,
    origin: vercel.origin(target.domain),
    live: () => vercel.live().deployment,
    close: vercel.close,
  };
}
