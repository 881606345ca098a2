import type { PlannedFault } from "../watch.ts";

/** Everything that the Netlify stand-in remembers: plain JSON, so that a world can be saved, restored and cloned. */
export interface NetlifyState {
  readonly account: { readonly id: string; readonly slug: string; readonly env: NetlifyEnv[] };
  /** Token → what it may do. */
  readonly tokens: Record<string, { readonly access: "read" | "write" }>;
  readonly sites: NetlifySite[];
  readonly deploys: NetlifyDeploy[];
  /** sha1 → content in base64. */
  readonly files: Record<string, string>;
  /** How many polls a deploy spends in a state before the next one. */
  readonly pace: { preparing: number; processing: number };
  readonly faults: PlannedFault[];
  sequence: number;
}

export interface NetlifySite {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** The first one is the custom domain, the others are its aliases. */
  readonly domains: NetlifyDomain[];
  readonly env: NetlifyEnv[];
  published: string | null;
  /** Auto publishing is stopped: what is published stays, until somebody publishes another deploy by hand. */
  locked: boolean;
  repository: { readonly url: string; stopBuilds: boolean } | null;
  preventNonGit: boolean;
  /** What the next restore does instead of succeeding; used up by it. */
  nextRestore: "ignored" | "overtaken" | null;
  /** With what the next deploy ends; used up by it. */
  nextFailure: string | null;
}

/** `name` is what the world calls it; a browser reaches it at 127.0.0.1:`port` (0 until a server gave it one). */
export interface NetlifyDomain {
  readonly name: string;
  port: number;
}

export interface NetlifyEnv {
  readonly key: string;
  readonly secret: boolean;
  /** Context → value. */
  readonly values: Record<string, string>;
  updatedAt: number;
}

export interface NetlifyDeploy {
  readonly id: string;
  readonly site: string;
  readonly title: string | null;
  readonly draft: boolean;
  /** Path with its slash → sha1. */
  readonly files: Readonly<Record<string, string>>;
  readonly createdAt: number;
  readonly failure: string | null;
  state: "preparing" | "prepared" | "uploading" | "processing" | "ready" | "error";
  error: string | null;
  publishedAt: number | null;
  polls: number;
  port: number;
}

/** A site as a rehearsal orders it. */
export interface NewSite {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** A fresh account. `now` is in milliseconds. */
export function newNetlifyState(options: {
  readonly now: number;
  readonly tokens: NetlifyState["tokens"];
  readonly sites: readonly NewSite[];
}): NetlifyState {
  const { now, tokens, sites } = options;
  return {
    account: { id: "acc0000000000000000000001", slug: "standin", env: [] },
    tokens: { ...tokens },
    sites: sites.map((site) => newSite(site, now)),
    deploys: [],
    files: {},
    pace: { preparing: 1, processing: 1 },
    faults: [],
    sequence: 0,
  };
}

function newSite({ id, name, domains, env = {}, secrets = {} }: NewSite, now: number): NetlifySite {
  const variables = (values: Readonly<Record<string, string>>, secret: boolean): NetlifyEnv[] =>
    Object.entries(values).map(([key, value]) => ({ key, secret, values: { all: value }, updatedAt: now }));
  return {
    id,
    name,
    createdAt: now,
    domains: domains.map((domain) => ({ name: domain, port: 0 })),
    env: [...variables(env, false), ...variables(secrets, true)],
    published: null,
    locked: false,
    repository: null,
    preventNonGit: false,
    nextRestore: null,
    nextFailure: null,
  };
}
