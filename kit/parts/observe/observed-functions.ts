import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { CountedFunction, FunctionVersion } from "../../providers/logs/log-source.ts";
import { type ProjectAccess, functionsApi } from "../../providers/supabase/functions-api.ts";

/** The functions of a release as they are live, and when the newest of them was activated (ms since 1970). */
export interface ObservedFunctions {
  readonly versions: readonly FunctionVersion[];
  readonly activatedAt: number | undefined;
}

/**
 * Reads which versions are live. Without `slugs` all of the project's functions are meant.
 * @throws {UserError} PR303 when a function is not live, PR301 to PR307 when the platform cannot be asked.
 */
export async function observedFunctions(
  world: Pick<Runtime, "http" | "clock" | "log" | "signal">,
  access: ProjectAccess,
  slugs: readonly string[] | undefined,
): Promise<ObservedFunctions> {
  const listed = (await functionsApi(world, access).list()).filter(({ status }) => status !== "REMOVED");
  const known = listed.map(({ slug }) => slug);
  const unknown = (slugs ?? []).filter((slug) => !known.includes(slug));
  if (unknown.length > 0 || listed.length === 0) {
    throw new UserError(
      "PR303",
      unknown.length > 0
        ? `${unknown.join(", ")} is not live, so nothing of it can be observed.`
        : "The project has no functions to observe.",
      "Deploy the functions first, or correct `functions`.",
    );
  }
  const own = listed.filter(({ slug }) => slugs?.includes(slug) ?? true);
  const times = own.flatMap(({ updated_at: at }) => (at === undefined ? [] : [at]));
  return {
    versions: own.map(({ id, slug, version }) => ({ id, slug, version })).sort(bySlug),
    activatedAt: times.length === 0 ? undefined : Math.max(...times),
  };
}

/** What is live in another version than the one that was observed, as «slug 7 → 8». */
export function replaced(was: readonly CountedFunction[], is: readonly FunctionVersion[]): readonly string[] {
  return was.flatMap(({ slug, id, version }) => {
    const now = is.find((one) => one.slug === slug);
    if (now?.id === id && now.version === (version ?? now.version)) return [];
    return [`${slug} ${version ?? "any"} → ${now?.version ?? "removed"}`];
  });
}

function bySlug(a: FunctionVersion, b: FunctionVersion): number {
  return a.slug < b.slug ? -1 : 1;
}
