import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { SourceName } from "../../kit/parts/web/sources.ts";
import type { HostName } from "../../kit/providers/hosts/names.ts";
import type { Reaper } from "../engines/reaper.ts";
import { type Backend, startBackend } from "./backend.ts";
import type { KnownCdn } from "../stand-ins/start-cdn.ts";
import { type Cdn, sampleVisits, startCdn } from "./cdn.ts";
import { sampleFormer } from "./former.ts";
import type { Live } from "./live.ts";
import { pointTargetAt } from "./rollout-file.ts";
import { lookedBack } from "./seed-logs.ts";
import { served } from "./served.ts";
import type { Places } from "./lay-out-app.ts";
import { type TargetNames, target as main } from "./target.ts";
import { type Tokens, newTokens } from "./tokens.ts";
import { type WebHost, startWebHost } from "./web-host.ts";
import { playedSources } from "./web-source.ts";

/** Everything that one target consists of, with tokens of its own. */
export interface Stack {
  readonly target: TargetNames;
  readonly tokens: Tokens;
  readonly backend: Backend;
  readonly host: WebHost;
  readonly cdn: Cdn;
  readonly source: SourceName;
}

/** What a stack is brought up with; `open` keeps each part for the end. */
export interface StackOptions extends Places {
  readonly target: TargetNames;
  /** Which CDN stands before the host; by default the sample's own, Cloudflare. */
  readonly cdn: KnownCdn | undefined;
  /** Which host serves the web; by default the sample's own, Vercel. */
  readonly webHost: HostName | undefined;
  /** Where the site comes from. */
  readonly source: SourceName;
  readonly reaper: Reaper;
  readonly env: Readonly<Record<string, string>>;
  readonly open: <P extends Backend | Cdn | WebHost>(starting: Promise<P>) => Promise<P>;
}

/** Brings up a target in which the previous release is live. */
export async function startStack({ open, ...options }: StackOptions): Promise<Stack> {
  const { target, source } = options;
  const tokens = newTokens();
  const folder = target.name === main.name ? options.folder : join(options.folder, target.name);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const former = sampleFormer(options, target, options.env);
  const packages = { nodeModules: options.nodeModules };
  const backend = await open(startBackend({ ...options, folder, tokens, former, packages }));
  const name = options.webHost ?? "vercel";
  const host = await open(startWebHost({ ...options, folder, name, tokens, backend, former }));
  const cdnName = options.cdn ?? "cloudflare";
  const visits = sampleVisits(cdnName);
  const cdn = await open(startCdn({ name: cdnName, target, tokens, host, visits }));
  return { target, tokens, backend, host, cdn, source };
}

/** What is live in it, as the stand-ins themselves say. */
export async function liveIn({ backend, host, cdn }: Stack): Promise<Live> {
  const { functions, ledger } = await backend.live();
  return { functions, ledger, web: host.live(), served: await served(fetch, [cdn.origin]) };
}

/** The app's `rollout.yml` with this target pointed at its stand-ins. */
export function pointAt(text: string, { target, backend, host, cdn, source }: Stack): string {
  const { build, deployWeb } = playedSources[source];
  const { "host-api-url": hostApiUrl, ...section } = host.section;
  return pointTargetAt(text, target.name, {
    supabase: target.ref,
    "supabase-api-url": backend.apiUrl,
    "functions-url": `${backend.gatewayUrl}/functions/v1`,
    "host-project": target.hostProject,
    ...(hostApiUrl === undefined ? {} : { "host-api-url": hostApiUrl }),
    origins: [cdn.origin],
    build: { install: "none", "build-env": backend.buildEnv, ...build },
    // A rehearsal asks no registry.
    "publishable-key": backend.project.publishableKey,
    migrate: { shadow: "postgres" },
    "deploy-functions": { "deno-check": "off" },
    "deploy-web": { host: host.name, "poll-interval": "100ms", ...section, ...deployWeb },
    smoke: smokeOf(backend),
    observe: { baseline: lookedBack, lag: "300ms", "poll-interval": "600ms", window: "6s" },
    "purge-cdn": { ...cdn.section, "poll-interval": "100ms", "verify-timeout": "3s" },
  });
}

/** What is installed already, and where the suites find the project. */
function smokeOf({ project }: Backend): Readonly<Record<string, unknown>> {
  return {
    install: "none",
    "install-browsers": "none",
    "playwright-env": {
      BASE_URL: "{origin}",
      SUPABASE_URL: project.url,
      SUPABASE_PUBLISHABLE_KEY: project.publishableKey,
    },
    "poll-interval": "100ms",
  };
}
