import { parse } from "yaml";
import type { Target } from "../target.ts";
import { isOlder } from "./machine.ts";
import { type Use, asMap } from "./use.ts";
import { asText } from "../../../kit/ports/as-text.ts";

interface Problem {
  readonly says: string;
  readonly fix: string;
}

/** What is wrong with the ref at which the suite is used; `own` is the version of this package. */
export function refProblem(ref: string, own: string): Problem | undefined {
  if (/^[0-9a-f]{40}$/.test(ref)) return undefined;
  const version = /^v(\d+(?:\.\d+)*)$/.exec(ref)?.[1];
  if (version === undefined)
    return { says: `follows ${ref}, which may be anything tomorrow`, fix: "Pin it by a commit, or by v1." };
  const major = (text: string): number => Math.max(1, Number(text.split(".")[0]));
  const isBehind = major(version) < major(own) || (version.includes(".") && isOlder(version, own));
  const isAhead = major(version) > major(own);
  if (isBehind) return { says: `uses ${ref}, this package is ${own}`, fix: `Raise it to v${major(own)}.` };
  if (!isAhead) return undefined;
  return {
    says: `uses ${ref}, but this package is ${own}`,
    fix: "npm install --save-dev prism-rollout@latest",
  };
}

/** What the jobs of the reusable workflow may do together: its caller must grant all of it. */
export function chainPermissions(workflow: string): ReadonlyMap<string, string> {
  const { jobs } = asMap(parse(workflow));
  const all = new Map<string, string>();
  for (const job of Object.values(asMap(jobs)))
    for (const [scope, access] of Object.entries(asMap(asMap(job)["permissions"])))
      if (all.get(scope) !== "write") all.set(scope, asText(access));
  return all;
}

/** What GitHub or the chain would refuse of a call of the reusable workflow. */
export function callProblems(
  { called, permissions }: Use,
  targets: readonly Target[],
  needed: ReadonlyMap<string, string>,
): readonly Problem[] {
  return [
    ...ungranted(permissions, needed),
    ...strangeTarget(asMap(called.with)["target"], targets),
    ...unforwarded(called, targets),
  ];
}

function ungranted(permissions: unknown, needed: ReadonlyMap<string, string>): readonly Problem[] {
  const lines = [...needed].map(([scope, access]) => `${scope}: ${access}`);
  const fix = `Write into the job: permissions: { ${lines.join(", ")} }.`;
  if (permissions === "write-all") return [];
  const given = asMap(permissions);
  const covers = (scope: string, access: string): boolean =>
    (permissions === "read-all" && access === "read") || given[scope] === "write" || given[scope] === access;
  const lacking = [...needed].filter(([scope, access]) => !covers(scope, access));
  if (lacking.length === 0) return [];
  const names = lacking.map(([scope, access]) => `${scope}: ${access}`).join(", ");
  return [
    { says: `does not grant ${names}: GitHub does not start a called workflow that asks for more`, fix },
  ];
}

function strangeTarget(target: unknown, targets: readonly Target[]): readonly Problem[] {
  const known = targets.map(({ name }) => name).filter((name) => name !== "");
  if (typeof target !== "string" || target.includes("${{") || known.length === 0 || known.includes(target))
    return [];
  return [
    {
      says: `releases to ${target}, which rollout.yml does not have`,
      fix: `Use one of: ${known.join(", ")}.`,
    },
  ];
}

/** In a called workflow a secret is empty unless its caller forwards its name. */
function unforwarded(
  { secrets, with: given }: Use["called"],
  targets: readonly Target[],
): readonly Problem[] {
  if (secrets === "inherit") return [];
  const named = asMap(given)["target"];
  const meant = targets.filter(({ name }) => name === named);
  const needed = (meant.length > 0 ? meant : targets).flatMap(secretsNeeded);
  const lacking = [...new Set(needed)].filter((name) => !Object.hasOwn(asMap(secrets), name));
  if (lacking.length === 0) return [];
  return [
    {
      says: `does not forward ${lacking.join(", ")}: empty in the called workflow, also where its environment has it`,
      fix: `Write below \`secrets:\`: ${lacking.map((name) => `${name}: \${{ secrets.${name} }}`).join(" ")}`,
    },
  ];
}

/** The secrets without which a phase of this target cannot work. */
function secretsNeeded({ has, config }: Target): readonly string[] {
  const raw = (section: string, key: string, usual: string): unknown =>
    config.lookup(section, key)?.raw ?? usual;
  const observes = has("observe") && raw("observe", "log-source", "supabase") === "supabase";
  return [
    ...(has("migrate") ? ["DATABASE_URL"] : []),
    ...(has("deploy-functions") || observes ? ["SUPABASE_ACCESS_TOKEN"] : []),
    ...(has("deploy-web") && raw("deploy-web", "host", "vercel") !== "command" ? ["HOST_TOKEN"] : []),
    ...(has("purge-cdn") && !["none", "http", "cloudfront"].includes(asText(raw("purge-cdn", "cdn", "none")))
      ? ["CDN_TOKEN"]
      : []),
  ];
}
