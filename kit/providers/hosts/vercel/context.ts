import type { Runtime } from "../../../action/runtime.ts";
import { type Api, jsonApi } from "../../../ports/json-api.ts";
import { withoutErrorInside } from "../answered.ts";
import type { ProjectRoutes } from "./vercel-json.ts";

/** How this target's project is reached, and how long its changes may take (milliseconds). */
export interface VercelSettings {
  readonly apiUrl: string;
  readonly token: string;
  readonly project: string;
  readonly team: string | undefined;
  readonly bypass: string | undefined;
  readonly assets: string;
  /** Where browsers find the site, past a CDN. */
  readonly origins: readonly string[];
  readonly routes: () => Promise<ProjectRoutes>;
  /** What the project's auto-assignment is supposed to be outside of a release. */
  readonly autoAssign: boolean;
  readonly unpin: boolean;
  readonly readyTimeout: number;
  readonly existingTimeout: number;
  readonly verifyTimeout: number;
  readonly pollInterval: number;
}

export type VercelWorld = Pick<Runtime, "clock" | "http" | "log" | "signal" | "context">;

/** What every call of this provider works with. */
export interface Vercel {
  readonly api: Api;
  readonly world: VercelWorld;
  readonly settings: VercelSettings;
}

/** A caller of Vercel's API, in the scope of the team where one is named. */
export function vercelApi(world: VercelWorld, { apiUrl, token, team }: VercelSettings): Api {
  const plain = jsonApi(world, {
    name: "Vercel",
    baseUrl: apiUrl,
    headers: { authorization: `Bearer ${token}`, "user-agent": "prism-rollout" },
    tokenHint:
      "Pass a Vercel token with access to this project as `host-token`; name its team by `host-team`.",
    attempts: 6,
  });
  const api = withoutErrorInside("Vercel", plain);
  const scope = team === undefined ? {} : team.startsWith("team_") ? { teamId: team } : { slug: team };
  return (method, path, call = {}) => api(method, path, { ...call, query: { ...scope, ...call.query } });
}
