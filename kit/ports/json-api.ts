import { UserError, describe } from "../errors/user-error.ts";
import type { Clock } from "./clock.ts";
import type { Http } from "./http.ts";
import type { Log } from "./log.ts";
import { type Attempt, retry } from "./retry.ts";
import { waitFrom } from "./wait-from.ts";
import { endingAfter } from "./ending-after.ts";
import { parseJson } from "./parse-json.ts";

/** How to talk to one vendor. `name` is what messages call it; `hint` says where its token comes from. */
export interface ApiOptions {
  readonly name: string;
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tokenHint: string;
  /** The permission that a token needs for a call, as the vendor names it: a refusal says so. */
  readonly needs?: ((method: string, path: string) => string | undefined) | undefined;
  /** Milliseconds that one attempt may take. */
  readonly timeout?: number;
  readonly attempts?: number;
}

/** One call. `safe` says that asking twice does no harm; GET, PUT and DELETE are taken as safe. */
export interface ApiCall {
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds that one attempt of this call may take. */
  readonly timeout?: number;
  readonly safe?: boolean;
  /** Asked before each further attempt: it throws where by then asking twice would do harm. */
  readonly again?: () => Promise<void>;
  /** Statuses that are an answer for this call, not an error. Default: 200 to 299. */
  readonly accept?: readonly number[];
  /** `bytes`: an accepted answer is not JSON; its body is given as it came. */
  readonly as?: "bytes";
}

/** An answer whose status was accepted. `json` is undefined where the body was empty or asked for as bytes. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
  readonly bytes: Uint8Array;
}

export type Api = (method: string, path: string, call?: ApiCall) => Promise<ApiAnswer>;

type World = { readonly http: Http; readonly clock: Clock; readonly log: Log; readonly signal?: AbortSignal };

/**
 * A caller for a vendor's JSON API: retries what may be retried (connection errors, 429 with its
 * `Retry-After`, 502, 503, 504; 500 and cut connections only where asking twice is safe), gives each
 * attempt a time limit, recognises HTML where JSON was due.
 * @throws {UserError} PR301 to PR307, naming service, method and path, never a header.
 */
export function jsonApi(world: World, options: ApiOptions): Api {
  return async (method, path, call = {}) => {
    const what = `${options.name} ${method} ${path}`;
    const safe = call.safe ?? ["GET", "HEAD", "PUT", "DELETE"].includes(method);
    const asked: Asked = { what, method, path, options, call, safe };
    const limits = { what, attempts: options.attempts ?? 4, firstWait: 500, longestWait: 60_000 };
    return await retry(world, { ...limits, ...signalOf(world) }, async (number) => {
      if (number > 1) await call.again?.();
      return await ask(world, asked);
    });
  };
}

async function ask(world: World, asked: Asked): Promise<Attempt<ApiAnswer>> {
  const { options } = asked;
  try {
    const response = await world.http(urlOf(asked), initOf(world, asked));
    return judge(asked, response, new Uint8Array(await response.arrayBuffer()), world.clock.now());
  } catch (error) {
    if (error instanceof UserError) throw error;
    world.signal?.throwIfAborted();
    const unreachable = new UserError(
      "PR301",
      `${asked.what} got no answer from ${new URL(options.baseUrl).host}: ${describe(error)}.`,
      `Check that ${options.baseUrl} is right and reachable from this runner, then run again.`,
      { cause: error },
    );
    if (asked.safe || neverArrived(error)) return { again: unreachable };
    throw unreachable;
  }
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly what: string;
  readonly options: ApiOptions;
  readonly call: ApiCall;
  readonly safe: boolean;
}

function judge(asked: Asked, response: Response, bytes: Uint8Array, now: number): Attempt<ApiAnswer> {
  const { status, headers } = response;
  const accepted = asked.call.accept?.includes(status) ?? (status >= 200 && status < 300);
  // Who limits the rate is often not the service itself: what it writes is nobody's JSON, and only its headers count.
  if (accepted && (asked.call.as === "bytes" || status === 429))
    return { value: { status, headers, json: undefined, bytes } };
  const text = new TextDecoder().decode(bytes);
  if (accepted) return parsed(asked, response, text, bytes);
  const failure = refusal(asked, status, text);
  if (status === 429) return { again: failure, wait: waitFrom(headers, now) };
  if ([502, 503, 504].includes(status) && asked.safe) return { again: failure, wait: waitFrom(headers, now) };
  if (status === 500 && asked.safe) return { again: failure };
  throw failure;
}

function parsed(
  { what, safe }: Asked,
  { status, headers }: Response,
  text: string,
  bytes: Uint8Array,
): Attempt<ApiAnswer> {
  if (text.trim() === "") return { value: { status, headers, json: undefined, bytes } };
  try {
    return { value: { status, headers, json: parseJson(text), bytes } };
  } catch (error) {
    const page = /^\s*</.test(text);
    const strange = new UserError(
      "PR306",
      `${what} answered ${status} with ${page ? "an HTML page" : "something that is not JSON"}: ${excerpt(text)}`,
      "Something between the runner and the service answers for it (a proxy, a login page). Check the API URL.",
      { cause: error },
    );
    // JSON may have been cut on its way; a page comes again.
    if (safe && !page) return { again: strange };
    throw strange;
  }
}

function refusal(asked: Asked, status: number, text: string): UserError {
  const { what, options } = asked;
  const said = `${what} answered ${status}: ${excerpt(text)}`;
  if (status === 401 || status === 403)
    return new UserError("PR302", said + lackOf(asked, status), options.tokenHint);
  if (status === 404)
    return new UserError("PR303", said, "Check the names and ids in rollout.yml for this target.");
  if (status === 429)
    return new UserError("PR307", said, "Wait until the service's limit resets, then run again.");
  if (status >= 500)
    return new UserError("PR305", said, `See the status page of ${options.name}, then run again.`);
  return new UserError("PR304", said, "Read the service's reason above; nothing was sent again.");
}

/** A token that is known and refused lacks a permission. In the message, since not everybody who tells it tells the fix. */
function lackOf({ method, path, options: { needs } }: Asked, status: number): string {
  const needed = status === 403 ? needs?.(method, path) : undefined;
  return needed === undefined ? "" : ` (a token needs \`${needed}\` for this)`;
}

/** Up to 300 characters of what a service said, its `message` where it has one. */
function excerpt(text: string): string {
  const short = (value: string): string => value.replace(/\s+/g, " ").trim().slice(0, 300) || "(nothing)";
  try {
    const json = parseJson(text) as { message?: unknown; error?: { message?: unknown } | string };
    const nested = typeof json.error === "object" ? json.error?.message : json.error;
    const message = json.message ?? nested;
    return short(typeof message === "string" ? message : text);
  } catch {
    return short(text);
  }
}

/** Errors raised before a request could leave: the service cannot have acted on it. */
function neverArrived(error: unknown): boolean {
  const code = (error as { cause?: { code?: string } }).cause?.code ?? "";
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"].includes(code);
}

function urlOf({ options, path, call }: Asked): URL {
  const url = new URL(options.baseUrl.replace(/\/$/, "") + path);
  for (const [key, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(key, String(value));
  }
  return url;
}

function initOf(world: World, { options, method, call }: Asked): RequestInit {
  const patience = call.timeout ?? options.timeout ?? 30_000;
  const body = call.json === undefined ? call.body : JSON.stringify(call.json);
  const type = call.json === undefined ? {} : { "content-type": "application/json" };
  return {
    method,
    headers: { accept: "application/json", ...options.headers, ...type, ...call.headers },
    ...(body === undefined ? {} : { body }),
    signal: endingAfter(patience, world.signal),
  };
}

function signalOf(world: World): { signal?: AbortSignal } {
  return world.signal ? { signal: world.signal } : {};
}
