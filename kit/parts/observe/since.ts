import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import { activatedAt } from "../../release/standing/activated-at.ts";

/** When the clock was started (ms since 1970), and by what. */
export interface Since {
  readonly at: number;
  readonly because: string;
}

/**
 * The time from which is counted: what is given, what the record knows of the release, or when the functions
 * were activated. It is the same in every re-run.
 * @throws {UserError} PR102 when `since` is no time.
 */
export async function sinceWhen(
  inputs: {
    readonly since: string | undefined;
    readonly release: string | undefined;
    readonly target: string | undefined;
    readonly githubToken: string | undefined;
  },
  functionsActivatedAt: number | undefined,
  world: Pick<Runtime, "clock" | "github">,
): Promise<Since> {
  const { since, release, target, githubToken } = inputs;
  if (since !== undefined) return { at: given(since), because: "as `since` says" };
  if (release !== undefined && githubToken !== undefined) {
    const at = await activatedAt(await world.github(githubToken), target ?? "default", release);
    if (at !== undefined) return { at, because: "the first activation in the record" };
  }
  if (functionsActivatedAt !== undefined)
    return { at: functionsActivatedAt, because: "the newest activation of the functions" };
  return { at: world.clock.now(), because: "this job's start, since no activation is known" };
}

function given(text: string): number {
  const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw new UserError(
    "PR102",
    `observe: since: "${text}" is no time.`,
    "Write it as ISO 8601 with Z: 2026-11-22T10:00:00Z.",
  );
}
