import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { SourceRoute } from "./output-config.ts";
import { type Pattern, sourcePattern, substituted } from "./source-pattern.ts";

/** What a project's vercel.json says that a deployment of built files must say by itself. */
export interface ProjectRoutes {
  readonly redirects: readonly SourceRoute[];
  readonly headers: readonly SourceRoute[];
  readonly rewrites: readonly SourceRoute[];
  /** Keys that are set, but have no effect on a deployment by this suite. */
  readonly leftOut: readonly string[];
  /** Whether the file says that Git pushes deploy nothing. */
  readonly gitOff: boolean;
}

interface Rule {
  readonly source?: unknown;
  readonly destination?: unknown;
  readonly permanent?: unknown;
  readonly statusCode?: unknown;
  readonly headers?: unknown;
  readonly has?: readonly unknown[];
  readonly missing?: readonly unknown[];
}

const noEffect = ["routes", "cleanUrls", "trailingSlash", "functions", "crons", "images"];

/**
 * Reads redirects, headers and rewrites. Vercel applies the file only to what it builds; a deployment of built
 * files that left them out would silently lose them.
 * @throws {UserError} PR102 when the file cannot be understood.
 */
export async function readVercelJson(root: string): Promise<ProjectRoutes> {
  try {
    const json = JSON.parse(await textBelow(root)) as Readonly<Record<string, unknown>>;
    return {
      redirects: rules(json["redirects"]).map(redirect),
      headers: rules(json["headers"]).map(header),
      rewrites: rules(json["rewrites"]).map(rewrite),
      leftOut: noEffect.filter((key) => json[key] !== undefined && json[key] !== false),
      gitOff: (json["git"] as { deploymentEnabled?: unknown } | undefined)?.deploymentEnabled === false,
    };
  } catch (error) {
    throw new UserError(
      "PR102",
      `vercel.json cannot be understood: ${describe(error)}. Nothing was changed.`,
      "Correct it; `redirects`, `headers` and `rewrites` are taken over into the deployment.",
      { cause: error },
    );
  }
}

async function textBelow(root: string): Promise<string> {
  try {
    return await readFile(join(root, "vercel.json"), "utf8");
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return "{}";
    throw error;
  }
}

function rules(value: unknown): readonly Rule[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value as readonly Rule[];
  throw new Error("redirects, headers and rewrites are lists");
}

function redirect(rule: Rule): SourceRoute {
  const pattern = patternOf(rule);
  const status = typeof rule.statusCode === "number" ? rule.statusCode : rule.permanent === false ? 307 : 308;
  const Location = substituted(textOf(rule.destination, "destination"), pattern.groups);
  return { src: pattern.src, headers: { Location }, status, ...conditions(rule) };
}

function header(rule: Rule): SourceRoute {
  const pattern = patternOf(rule);
  if (!Array.isArray(rule.headers)) throw new Error("a rule of headers has no list of headers");
  // In lower case, so that one rule's header takes the place of another's.
  const pairs = (rule.headers as readonly { key?: unknown; value?: unknown }[]).map(
    ({ key, value }) =>
      [textOf(key, "key").toLowerCase(), substituted(textOf(value, "value"), pattern.groups)] as const,
  );
  return { src: pattern.src, headers: Object.fromEntries(pairs), continue: true, ...conditions(rule) };
}

function rewrite(rule: Rule): SourceRoute {
  const pattern = patternOf(rule);
  const dest = substituted(textOf(rule.destination, "destination"), pattern.groups);
  return { src: pattern.src, dest, check: true, ...conditions(rule) };
}

function patternOf({ source }: Rule): Pattern {
  return sourcePattern(textOf(source, "source"));
}

function conditions({ has, missing }: Rule): Pick<SourceRoute, "has" | "missing"> {
  return { ...(has ? { has } : {}), ...(missing ? { missing } : {}) };
}

function textOf(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  throw new Error(`${name} is not a text`);
}
