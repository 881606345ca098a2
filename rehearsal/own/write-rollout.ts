import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pointTargetAt } from "../world/rollout-file.ts";
import { leftOut } from "../world/skipped.ts";
import type { Stack } from "../world/stack.ts";
import { type Text, pointed, withTexts } from "./pointed.ts";
import type { Prepared } from "./prepare.ts";
import type { OwnOrder } from "./order.ts";

type Values = Readonly<Record<string, string>>;

/** Points the release's rollout.yml at its world. `said` is what was left out of it. */
export async function writeRollout({
  order: { repository, wanted, skip, traffic },
  stack,
  prepared,
  browser,
  whole,
}: {
  readonly order: OwnOrder;
  readonly stack: Stack;
  readonly prepared: Prepared;
  /** Whether there is a browser already. */
  readonly browser: boolean;
  /** Whether all migrations of what is live ran. */
  readonly whole: boolean;
}): Promise<{ readonly text: string; readonly said: readonly string[] }> {
  const file = join(prepared.stack, repository.config);
  const texts = textsOf(stack, wanted);
  const { target, sections } = wanted;
  const installed = {
    ...(prepared.installs ? {} : { install: "none" }),
    browsers: browser ? { "install-browsers": "none" } : {},
  };
  const values = { ...valuesOf(stack, wanted, texts, installed), observe: observed(traffic) };
  const without = whole ? [] : ["from"];
  const own = pointed(await readFile(file, "utf8"), { target, sections, texts, values, without });
  const overlay = Object.entries(skip === undefined ? {} : leftOut[skip].overlay);
  const kept = Object.fromEntries(overlay.filter(([section]) => sections.includes(section)));
  const text = pointTargetAt(own.text, target, kept);
  await writeFile(file, text);
  return { text, said: own.said };
}

/** Where nothing uses the release, there is nothing to wait for. */
function observed(traffic: string | undefined): Values {
  return { lag: "300ms", "poll-interval": "600ms", window: traffic === undefined ? "6s" : "2m" };
}

/** What means the real project, its key and its site, and what they are here. */
function textsOf(
  { backend, cdn }: Stack,
  { supabase, origins, publishableKey }: OwnOrder["wanted"],
): readonly Text[] {
  const { gatewayUrl } = backend;
  const { publishable, anon } = backend.supabase.keys;
  return [
    ["https://{supabase}.supabase.co", gatewayUrl],
    ...(supabase === undefined ? [] : [[`https://${supabase}.supabase.co`, gatewayUrl] as const]),
    // One that is shorter is none, and may stand in other words.
    ...(publishableKey === undefined || publishableKey.length < 20
      ? []
      : [[publishableKey, publishable] as const]),
    [/\bsb_publishable_[\w-]+/g, publishable],
    [/\beyJ[\w-]{10,}\.[\w-]+\.[\w-]+/g, anon],
    ...origins.map((origin) => [/^https?:/.test(origin) ? origin : `https://${origin}`, cdn.origin] as const),
  ];
}

/** What no job has to install, as the sections say it. */
interface Installed {
  readonly install?: string;
  readonly browsers: Values;
}

/** Where the target's parts are here. */
function addressesOf({
  target,
  backend,
  host,
  cdn,
}: Omit<Stack, "tokens" | "source">): Readonly<Record<string, unknown>> {
  const { "host-api-url": hostApiUrl } = host.section;
  return {
    supabase: target.ref,
    "supabase-api-url": backend.apiUrl,
    "functions-url": `${backend.gatewayUrl}/functions/v1`,
    "host-project": target.hostProject,
    ...(hostApiUrl === undefined ? {} : { "host-api-url": hostApiUrl }),
    origins: [cdn.origin],
    "publishable-key": backend.project.publishableKey,
  };
}

function valuesOf(
  { target, backend, host, cdn }: Stack,
  { build, web }: OwnOrder["wanted"],
  texts: readonly Text[],
  { browsers, ...install }: Installed,
): Readonly<Record<string, unknown>> {
  const { "host-api-url": _, ...section } = host.section;
  const here = (values: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        backend.buildEnv[name] ?? withTexts(value, texts),
      ]),
    );
  // Where no web is deployed there is nothing to build.
  const source = build.source === "existing" && web !== undefined ? { source: "dist" } : {};
  const required = { "required-env": here(build.requiredEnv) };
  return {
    ...addressesOf({ target, backend, host, cdn }),
    build: {
      ...install,
      "build-env": { ...here(build.buildEnv), ...backend.buildEnv },
      ...required,
      ...source,
    },
    "deploy-functions": { "deno-check": "off" },
    "deploy-web": {
      host: host.name,
      "poll-interval": "100ms",
      ...section,
      "required-env": here(web?.requiredEnv ?? {}),
    },
    smoke: { ...install, ...browsers, "poll-interval": "100ms" },
    "purge-cdn": { ...cdn.section, "poll-interval": "100ms", "verify-timeout": "3s" },
  };
}
