import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Reaper } from "../../../rehearsal/engines/reaper.ts";
import type { CloudflareStandIn } from "../../../rehearsal/stand-ins/cloudflare/start.ts";
import type { GithubStandIn } from "../../../rehearsal/stand-ins/github/start.ts";
import type { VercelStandIn } from "../../../rehearsal/stand-ins/vercel/start.ts";
import { runBundle } from "../../bundle/bundle-child.ts";
import { writeFiles } from "../../support/vite-project.ts";
import type { Act, Done } from "./act.ts";
import type { Copy } from "./database.ts";
import { type Door, openDoor } from "./door.ts";
import type { Project } from "./project.ts";
import { commit, domains, rolloutFile, tokens } from "./release.ts";
import { type Ender, enderOf } from "./ways.ts";

/** What a scene is made of. */
export interface Parts {
  readonly github: GithubStandIn;
  readonly project: Project;
  readonly vercel: VercelStandIn;
  readonly cloudflare: CloudflareStandIn;
  readonly database: Copy | undefined;
  readonly folder: string;
  readonly reaper: Reaper;
  run: number;
}

/** Runs the real bundle of an action in a process of its own, behind doors of its own. */
export async function actIn(parts: Parts, act: Act): Promise<Done> {
  const { github, project, vercel, cloudflare } = parts;
  const sites = Object.fromEntries(domains.map((domain) => [domain, cloudflare.origin(domain)]));
  const door = await openDoor({
    github: github.url,
    supabase: project.url,
    vercel: vercel.url,
    cloudflare: cloudflare.url,
    functions: project.gatewayUrl,
    ...sites,
  });
  try {
    return await actBehind(door, parts, act);
  } finally {
    await door.close();
  }
}

async function actBehind(door: Door, parts: Parts, act: Act): Promise<Done> {
  const { github, database, folder, reaper } = parts;
  const { action, inputs, files, at, way = "killed", meanwhile, run = parts.run } = act;
  const workspace = await mkdtemp(join(folder, "checkout-"));
  const temp = await mkdtemp(join(folder, "temp-"));
  await writeFiles(workspace, { ...files, "rollout.yml": rolloutIn(parts, door, act) });
  const enders: Ender[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isMet = false;
  const first = async (): Promise<void> => {
    isMet = true;
    await meanwhile?.();
  };
  const ran = await runBundle(action, {
    workspace,
    // What went live before was deployed by another tool, which keeps no record.
    inputs: {
      target: "production",
      ...("release" in inputs ? { "github-token": tokens.github(github) } : {}),
      ...("database-url" in inputs && database !== undefined
        ? { ...inputs, "database-url": database.url }
        : inputs),
    },
    env: {
      ...runnerOf(run),
      GITHUB_RUN_ATTEMPT: String(github.runs.find(run).attempt),
      GITHUB_API_URL: door.url("github"),
      RUNNER_TEMP: temp,
    },
    reaper,
    started: (kill) => {
      const ender = enderOf(way, kill);
      enders.push(ender);
      const boundary = at !== undefined && "call" in at ? at : undefined;
      if (at !== undefined && "milliseconds" in at) timer = setTimeout(ender.now, at.milliseconds);
      door.watch(boundary, meanwhile === undefined ? ender.happening : { first });
    },
  });
  for (const ender of enders) ender.over();
  clearTimeout(timer);
  await door.shut();
  const isLost = way === "lost" && ran.code === null;
  if (isLost) for (const gone of [workspace, temp]) await rm(gone, { recursive: true });
  const reached = isMet || ran.afterSignal !== undefined;
  return {
    ...ran,
    ...(isLost ? { outputs: "" } : {}),
    calls: [...door.calls],
    carried: [...door.carried],
    temp,
    reached,
  };
}

function rolloutIn({ project, cloudflare }: Parts, door: Door, act: Act): string {
  const { asks } = act;
  return rolloutFile(act, {
    supabaseUrl: door.url("supabase"),
    functionsUrl: `${asks === undefined ? project.gatewayUrl : door.url("functions")}/functions/v1`,
    hostUrl: door.url("vercel"),
    cdnUrl: door.url("cloudflare"),
    origins: domains.map((domain) => (asks === undefined ? cloudflare.origin(domain) : door.url(domain))),
  });
}

function runnerOf(run: number): Readonly<Record<string, string>> {
  return {
    GITHUB_REPOSITORY: "acme/prism",
    GITHUB_SHA: commit,
    GITHUB_RUN_ID: String(run),
    GITHUB_ACTOR: "bob",
    GITHUB_REF: "refs/heads/main",
    GITHUB_EVENT_NAME: "push",
  };
}
