import type { Handler, Route, StandInRequest, StandInResponse } from "../server.ts";
import type { SupabaseContext } from "./context.ts";
import { Refused, refusal } from "./errors.ts";
import type { TokenState } from "./state.ts";

/** A route of the Management API and the permission a scoped token needs for it. */
export type GuardedRoute = readonly [
  method: string,
  pattern: string,
  permission: string,
  handler: (
    context: SupabaseContext,
    request: StandInRequest,
    token: TokenState,
  ) => StandInResponse | Promise<StandInResponse>,
];

/** Requests a minute, for one user, project and endpoint. Log queries are dearer. */
const MINUTE = { calls: 120, milliseconds: 60_000 };
const LOG_QUERIES_PER_MINUTE = 30;

/**
 * Puts before each route what the API puts there: a token that is known, has the permission and is within its
 * rate limit, and a project that exists. A `Refused` thrown by the route becomes its answer.
 */
export function guard(routes: readonly GuardedRoute[], context: SupabaseContext): Route[] {
  const rate = context.rate ?? MINUTE;
  const limiter = newLimiter(() => context.now(), rate.milliseconds);
  return routes.map(([method, pattern, permission, handler]) => {
    const limit = permission === "analytics_logs_read" ? LOG_QUERIES_PER_MINUTE : rate.calls;
    const guarded: Handler = async (request) => {
      const token = tokenOf(context, request);
      if (!token) return refusal(401, "Unauthorized");
      const allowance = limiter(`${token.user} ${request.params["ref"] ?? ""} ${method} ${pattern}`, limit);
      const answer = allowance.exceeded
        ? refusal(429, "ThrottlerException: Too Many Requests")
        : await answerOf(context, request, token, permission, handler);
      return { ...answer, headers: { ...answer.headers, ...allowance.headers } };
    };
    return [method, pattern, guarded];
  });
}

async function answerOf(
  context: SupabaseContext,
  request: StandInRequest,
  token: TokenState,
  permission: string,
  handler: GuardedRoute[3],
): Promise<StandInResponse> {
  const { ref } = request.params;
  if (ref !== undefined && ref !== context.state.project.ref) return refusal(404, "Project not found");
  if (!may(token, permission)) return refusal(403, "Forbidden resource");
  try {
    return await handler(context, request, token);
  } catch (error) {
    if (error instanceof Refused) return refusal(error.status, error.message);
    throw error;
  }
}

/** `a|b` is either of the two. */
export function may({ permissions }: TokenState, wanted: string): boolean {
  return permissions === "all" || wanted.split("|").some((one) => permissions.includes(one));
}

function tokenOf({ state }: SupabaseContext, request: StandInRequest): TokenState | undefined {
  const found = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "");
  const text = found?.[1];
  return text !== undefined && Object.hasOwn(state.tokens, text) ? state.tokens[text] : undefined;
}

interface Allowance {
  readonly exceeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

function newLimiter(now: () => number, length: number): (key: string, limit: number) => Allowance {
  const windows = new Map<string, { started: number; used: number }>();
  return (key, limit) => {
    const open = windows.get(key);
    const current = open && now() - open.started < length ? open : { started: now(), used: 0 };
    current.used += 1;
    windows.set(key, current);
    const reset = String(Math.ceil((current.started + length - now()) / 1000));
    const headers = {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(Math.max(0, limit - current.used)),
      "x-ratelimit-reset": reset,
    };
    const exceeded = current.used > limit;
    return { exceeded, headers: exceeded ? { ...headers, "retry-after": reset } : headers };
  };
}
