import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Permission } from "../../../kit/action/permission.ts";
import { environmentOf } from "../../../kit/release/ids.ts";
import { suiteFolder } from "../../../rehearsal/engines/package-folder.ts";
import { specs } from "../../../scripts/specs.ts";

/** What rollout.yml decides about the secrets: the value of a key, wherever it stands. */
export interface Decided {
  readonly sections: ReadonlySet<string>;
  /** `host`, `cdn`, `dashboard` and the like, as the file or its defaults have them. */
  readonly value: (key: string) => string | undefined;
}

/** Where a secret goes, and what it must be allowed there. */
export interface SecretUse {
  readonly job: string;
  /** Environments' names end so; undefined: the repository's own, since `plan` runs before any gate. */
  readonly environment: string | undefined;
  readonly may: readonly string[];
  /** Each of these rights is declared as one without which its phase goes on, and says so (`without: "said"`). */
  readonly optional: boolean;
}

export interface Secret {
  readonly name: string;
  readonly what: string;
  readonly needed: boolean;
  readonly uses: readonly SecretUse[];
}

interface Chain {
  readonly on: {
    readonly workflow_call: { readonly secrets: Readonly<Record<string, { readonly description: string }>> };
  };
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly environment?: { readonly name?: string };
  readonly steps?: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Which permissions a secret is about, and when a release cannot do without it. */
interface Kind {
  readonly about: (permission: Permission) => boolean;
  readonly due: (decided: Decided) => boolean;
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["DATABASE_URL", { about: () => false, due: has("migrate") }],
  [
    "SUPABASE_ACCESS_TOKEN",
    {
      about: of("Supabase"),
      due: (decided) => ["migrate", "deploy-functions", "observe"].some((one) => has(one)(decided)),
    },
  ],
  [
    "HOST_TOKEN",
    {
      about: where("host"),
      due: (decided) => has("deploy-web")(decided) && decided.value("host") !== "command",
    },
  ],
  [
    "CDN_TOKEN",
    {
      about: where("cdn"),
      due: (decided) => has("purge-cdn")(decided) && differs("cdn", "none")(decided),
    },
  ],
  ["LOG_TOKEN", { about: () => false, due: differs("log-source", "supabase") }],
  [
    "GRAFANA_TOKEN",
    {
      about: of("Grafana"),
      due: (decided) => has("observe")(decided) && decided.value("dashboard") === "grafana",
    },
  ],
]);

function of(service: string): Kind["about"] {
  return (permission) => permission.service === service;
}

/** The token of a vendor who is chosen by a key. */
function where(key: string): Kind["about"] {
  return ({ when = "" }) => when.startsWith(`\`${key}: `);
}

function has(section: string): Kind["due"] {
  return ({ sections }) => sections.has(section);
}

function differs(key: string, from: string): Kind["due"] {
  return ({ value }) => ![from, undefined].includes(value(key));
}

/** The jobs that work where a section is declared; the others always do. */
const ofSection: ReadonlyMap<string, string> = new Map([["prepare", "observe"]]);
const always = ["plan", "rollback"];

/**
 * The secrets of a release, as the chain declares and passes them and as its actions declare their permissions:
 * those that it needs first.
 */
export async function secretsOf(decided: Decided): Promise<readonly Secret[]> {
  const text = await readFile(join(suiteFolder(), ".github", "workflows", "rollout.yml"), "utf8");
  const { on, jobs } = parse(text) as Chain;
  const all = Object.entries(on.workflow_call.secrets).map(([name, { description }]): Secret => {
    const kind = kinds.get(name);
    const uses = merged(Object.entries(jobs).flatMap(([id, job]) => usesIn(id, job, name, decided)));
    return { name, what: description, needed: (kind?.due(decided) ?? false) && uses.length > 0, uses };
  });
  return [...all.filter(({ needed }) => needed), ...all.filter(({ needed }) => !needed)];
}

/** Jobs that share an environment share its secret. */
function merged(uses: readonly SecretUse[]): readonly SecretUse[] {
  const places = [...new Set(uses.map(({ environment }) => environment))];
  return places.map((environment) => {
    const same = uses.filter((use) => use.environment === environment);
    const may = [...new Set(same.flatMap((use) => use.may))];
    const optional = same.every((use) => use.optional);
    return { job: same.map(({ job }) => job).join(", "), environment, may, optional };
  });
}

function usesIn(
  job: string,
  { steps = [], environment }: Job,
  secret: string,
  decided: Decided,
): readonly SecretUse[] {
  const own = ofSection.get(job) ?? job;
  if (!always.includes(job) && !decided.sections.has(own)) return [];
  const passed = steps.filter((step) => JSON.stringify(step.with ?? {}).includes(`secrets.${secret} `));
  if (passed.length === 0) return [];
  const about = kinds.get(secret)?.about ?? (() => false);
  const rights = passed.flatMap(({ uses = "" }) => {
    const action = /actions\/([\w-]+)/.exec(uses)?.[1];
    const permissions = specs.find(({ name }) => name === action)?.permissions ?? [];
    return permissions.filter((one) => about(one) && holds(one, decided));
  });
  const may = new Set(rights.map((one) => said(one, decided)));
  const optional = rights.length > 0 && rights.every(({ without }) => without === "said");
  // The last name is the default that has a gate; one before it is for a phase without work.
  const role = [...(environment?.name ?? "").matchAll(/format\('\{0\}-([\w-]+)'/g)].at(-1)?.[1];
  return [{ job, environment: role, may: [...may], optional }];
}

/** A condition that names a key and its value is decided by the file; any other is told, as is one that is open. */
const condition = /^`([\w-]+): ([\w-]+)`/;

function holds({ when }: Permission, { value }: Decided): boolean {
  const [, key, wanted] = condition.exec(when ?? "") ?? [];
  const is = key === undefined ? undefined : value(key);
  return is === undefined || is === wanted;
}

function said({ service, name, when, without }: Permission, { value }: Decided): string {
  const known = service === "Supabase" ? name : `${service}: ${name}`;
  const [whole = "", key] = condition.exec(when ?? "") ?? [];
  const isDecided = key !== undefined && value(key) !== undefined;
  const open = isDecided ? (when ?? "").slice(whole.length).replace(/^, /, "") : (when ?? "");
  const own = open.replace(/(?:, and )?a `supabase-access-token` is given/, "");
  const notes = [...(own === "" ? [] : [own]), ...(without === "said" ? ["may be left out"] : [])];
  return notes.length === 0 ? known : `${known} (${notes.join("; ")})`;
}

/** The name of the environment that keeps a secret for a job. */
export function environmentFor(target: string, { environment }: SecretUse): string | undefined {
  return environment === undefined ? undefined : environmentOf(target, environment);
}
