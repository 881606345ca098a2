import { heldIn } from "../../action/held-in.ts";
import type { Runtime } from "../../action/runtime.ts";
import { UserError, describe } from "../../errors/user-error.ts";
import { retry } from "../../ports/retry.ts";
import type { FunctionsInputs } from "./inputs.ts";
import { endingAfter } from "../../ports/ending-after.ts";
import { parseJson } from "../../ports/parse-json.ts";

/** How a function is called to prove that it serves. `path` begins with `?`, `/`, or is empty. */
export interface HealthRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** False for the default: then an answer that is not the expected one still shows that something serves. */
  readonly declared: boolean;
}

/**
 * `healthy` answered as declared, `reachable` answered, `failed` did not serve, `untold`: the platform's gateway answered
 * in its place, since it wants a key. `said` is for people.
 */
export interface Invoked {
  readonly slug: string;
  readonly level: "healthy" | "reachable" | "failed" | "untold";
  readonly said: string;
  /** What it answered with; absent where there was no answer. */
  readonly status?: number;
  /** The platform knows no function of this name. */
  readonly unknown?: true;
}

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;
type Inputs = Pick<FunctionsInputs, "supabase" | "functionsUrl" | "functionsKey" | "healthRequest">;

/**
 * Reads `METHOD path status`.
 * @throws {UserError} PR102 for anything else.
 */
export function healthRequestOf(slug: string, declared: Readonly<Record<string, string>>): HealthRequest {
  const text = heldIn(declared, slug);
  if (text === undefined) return { method: "GET", path: "?health=1", status: 200, declared: false };
  const found = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)(?:\s+([?/]\S*))?\s+([1-5]\d\d)$/.exec(text.trim());
  if (found) {
    const [, method = "GET", path = "", status = "200"] = found;
    return { method, path, status: Number(status), declared: true };
  }
  throw new UserError(
    "PR102",
    `deploy-functions.health-request.${slug}: expected method, path and status, got "${text.slice(0, 60)}".`,
    `Write ${slug}: GET ?health=1 200.`,
  );
}

/** Calls a function for real, up to `attempts` times while it does not serve. Never throws for what it answers. */
export async function invoke(slug: string, inputs: Inputs, world: World, attempts = 5): Promise<Invoked> {
  const request = healthRequestOf(slug, inputs.healthRequest);
  const what = `${request.method} ${slug}${request.path}`;
  const limits = { what, attempts, firstWait: 500, longestWait: 8000, signal: world.signal };
  try {
    return await retry(world, limits, async () => {
      const invoked = await once(slug, request, inputs, world);
      return invoked.level === "failed" ? { again: new NotServing(invoked) } : { value: invoked };
    });
  } catch (error) {
    if (error instanceof NotServing) return error.invoked;
    throw error;
  }
}

/** Carries the last answer out of the attempts. */
class NotServing extends Error {
  readonly invoked: Invoked;
  constructor(invoked: Invoked) {
    super(invoked.said);
    this.invoked = invoked;
  }
}

async function once(slug: string, request: HealthRequest, inputs: Inputs, world: World): Promise<Invoked> {
  const base = inputs.functionsUrl ?? `https://${inputs.supabase}.supabase.co/functions/v1`;
  const url = `${base.replace(/\/$/, "")}/${slug}${request.path}`;
  const key = inputs.functionsKey;
  const headers = key === undefined ? {} : { apikey: key, authorization: `Bearer ${key}` };
  try {
    const signal = endingAfter(20_000, world.signal);
    const response = await world.http(url, { method: request.method, headers, redirect: "manual", signal });
    return judge(slug, request, response.status, await response.text());
  } catch (error) {
    world.signal.throwIfAborted();
    return {
      slug,
      level: "failed",
      said: `${slug}: no answer from ${new URL(base).host}: ${describe(error)}`,
    };
  }
}

function judge(slug: string, request: HealthRequest, status: number, body: string): Invoked {
  const asked = `${slug}: ${request.method} ${request.path}`.trimEnd();
  const code = codeOf(body);
  if (code === "NOT_FOUND_FUNCTION_BLOB") {
    const said = `${asked} answered ${status} NOT_FOUND_FUNCTION_BLOB: it is listed as active, but its bundle is not there; deploy it again`;
    return { slug, level: "failed", said, status };
  }
  if (status === request.status) {
    const level = request.method === "OPTIONS" ? "reachable" : "healthy";
    return { slug, level, said: `${asked} answered ${status}`, status };
  }
  const short = body.replace(/\s+/g, " ").trim().slice(0, 200);
  const said = `${asked} answered ${status}, expected ${request.status}${short === "" ? "" : `: ${short}`}`;
  const absent = status === 404 && (code === "NOT_FOUND" || /function was not found/i.test(body));
  if (!request.declared && status === 401 && code?.startsWith("UNAUTHORIZED_") === true) {
    const why = `${asked} was refused by the gateway (401 ${code}), so whether it serves is not told; pass \`functions-key\``;
    return { slug, level: "untold", said: why, status };
  }
  const served = !request.declared && status < 500 && !absent;
  const level = served ? "reachable" : "failed";
  return { slug, level, said, status, ...(absent ? { unknown: true } : {}) };
}

function codeOf(body: string): string | undefined {
  try {
    const code = (parseJson(body) as { code?: unknown } | null)?.code;
    return typeof code === "string" ? code : undefined;
  } catch {
    return undefined;
  }
}
