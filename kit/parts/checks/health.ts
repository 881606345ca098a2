import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import { readServices } from "../../providers/supabase/project-health.ts";
import type { Verdict } from "../../release/verdict.ts";
import { invoke } from "../functions/invoke.ts";
import { askOrigin } from "../web/ask-origin.ts";
import type { HealthInputs } from "./health-inputs.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

export interface HealthProof extends Verdict {
  readonly evidence: readonly string[];
}

/** One thing that was asked. `unknown`: it could not be asked, which is said and counts for neither side. */
interface Check {
  readonly state: "healthy" | "ill" | "unknown";
  readonly said: string;
}

/** When something is ill, all is asked again: a deployment elsewhere or a restart takes a moment. */
const rounds = 3;
const pause = 1000;

/**
 * Whether the stack is healthy now: the project's services, each function called for real, each origin. A
 * function that the platform does not know yet counts as ill only where `complete` says that all are deployed.
 */
export async function proveHealth(
  inputs: HealthInputs,
  world: World,
  { complete }: { readonly complete: boolean },
): Promise<HealthProof> {
  for (let round = 1; ; round += 1) {
    const checks = await askAll(inputs, world, complete);
    if (round === rounds || checks.every(({ state }) => state !== "ill")) return judge(checks);
    await world.clock.sleep(pause, world.signal);
  }
}

/**
 * What a phase hands to its door: asks before its first change, and says what was found. Undefined where nobody
 * wants to know.
 */
export function healthGate(
  inputs: HealthInputs,
  world: World,
  phase: { readonly complete: boolean },
): (() => Promise<HealthProof>) | undefined {
  const { requireHealthy, supabase, functions, origins } = inputs;
  const known = supabase !== undefined || functions.length > 0 || origins.length > 0;
  if (!requireHealthy || !known) return undefined;
  return () =>
    world.log.group("Is the stack healthy?", async () => {
      const proof = await proveHealth(inputs, world, phase);
      for (const line of proof.evidence) world.log.info(line);
      return proof;
    });
}

async function askAll(inputs: HealthInputs, world: World, complete: boolean): Promise<readonly Check[]> {
  const [services, functions, origins] = await Promise.all([
    askServices(inputs, world),
    Promise.all(inputs.functions.map((slug) => askFunction(slug, inputs, world, complete))),
    Promise.all(inputs.origins.map((origin) => askSite(origin, world))),
  ]);
  return [...services, ...functions, ...origins];
}

async function askServices(inputs: HealthInputs, world: World): Promise<readonly Check[]> {
  const { supabase, supabaseAccessToken, supabaseApiUrl, healthServices } = inputs;
  if (healthServices.length === 0 || supabase === undefined) return [];
  if (supabaseAccessToken === undefined)
    return [unknown("the project's services were not asked: `supabase-access-token` is not given")];
  try {
    const access = { supabase, supabaseAccessToken, supabaseApiUrl };
    const services = await readServices(world, access, healthServices);
    return services.map(({ name, healthy, said }) => ({
      state: healthy ? "healthy" : "ill",
      said: `${name}: ${said}`,
    }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message } = error;
    // A token for something else is no sign of an outage; an API that cannot be asked may be one.
    if (code === "PR302") return [unknown(`the project's services were not asked: ${message}`)];
    return [{ state: "ill", said: message }];
  }
}

/** Any answer of the function itself shows that it serves: an older one may not know today's health request. */
async function askFunction(
  slug: string,
  inputs: HealthInputs,
  world: World,
  complete: boolean,
): Promise<Check> {
  const url = inputs.functionsUrl;
  if (url === undefined && inputs.supabase === undefined)
    return unknown(`${slug} was not called: neither \`functions-url\` nor \`supabase\` is given`);
  const access = { ...inputs, supabase: inputs.supabase ?? "" };
  const { said, status = 599, unknown: absent, level } = await invoke(slug, access, world, 1);
  if (level === "untold") return unknown(said);
  if (absent && !complete) return unknown(`${slug} is not deployed yet`);
  const serves = level !== "failed" || (status < 500 && !absent && !said.includes("NOT_FOUND_FUNCTION_BLOB"));
  return { state: serves ? "healthy" : "ill", said };
}

async function askSite(origin: string, world: World): Promise<Check> {
  const { ok, said } = await askOrigin(world, origin);
  return { state: ok ? "healthy" : "ill", said: `${origin} ${said}` };
}

function unknown(said: string): Check {
  return { state: "unknown", said };
}

function judge(checks: readonly Check[]): HealthProof {
  const asked = checks.filter(({ state }) => state !== "unknown");
  const ill = asked.filter(({ state }) => state === "ill");
  const n = asked.length;
  const x = n - ill.length;
  const evidence = [
    ...(n > 0 ? [`${x} of ${n} services, functions and origins are healthy`] : []),
    ...checks.filter(({ state }) => state !== "healthy").map(({ said }) => said),
  ];
  if (ill.length === 0)
    return { verdict: "pass", x, n, reason: "The stack is healthy.", next: "Nothing to do.", evidence };
  const reason = `${ill.map(({ said }) => said.replace(/\.$/, "")).join("; ")}.`;
  return { verdict: "fail", x, n, reason, next: "Find out what is ill, then run this job again.", evidence };
}
