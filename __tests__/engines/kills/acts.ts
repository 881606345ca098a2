import { needsUntil } from "../../support/needs-until.ts";
import { required, tokens } from "./release.ts";
import type { Act } from "./act.ts";
import type { Sources } from "./sources.ts";

/** How the phases are started; `release` is absent for one that keeps no record, as another tool. */
export interface Of extends Sources {
  readonly release?: string;
  /** More of `deploy-functions` in rollout.yml, such as `, prune: true`. */
  readonly more?: string;
}

export function deployFunctions(of: Of): Act {
  return act("deploy-functions", of, { "supabase-access-token": tokens.supabase });
}

/** `artifact` is a folder that `build` has left. */
export function deployWeb(of: Of, artifact: string): Act {
  return act("deploy-web", of, { "host-token": tokens.host, unpin: "true", artifact });
}

export function purgeCdn(of: Of, artifact: string): Act {
  return act("purge-cdn", of, { "cdn-token": tokens.cdn, artifact });
}

/** `given`: at least `needs`, or why a person wants it. `artifacts` is what jobs have uploaded. */
export function rollback(of: Of, artifacts: string, given: Readonly<Record<string, string>>): Act {
  const own = {
    "supabase-access-token": tokens.supabase,
    "host-token": tokens.host,
    "cdn-token": tokens.cdn,
  };
  return act("rollback", of, { ...own, artifacts, ...given });
}

/** That a test of `smoke` fails, said in this attempt. */
export function smokeFailed(attempt = "1"): Readonly<Record<string, string>> {
  return { needs: needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright", attempt }) };
}

/** What the release requires at the host. */
export const requiring = `build: { required-env: { ${required.name}: "${required.value}" } }\n`;

function act(
  action: string,
  { files, functions, release, more }: Of,
  given: Readonly<Record<string, string>>,
): Act {
  const inputs = release === undefined ? given : { ...given, release };
  return { action, files, functions, inputs, ...(more === undefined ? {} : { more }) };
}
