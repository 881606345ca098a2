import type { PhaseName } from "../../../../kit/release/phases.ts";
import { needsUntil } from "../../../support/needs-until.ts";
import { tokens } from "../release.ts";
import type { Act, Done } from "../act.ts";
import type { Sources } from "../sources.ts";
import { outputOf } from "../tell.ts";

/** What `build` and `plan` have left for the phases after them, as a workflow hands it on. */
export interface Planned {
  /** The outputs of `plan`. */
  readonly outputs: string;
  /** Folders that their jobs have uploaded. */
  readonly plan: string;
  readonly site: string;
}

/** Everything that a chain's `rollout.yml` says beside the functions. */
export const sections = `build: { install: none, command: node build.mjs, output: dist }
plan: { gates: none }
migrate: { shadow: none }
smoke: { install: none, commands: "", playwright: "", publishable-key: sb_publishable_public, probes: [{ name: hello answers, function: hello }] }
observe: { events: { done: [session_id] }, failures: broken, window: 2s, poll-interval: 1s, lag: 0s, baseline: 0s }
`;

const common = (of: Sources): Pick<Act, "files" | "functions" | "build"> => ({ ...of, build: sections });

export function build(of: Sources): Act {
  return { ...common(of), action: "build", inputs: {} };
}

export function plan(of: Sources, site: string): Act {
  const inputs = {
    artifact: site,
    // So that the scene gives it the token of GitHub, and its database.
    release: "",
    "database-url": "",
    "supabase-access-token": tokens.supabase,
    "host-token": tokens.host,
  };
  return { ...common(of), action: "plan", inputs };
}

const secretsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  migrate: { "database-url": "", "supabase-access-token": tokens.supabase },
  "deploy-functions": { "supabase-access-token": tokens.supabase },
  "deploy-web": { "host-token": tokens.host, "supabase-access-token": tokens.supabase },
  "purge-cdn": { "cdn-token": tokens.cdn },
  observe: { "supabase-access-token": tokens.supabase },
};

/** A phase behind `plan`, with what the workflow gives it. */
export function phase(action: string, of: Sources, { outputs, plan: folder, site }: Planned): Act {
  const said = (name: string): string => outputOf(outputs, name);
  const approved = {
    plan: `${folder}/plan.json`,
    "plan-digest": said(`${action}-digest`),
    "plan-stamp": said("stamp"),
  };
  // A scene has its sites at addresses of its own: what the plan says of them was found in another one.
  const isPart = said(`${action}-digest`) !== "" && action !== "purge-cdn";
  const inputs = {
    release: said("release"),
    ...secretsOf[action],
    ...(isPart ? approved : {}),
    ...(action === "deploy-web" || action === "purge-cdn" ? { artifact: site } : {}),
    ...(action === "smoke" ? { marker: said("marker") } : {}),
  };
  return { ...common(of), action, inputs, ...(action === "smoke" ? { asks: true } : {}) };
}

/** How a chain's `rollback` is started; `given` is at least `needs`, or why a person wants it. */
export function ending(
  of: Sources,
  release: string,
  artifacts: string,
  given: Readonly<Record<string, string>>,
): Act {
  const own = {
    "supabase-access-token": tokens.supabase,
    "host-token": tokens.host,
    "cdn-token": tokens.cdn,
  };
  return { ...common(of), action: "rollback", inputs: { release, artifacts, ...own, ...given } };
}

export const allPassed = { needs: needsUntil("observe", "success", { verdict: "pass" }) } as const;

/** `needs` of a chain whose phase was ended so, with what its process has said before. */
export function endedIn(
  name: PhaseName,
  { outputs }: Pick<Done, "outputs">,
  result: "failure" | "cancelled",
): Readonly<Record<string, string>> {
  const names = ["verdict", "attempt", "started", "receipt", "failed"];
  const said = names.map((one) => [one, outputOf(outputs, one)] as const).filter(([, value]) => value !== "");
  return { needs: needsUntil(name, result, Object.fromEntries(said)) };
}
