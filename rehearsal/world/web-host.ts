import { join } from "node:path";
import type { SourceName } from "../../kit/parts/web/sources.ts";
import type { HostName } from "../../kit/providers/hosts/names.ts";
import { suiteFolder } from "../engines/package-folder.ts";
import type { VercelStandIn } from "../stand-ins/vercel/start.ts";
import type { LoggedRequest } from "../stand-ins/watch.ts";
import type { Backend } from "./backend.ts";
import { keptWeb } from "./kept-web.ts";
import type { Places } from "./start-world.ts";
import type { TargetNames } from "./target.ts";
import type { Tokens } from "./tokens.ts";
import { hostStarters } from "./web-hosts.ts";

/** The web host of a world. */
export interface WebHost {
  readonly name: HostName;
  /** The stand-in itself, where the host is Vercel. */
  readonly vercel: VercelStandIn | undefined;
  /** Every API request so far, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** What the section `deploy-web` of `rollout.yml` has of it. */
  readonly section: Readonly<Record<string, string>>;
  /** The production domain at the host, past the CDN. */
  readonly origin: string;
  /** The deployment that serves production. */
  live(): string | null;
  /** From now on every way back to what is live is refused. */
  refuseWayBack(): void;
  /** Takes what it has built of a pushed commit by itself; only where it builds commits. */
  readonly pushed:
    ((commit: string, output: Readonly<Record<string, Uint8Array>>) => Promise<void>) | undefined;
  close(): Promise<void>;
}

/** Builds the previous release's web, and starts the host with it live. */
export async function startWebHost(
  options: Places & {
    readonly name: HostName;
    readonly source: SourceName;
    readonly target: TargetNames;
    readonly tokens: Tokens;
    readonly backend: Backend;
    readonly env: Readonly<Record<string, string>>;
  },
): Promise<WebHost> {
  const { name, source, folder, previous, target, tokens, backend, env } = options;
  const files = await keptWeb({
    app: previous,
    env,
    values: backend.buildEnv,
    marker: "previous",
    cache: join(suiteFolder(), ".cache"),
  });
  return await hostStarters[name]({ target, tokens, files, source, folder });
}
