import type { StandInResponse } from "../server.ts";
import { githubError } from "./errors.ts";
import type { GithubState } from "./state.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const PRIMARY = "API rate limit exceeded for installation.";
const SECONDARY =
  "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. " +
  "Please retry your request again later.";

/** How much each token has used. Kept beside the state: an hour does not outlive a stand-in. */
export interface RateLimit {
  /** Counts a request; answers it when it is one too many. */
  count(token: string, method: string): StandInResponse | undefined;
  headers(token: string): Record<string, string>;
  /** All requests so far, and those that create or change something. */
  used(): { requests: number; writes: number };
}

interface Usage {
  since: number;
  used: number;
  writes: number[];
}

/** Counts by the clock that it is given. */
export function newRateLimit(state: GithubState, now: () => number): RateLimit {
  const usages = new Map<string, Usage>();
  const total = { requests: 0, writes: 0 };
  const usageOf = (token: string): Usage => {
    const known = usages.get(token);
    if (known && now() - known.since < HOUR) return known;
    const fresh: Usage = { since: now(), used: 0, writes: known?.writes ?? [] };
    usages.set(token, fresh);
    return fresh;
  };
  return {
    count: (token, method) => {
      const usage = usageOf(token);
      const { core, content } = state.limits;
      if (core !== null && usage.used >= core) return githubError(403, PRIMARY);
      usage.used += 1;
      total.requests += 1;
      if (method === "GET" || method === "HEAD") return undefined;
      total.writes += 1;
      usage.writes = [...usage.writes.filter((at) => now() - at < MINUTE), now()];
      if (content === null || usage.writes.length <= content) return undefined;
      return { ...githubError(403, SECONDARY), headers: { "retry-after": "60" } };
    },
    headers: (token) => {
      const usage = usageOf(token);
      const limit = state.limits.core ?? 15_000;
      return {
        "x-ratelimit-limit": String(limit),
        "x-ratelimit-remaining": String(Math.max(limit - usage.used, 0)),
        "x-ratelimit-used": String(usage.used),
        "x-ratelimit-reset": String(Math.ceil((usage.since + HOUR) / 1000)),
        "x-ratelimit-resource": "core",
        "x-github-api-version-selected": "2022-11-28",
      };
    },
    used: () => ({ ...total }),
  };
}
