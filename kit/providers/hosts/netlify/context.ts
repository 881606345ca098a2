import type { Runtime } from "../../../action/runtime.ts";
import { type Api, jsonApi } from "../../../ports/json-api.ts";
import { withoutErrorInside } from "../answered.ts";

/** How this target's site is reached, and how long its changes may take (milliseconds). */
export interface NetlifySettings {
  readonly apiUrl: string;
  readonly token: string;
  readonly site: string;
  readonly assets: string;
  /** Whether production is supposed to follow new deploys outside of a release; off: it is locked. */
  readonly autoAssign: boolean;
  readonly unpin: boolean;
  readonly readyTimeout: number;
  readonly verifyTimeout: number;
  readonly pollInterval: number;
}

export type NetlifyWorld = Pick<Runtime, "clock" | "http" | "log" | "signal" | "root">;

/** What every call of this provider works with. */
export interface Netlify {
  readonly api: Api;
  readonly world: NetlifyWorld;
  readonly settings: NetlifySettings;
}

/** A caller of Netlify's API. */
export function netlifyApi(world: NetlifyWorld, { apiUrl, token }: NetlifySettings): Api {
  const api = jsonApi(world, {
    name: "Netlify",
    baseUrl: apiUrl,
    headers: { authorization: `Bearer ${token}`, "user-agent": "prism-rollout" },
    tokenHint: "Pass a Netlify personal access token with access to this site as `host-token`.",
    attempts: 6,
  });
  return withoutErrorInside("Netlify", api);
}
