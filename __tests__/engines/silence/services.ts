import { randomUUID } from "node:crypto";
import type { Start } from "../../bundle/bundle-child.ts";
import { type Stack, ref, secrets } from "../../bundle/stack.ts";
import type { Silent } from "../../support/serve-silent.ts";

/** A service that an action waits for, and how it is led to one that does not answer. */
export interface Service {
  readonly action: string;
  readonly name: string;
  readonly speaks: "http" | "postgres";
  readonly start: (at: At) => Promise<Partial<Start>>;
}

export interface At {
  readonly stack: Stack;
  /** What keeps it waiting. */
  readonly silent: Silent;
  /** Where a page with `marker` is served. */
  readonly web: string;
}

/** The app's rollout.yml with other words in it. */
async function rolloutWith(stack: Stack, change: (text: string) => string): Promise<Partial<Start>> {
  const text = change(stack.rollout);
  if (text === stack.rollout) throw new Error("rollout.yml has not what was to be changed");
  return { workspace: await stack.checkout({ ...newFunction(), "rollout.yml": text }) };
}

/** Another function than any that is live: there is something to deploy. */
function newFunction(): Readonly<Record<string, string>> {
  const text = `Deno.serve(() => new Response("${randomUUID()}"));\n`;
  return { "supabase/functions/hello/index.ts": text };
}

const key = (name: string, value: string) => (text: string) =>
  text.replace(new RegExp(`${name}: .*`), `${name}: ${value}`);

const service = (
  action: string,
  name: string,
  start: (at: At) => Promise<Partial<Start>> | Partial<Start>,
  speaks: Service["speaks"] = "http",
): Service => ({ action, name, speaks, start: async (at) => start(at) });

const github = (action: string, inputs: (stack: Stack) => Record<string, string>): Service =>
  service(action, "GitHub", async ({ stack, silent }) => ({
    workspace: await stack.checkout(newFunction()),
    inputs: inputs(stack),
    env: { GITHUB_API_URL: silent.url },
  }));
const token = (stack: Stack): Record<string, string> => ({
  "github-token": stack.inputs("plan")["github-token"] ?? "",
});
const database = (action: string): Service =>
  service(
    action,
    "the database",
    ({ silent }) => ({
      inputs: { "database-url": `postgresql://owner:${secrets.password}@127.0.0.1:${silent.port}/app` },
    }),
    "postgres",
  );
const inFile = (action: string, name: string, of: string, inputs: Record<string, string> = {}): Service =>
  service(action, name, async ({ stack, silent }) => ({
    ...(await rolloutWith(stack, key(of, silent.url))),
    inputs,
  }));
const origins = (action: string): Service =>
  service(action, "the origins", ({ stack, silent }) =>
    rolloutWith(stack, key("origins", `["${silent.url}"]`)),
  );

export const marker = `${"a".repeat(12)}-${"b".repeat(12)}`;
const observed = { events: "done:", failures: "failed", window: "500ms", lag: "0s" };
const logs = (source: string, inputs: Readonly<Record<string, string>>): Service =>
  service("observe", source, ({ silent }) => ({
    inputs: { ...observed, "log-source": source, "log-url": silent.url, ...inputs },
  }));
const cdn = (name: string, inputs: Readonly<Record<string, string>>): Service =>
  service("purge-cdn", name, ({ silent, web }) => ({
    inputs: { ...purging, origins: web, cdn: name, "cdn-api-url": silent.url, ...inputs },
  }));

/** Without the record it asks the providers themselves. */
const unrecorded = { reason: "a test", "github-token": "", "dry-run": "true" };
/** What the release is said to have made of a function that was not there. */
const snapshot = JSON.stringify({
  schema: "prism-rollout/snapshot@1",
  project: ref,
  functions: { hello: { was: null, becomes: { digest: "0".repeat(64), settings: { verifyJwt: false } } } },
});
const purging = {
  cdn: "cloudflare",
  zone: "0".repeat(32),
  "cdn-token": "cdn-token-0123456789",
  paths: "/",
  marker,
};
const smoke = (name: string, inputs: (at: At) => Record<string, string>): Service =>
  service("smoke", name, (at) => ({
    inputs: {
      install: "none",
      "publishable-key": "sb_publishable_0",
      probes: JSON.stringify([probe]),
      ...inputs(at),
    },
  }));
const probe = { name: "it answers", function: "hello", expect: { status: 200 } };

/** Every service that an action asks, as often as another action comes to it on another way. */
export const services: readonly Service[] = [
  github("plan", () => ({})),
  database("plan"),
  inFile("plan", "Supabase", "supabase-api-url"),
  inFile("plan", "the host", "host-api-url"),
  service(
    "plan",
    "the database of the shadow",
    ({ silent }) => ({
      inputs: { "shadow-database-url": `postgresql://postgres:secret@127.0.0.1:${silent.port}/shadow` },
    }),
    "postgres",
  ),
  github("migrate", token),
  database("migrate"),
  service("migrate", "Supabase", ({ silent }) => ({
    inputs: { "supabase-access-token": secrets.supabase, "supabase-api-url": silent.url },
  })),
  github("deploy-functions", token),
  inFile("deploy-functions", "Supabase", "supabase-api-url"),
  inFile("deploy-functions", "the functions", "functions-url"),
  github("deploy-web", token),
  inFile("deploy-web", "the host", "host-api-url"),
  origins("deploy-web"),
  service("purge-cdn", "GitHub", ({ stack, silent, web }) => ({
    inputs: { ...purging, origins: web, ...token(stack) },
    env: { GITHUB_API_URL: silent.url },
  })),
  service("purge-cdn", "the origins", ({ silent }) => ({ inputs: { ...purging, origins: silent.url } })),
  cdn("cloudflare", { zone: "0".repeat(32) }),
  cdn("fastly", { zone: "service0123456789" }),
  smoke("the origins", ({ silent }) => ({ origins: silent.url, marker })),
  smoke("the functions", ({ silent }) => ({ "functions-url": silent.url })),
  service("observe", "Supabase", ({ silent }) => ({
    inputs: { ...observed, "supabase-api-url": silent.url },
  })),
  logs("prometheus", { "log-queries": "attempts: tries_total\ndone: done_total\nfailed: failures_total" }),
  logs("loki", { "log-selector": '{app="x"}' }),
  service("observe", "http", ({ silent }) => ({
    inputs: {
      ...observed,
      "log-source": "http",
      "log-url": `${silent.url}/count?from={from}&until={until}`,
      "log-queries": "attempts: all\ndone: done\nfailed: bad",
    },
  })),
  github("rollback", () => ({ reason: "a test" })),
  service("rollback", "Supabase", async ({ stack, silent }) => {
    const text = key("supabase-api-url", silent.url)(stack.rollout);
    const files = { "rollout.yml": text, "kept/snapshot.json": snapshot };
    return { workspace: await stack.checkout(files), inputs: { ...unrecorded, artifacts: "kept" } };
  }),
  inFile("rollback", "the host", "host-api-url", unrecorded),
  service("environments", "GitHub", async ({ stack, silent }) => ({
    ...(await rolloutWith(stack, (text) => `plan: { gates: { migrate: reviewers } }\n${text}`)),
    inputs: { ...token(stack), target: "production", reviewers: "ada" },
    env: { GITHUB_API_URL: silent.url },
  })),
];

/** A run that nothing hinders, of each action, after which nothing may be left open either. */
export const endings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  build: {},
  plan: {},
  migrate: {},
  "deploy-functions": {},
  "deploy-web": {},
  "purge-cdn": { cdn: "none" },
  smoke: { install: "none", commands: "true" },
  observe: { events: "done:", failures: "failed", window: "500ms", lag: "0s", "on-silence": "pass" },
  rollback: { reason: "a test", "github-token": "", "dry-run": "true" },
};
