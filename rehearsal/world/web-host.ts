import type { SourceName } from "../../kit/parts/web/sources.ts";
import type { HostName } from "../../kit/providers/hosts/names.ts";
import type { VercelStandIn } from "../stand-ins/vercel/start.ts";
import type { LoggedRequest } from "../stand-ins/watch.ts";
import type { Backend } from "./backend.ts";
import type { Former } from "./former.ts";
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

/** Builds the site that is live before the release, and starts the host with it. */
export async function startWebHost(options: {
  readonly name: HostName;
  readonly source: SourceName;
  readonly folder: string;
  readonly target: TargetNames;
  readonly tokens: Tokens;
  readonly backend: Backend;
  readonly former: Former;
}): Promise<WebHost> {
  const { name, source, folder, former, target, tokens, backend } = options;
  const files = await former.web(backend.buildEnv);
  return await hostStarters[name]({ target, tokens, files, source, folder });
}
