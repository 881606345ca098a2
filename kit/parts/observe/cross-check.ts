import type { Runtime } from "../../action/runtime.ts";
import { UserError, describe } from "../../errors/user-error.ts";
import type { Calls, FunctionVersion, LogSource, Question } from "../../providers/logs/log-source.ts";
import type { ProjectAccess } from "../../providers/supabase/functions-api.ts";
import type { Verdict } from "../../release/verdict.ts";
import type { Judging } from "./judging.ts";
import { observedFunctions, replaced } from "./observed-functions.ts";
import { standing } from "./sequential-test.ts";
import type { Watched } from "./watch-release.ts";

/** The verdict after a second look from another side, with what that look found. */
export interface Checked {
  readonly verdict: Verdict;
  readonly calls: Calls | undefined;
  readonly evidence: readonly string[];
}

interface Means {
  readonly source: LogSource;
  /** Undefined where no token of the project was given. */
  readonly access: ProjectAccess | undefined;
  readonly judging: Pick<Judging, "limits">;
}

/**
 * What events cannot tell: whether the functions that were observed are still the live ones, and whether
 * calls fail before anything is logged. Calls are no attempts (people retry), so they never fail a release;
 * but with too many of them, or with other versions live, it is not passed either.
 */
export async function crossCheck(
  { verdict }: Pick<Watched, "verdict">,
  question: Question,
  { source, access, judging }: Means,
  world: Pick<Runtime, "http" | "clock" | "log" | "signal">,
): Promise<Checked> {
  if (verdict.verdict === "error") return { verdict, calls: undefined, evidence: [] };
  const slugs = question.functions.map(({ slug }) => slug);
  const [look, now] = await Promise.all([
    source.calls?.(question),
    access === undefined ? undefined : livesNow(world, access, slugs),
  ]);
  const calls = look !== undefined && "value" in look ? look.value : undefined;
  const others = now === undefined ? [] : replaced(question.functions, now);
  const evidence = [
    calls
      ? `${calls.failed} of ${calls.calls} calls of the functions ended with 500 or more`
      : look === undefined
        ? "Calls are not known to this source"
        : "Calls could not be counted",
    ...(access === undefined ? [unasked] : [sayLive(slugs.length, others.length, now !== undefined)]),
  ];
  return { verdict: doubted(verdict, calls, others, judging), calls, evidence };
}

const unasked = "Which versions are live was not asked: there is no `supabase-access-token`";

function sayLive(all: number, others: number, read: boolean): string {
  return read
    ? `${all - others} of ${all} functions are still live in the observed version`
    : "Whether the observed versions are still live could not be read";
}

function doubted(
  verdict: Verdict,
  calls: Calls | undefined,
  others: readonly string[],
  { limits }: Pick<Judging, "limits">,
): Verdict {
  if (verdict.verdict !== "pass") return verdict;
  if (others.length > 0) {
    return {
      ...verdict,
      verdict: "inconclusive",
      reason: `${verdict.reason} But the functions were replaced meanwhile: ${others.join(", ")}.`,
      next: "Observe the release that is live now.",
    };
  }
  if (calls === undefined || standing(calls.failed, calls.calls, limits) !== "fail") return verdict;
  return {
    ...verdict,
    verdict: "inconclusive",
    reason: `${verdict.reason} But ${calls.failed} of ${calls.calls} calls ended with 500 or more.`,
    next: "Look at these calls: they failed before an event was logged.",
  };
}

async function livesNow(
  world: Pick<Runtime, "http" | "clock" | "log" | "signal">,
  access: ProjectAccess,
  slugs: readonly string[],
): Promise<readonly FunctionVersion[] | undefined> {
  try {
    return (await observedFunctions(world, access, slugs)).versions;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    world.log.info(`Whether the observed versions are still live could not be read: ${describe(error)}`);
    return error.code === "PR303" ? [] : undefined;
  }
}
