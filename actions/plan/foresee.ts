import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { type Baseline, judgeBaseline } from "../../kit/parts/observe/baseline.ts";
import { declaredFunctions } from "../../kit/parts/observe/declared-functions.ts";
import { forecast } from "../../kit/parts/observe/forecast.ts";
import { type ObserveInputs, observeInputs } from "../../kit/parts/observe/inputs.ts";
import { lookBack } from "../../kit/parts/observe/look-back.ts";
import { counterOf, limitsOf, subjectOf } from "../../kit/parts/observe/question.ts";
import { WHOLE } from "../../kit/parts/observe/rate.ts";
import { sayBaseline, sayForecast } from "../../kit/parts/observe/say-baseline.ts";
import { openSource } from "../../kit/providers/logs/sources.ts";
import type { CountedFunction, LogSource } from "../../kit/providers/logs/log-source.ts";
import type { ProjectAccess } from "../../kit/providers/supabase/functions-api.ts";
import { isOutside } from "../../kit/release/slice/slice.ts";
import type { ListFunctions } from "./list-once.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal" | "section" | "sections" | "context">;

/** What is foreseen of `observe`, a sentence each; `stop` where a release could not be told from what is live. */
export interface Foreseen {
  readonly says: readonly string[];
  readonly stop?: UserError;
}

const HOUR = 3_600_000;

/**
 * Looks back on the traffic that there was, and says what `observe` will make of as much of it. A log source that cannot
 * be asked stops no plan.
 */
export async function foresee(
  world: World,
  list: ListFunctions,
  slice: readonly string[] = [],
): Promise<Foreseen> {
  if (!world.sections.includes("observe") || isOutside(slice, "observe")) return { says: [] };
  const inputs = world.section("observe", observeInputs);
  if (inputs.baseline === 0) return { says: [] };
  try {
    return await foreseen(inputs, list, world);
  } catch (error) {
    if (!(error instanceof UserError) || error.code === "PR102") throw error;
    return { says: [`What observe will come to was not foreseen: ${describe(error)}`] };
  }
}

async function foreseen(inputs: ObserveInputs, list: ListFunctions, world: World): Promise<Foreseen> {
  const { baseline: span, lag, window } = inputs;
  const subject = subjectOf(inputs);
  const access = accessOf(inputs);
  if (inputs.logSource === "supabase" && access === undefined)
    return { says: ["What observe will come to was not foreseen: `supabase-access-token` is not given"] };
  const source = await openedSource(inputs, access, world);
  const live =
    source.attributes === "function" && access !== undefined ? liveOf(inputs, await list(access), world) : [];
  const look = await lookBack(source, subject, live, { until: world.clock.now() - lag, span });
  if (!("value" in look))
    return { says: [`What observe will come to was not foreseen: ${look.error.message}`] };
  const judged = judgeBaseline(look.value.real, limitsOf(inputs));
  const perHour = (look.value.real.attempts * HOUR) / span;
  const healthy = Math.min(judged.limits.tolerable, rateOf(judged));
  const told = forecast({ perHour, healthy, window: Math.max(0, window - lag), lag }, judged.limits);
  const says = [sayBaseline(judged, span), ...sayForecast(told, window)];
  return judged.kind === "unhealthy" && inputs.unhealthyBaseline === "stop"
    ? { says, stop: unhealthy(says[0] ?? "") }
    : { says };
}

function accessOf({
  supabase,
  supabaseAccessToken,
  supabaseApiUrl,
}: ObserveInputs): ProjectAccess | undefined {
  return supabaseAccessToken === undefined ? undefined : { supabase, supabaseAccessToken, supabaseApiUrl };
}

function liveOf(
  inputs: ObserveInputs,
  listed: readonly CountedFunction[],
  world: World,
): readonly CountedFunction[] {
  const slugs = declaredFunctions(inputs.functions, world);
  return listed.filter(({ slug }) => slugs?.includes(slug) ?? true);
}

/** What is before the release is asked for: its own name is not needed. */
async function openedSource(
  inputs: ObserveInputs,
  access: ProjectAccess | undefined,
  world: World,
): Promise<LogSource> {
  const counted = { commit: world.context.sha, release: undefined, target: undefined };
  const opening = { inputs, counted, byHour: counterOf(inputs) !== undefined, access };
  return await openSource(opening, world);
}

/** In parts per million: what was seen. */
function rateOf({ seen: { failed, attempts } }: Baseline): number {
  return attempts === 0 ? 0 : Math.round((failed / attempts) * WHOLE);
}

function unhealthy(what: string): UserError {
  return new UserError(
    "PR481",
    `${what}. Whether a release makes it worse could not be told, so nothing was changed.`,
    "Mend what fails first. For a release that mends it, set `unhealthy-baseline: warn` in the section `observe`.",
  );
}
