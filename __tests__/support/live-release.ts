import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { deployFunctions } from "../../actions/deploy-functions/deploy-functions.ts";
import { spec as functionsSpec } from "../../actions/deploy-functions/spec.ts";
import { deployWeb } from "../../actions/deploy-web/deploy-web.ts";
import { spec as webSpec } from "../../actions/deploy-web/spec.ts";
import { rollback } from "../../actions/rollback/rollback.ts";
import { spec } from "../../actions/rollback/spec.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { releasesOf } from "../../kit/release/record/history.ts";
import { releaseLease } from "../../kit/release/standing/lease.ts";
import { type Manifest, githubRecord } from "../../kit/release/record/record.ts";
import { newCloudflareState } from "../../rehearsal/stand-ins/cloudflare/new-state.ts";
import { type CloudflareStandIn, startCloudflare } from "../../rehearsal/stand-ins/cloudflare/start.ts";
import { newVercelState } from "../../rehearsal/stand-ins/vercel/new-state.ts";
import { type VercelStandIn, startVercel } from "../../rehearsal/stand-ins/vercel/start.ts";
import { builtSite } from "./built-site.ts";
import { type FakeClock, fakeClock } from "./fake-clock.ts";
import { type Platform, functionsPlatform, project, token } from "./functions-platform.ts";
import { sources } from "./functions-stage.ts";
import { type GithubWorld, commit, githubWorld } from "./github-world.ts";
import { inputsFrom } from "./inputs-of.ts";
import { type TestWorld, testWorld } from "./test-world.ts";

type Given = Readonly<Record<string, string>>;

/** A target with a former release live, and a release on top of it, as its phases left it. */
export interface LiveRelease {
  readonly vercel: VercelStandIn;
  readonly cloudflare: CloudflareStandIn;
  /** What browsers ask for: the host, or with `cdn` the CDN in front of it. */
  readonly origins: readonly string[];
  readonly platform: Platform;
  readonly forge: GithubWorld;
  readonly clock: FakeClock;
  readonly world: TestWorld;
  readonly release: string;
  readonly manifest: Manifest;
  /** What was live before the release: deployment by domain, source by function. */
  readonly before: Live;
  live(): Live;
  /** Deploys another web or other functions, as somebody else would: without a record. */
  deployWeb(text: string): Promise<void>;
  deployFunctions(version: string): Promise<void>;
  /** Releases once more, in a run of its own that ends well: functions and web of this version. Gives the release's id. */
  next(version: string, manifest?: Partial<Manifest>, phases?: readonly Phase[]): Promise<string>;
  /** Releases the functions that are there, by a command of the user's own. */
  byCommand(given: Given): ReturnType<typeof deployFunctions>;
  /** Runs a phase of the release once more, as a re-run of its job does. */
  again(phase: "functions" | "web"): Promise<void>;
  /** How the record says that the release stands. */
  standing(): Promise<{ readonly state: string; readonly description: string } | undefined>;
  rollback(given?: Given, changes?: Partial<Runtime>): ReturnType<typeof rollback>;
  close(): Promise<void>;
}

type Phase = "functions" | "web";

export interface Live {
  readonly web: Readonly<Record<string, string | null>>;
  readonly functions: Readonly<Record<string, string>>;
}

const domains = ["app.example.com", "www.example.com"];
const zone = "5f0c1de4a2b94c7d8e9f001122334455";
const permissions = { deployments: "write", actions: "read", contents: "read" };

/** `phases` are those that the release has done; `github: false` leaves it without a record. */
export async function liveRelease(
  options: {
    readonly phases?: readonly Phase[];
    readonly github?: boolean;
    readonly cdn?: boolean;
    /** The functions' platform gives no sources back. */
    readonly withoutSources?: boolean;
    /** A bundle that was never activated makes the next one a conflict. */
    readonly strict?: boolean;
    /** More inputs, for any section. */
    readonly given?: Given;
    /** More files of the checkout. */
    readonly files?: Given;
  } = {},
): Promise<LiveRelease> {
  const { phases = ["functions", "web"], github = true, cdn = false } = options;
  const forge = await githubWorld(permissions);
  const platform = await functionsPlatform({ lenient: options.strict !== true });
  platform.withoutSources = options.withoutSources ?? false;
  const vercel = await startVercel({
    state: newVercelState({
      now: Date.UTC(2026, 10, 20),
      tokens: { t0ken: { access: "write" } },
      projects: [{ id: "prj_web", name: "web", domains }],
    }),
    clock: { now: () => Date.UTC(2026, 10, 22) },
  });
  const cloudflare = await startCdn(vercel);
  const origins = domains.map((domain) => (cdn ? cloudflare : vercel).origin(domain));
  const clock = fakeClock(Date.now());
  const release = `production-20261122-${commit.slice(0, 12)}-${forge.context.runId}`;
  const given: Given = {
    target: "production",
    supabase: project,
    "supabase-access-token": token,
    "supabase-api-url": platform.url,
    "functions-url": `${platform.url}/fn`,
    functions: "hello, world",
    "verify-jwt": "false",
    "deno-check": "off",
    origins: origins.join(","),
    cdn: "cloudflare",
    zone,
    paths: "/,/results/*",
    "cdn-token": "purger",
    "cdn-api-url": cloudflare.url,
    "host-project": "prj_web",
    "host-token": "t0ken",
    "host-api-url": vercel.url,
    "require-healthy": "false",
    // By a clock that waits for nobody: each look is a request, and no look takes time.
    "poll-interval": "100ms",
    "verify-timeout": "2s",
    "ready-timeout": "2s",
    ...options.given,
  };
  const base = await testWorld();
  const world: TestWorld = {
    ...base,
    clock,
    context: forge.context,
    github: async () => forge.github,
    sections: ["deploy-functions", "deploy-web", ...(cdn ? ["purge-cdn"] : [])],
    section: (_, declared) => inputsFrom(declared, given),
  };
  const write = async (files: Given): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(world.root, path)), { recursive: true });
      await writeFile(join(world.root, path), text);
    }
  };
  const own: Given = github ? { release, "github-token": "any" } : { release };
  const functions = async (version: string, more: Given = {}, at: Runtime = world): Promise<void> => {
    await write({
      ...sources,
      ...options.files,
      "supabase/functions/_shared/version.ts": `export const version = "${version}";\n`,
    });
    await deployFunctions(inputsFrom(functionsSpec.inputs, { ...given, ...more }), at);
  };
  const web = async (text: string, more: Given = {}, at: Runtime = world): Promise<void> => {
    const { folder } = await builtSite({ text });
    await deployWeb(inputsFrom(webSpec.inputs, { ...given, ...more, artifact: folder, unpin: "true" }), at);
  };
  const live = (): Live => ({
    web: vercel.live().domains,
    functions: Object.fromEntries(
      [...platform.functions].flatMap(([slug, { live: now }]) => {
        const text = [...(now?.files ?? [])]
          .map(([path, content]) => `${path}: ${Buffer.from(content).toString()}`)
          .sort();
        return now ? [[slug, text.join("\n")]] : [];
      }),
    ),
  });
  await functions("1");
  await web("one");
  const before = live();
  const manifest: Manifest = {
    schema: "prism-rollout/manifest@1",
    release,
    target: "production",
    commit,
    runUrl: forge.context.runUrl,
    artifact: null,
    digests: {},
  };
  if (github) await githubRecord(forge.github, "production", commit).open(manifest);
  if (phases.includes("functions")) await functions("2", own);
  if (phases.includes("web")) await web("two", own);
  return {
    vercel,
    cloudflare,
    origins,
    platform,
    forge,
    clock,
    world,
    release,
    manifest,
    before,
    live,
    deployWeb: (text) => web(text),
    deployFunctions: (version) => functions(version),
    next: async (version, more = {}, made = ["functions", "web"]) => {
      const run = await forge.another();
      const id = `production-20261123-${commit.slice(0, 12)}-${run.context.runId}`;
      const temp = join(world.temp, `run-${run.context.runId}`);
      const at = { ...world, temp, context: run.context, github: async () => run.github };
      const record = githubRecord(run.github, "production", commit);
      await record.open({ ...manifest, release: id, ...more });
      const named = { release: id, "github-token": "any" };
      if (made.includes("functions")) await functions(version, named, at);
      if (made.includes("web")) await web(version, named, at);
      await record.close(id, "success", "released");
      await releaseLease(run.github, "production", id);
      forge.standIn.runs.finish(Number(run.context.runId), "success");
      return id;
    },
    byCommand: async (more) =>
      await deployFunctions(inputsFrom(functionsSpec.inputs, { ...given, ...own, ...more }), world),
    again: (phase) => (phase === "functions" ? functions("2", own) : web("two", own)),
    standing: async () => {
      const releases = await releasesOf(forge.github, "production");
      return await releases.find((one) => one.manifest.release === release)?.standing();
    },
    rollback: async (more = {}, changes = {}) => {
      const common = { ...own, target: "production", artifacts: world.temp, ...more };
      return await rollback(inputsFrom(spec.inputs, common), { ...world, ...changes });
    },
    close: async () => {
      await Promise.all([cloudflare.close(), vercel.close(), platform.close(), forge.standIn.close()]);
    },
  };
}

/** A CDN in front of the host's domains, which keeps pages for an hour. */
function startCdn(vercel: VercelStandIn): Promise<CloudflareStandIn> {
  const state = newCloudflareState({
    now: Date.now(),
    tokens: { purger: { permissions: ["cache_purge"], zones: [zone] } },
    zones: [{ id: zone, name: "example.com", hosts: domains }],
  });
  return startCloudflare({
    state,
    clock: { now: () => Date.now() },
    upstream: (host) => vercel.origin(host),
  });
}
