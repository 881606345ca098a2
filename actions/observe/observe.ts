import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { crossCheck } from "../../kit/parts/observe/cross-check.ts";
import { declaredFunctions } from "../../kit/parts/observe/declared-functions.ts";
import { observedFunctions } from "../../kit/parts/observe/observed-functions.ts";
import { heldTo, judgedBy } from "../../kit/parts/observe/held-to.ts";
import { counterOf, subjectOf } from "../../kit/parts/observe/question.ts";
import { sinceWhen } from "../../kit/parts/observe/since.ts";
import { watchRelease } from "../../kit/parts/observe/watch-release.ts";
import { changesOf } from "../../kit/release/record/history.ts";
import type { ProjectAccess } from "../../kit/providers/supabase/functions-api.ts";
import { refuseRolledBack } from "../../kit/release/standing/rolled-back.ts";
import type { LogSource } from "../../kit/providers/logs/log-source.ts";
import { openSource } from "../../kit/providers/logs/sources.ts";
import { accessIfAny } from "./access.ts";
import { check } from "./check.ts";
import { conclude } from "./conclude.ts";
import { markRelease } from "./mark-release.ts";
import { prepare } from "./prepare.ts";
import type { spec } from "./spec.ts";

type World = Pick<
  Runtime,
  "http" | "clock" | "log" | "signal" | "temp" | "github" | "section" | "sections" | "emit" | "context"
>;

/** Counts what the live versions log from the release's beginning on, until the counts have a verdict. */
export async function observe(inputs: InputsOf<typeof spec>, world: World): Promise<Done<typeof spec>> {
  await refuseAfterRollback(inputs, world);
  const subject = subjectOf(inputs);
  if (inputs.prepare) return await prepare(inputs, subject, world);
  if (!inputs.check) refuseLongWindow(inputs);
  const access = accessIfAny(inputs);
  const source = await openedSource(inputs, access, world);
  if (inputs.check) return await check(inputs, { subject, source, access }, world);
  const { versions, activatedAt } =
    access === undefined
      ? { versions: [], activatedAt: undefined }
      : await observedFunctions(world, access, declaredFunctions(inputs.functions, world));
  const since = await sinceWhen(inputs, activatedAt, world);
  const sinceText = new Date(since.at).toISOString();
  world.emit({ since: sinceText });
  world.log.info(`Counting from ${sinceText} on: ${since.because}.`);
  await markRelease(inputs, { since: since.at }, world);
  const question = { ...subject, from: since.at, functions: versions };
  const asking = { source, subject, functions: versions };
  const before = await heldTo(inputs, asking, { until: since.at, span: inputs.baseline }, world);
  const judging = { subject, ...judgedBy(inputs), ...before };
  const { lag, pollInterval, window, errorBudget } = inputs;
  const watched = await watchRelease(
    { question, judging, lag, pollInterval, window, errorBudget },
    source,
    world,
  );
  const asked = { ...question, until: watched.until };
  const checked = await crossCheck(watched, asked, { source, access, judging }, world);
  return await conclude({ inputs, source, asked, since, judging, versions, watched, checked }, world);
}

/** Where it is counted. A commit is known to Sentry, or to labels, as whoever deployed it named it. */
async function openedSource(
  inputs: InputsOf<typeof spec>,
  access: ProjectAccess | undefined,
  world: World,
): Promise<LogSource> {
  const { release, target, commit = world.context.sha } = inputs;
  const byHour = counterOf(inputs) !== undefined;
  const counted = { commit, release, target };
  return await openSource({ inputs, counted, byHour, access }, world);
}

/** A window that cannot come to its end would only ever be an error, after all that waiting. */
function refuseLongWindow({ window, lag, timeLimit }: InputsOf<typeof spec>): void {
  if (window + lag < timeLimit) return;
  throw new UserError(
    "PR102",
    "observe.window and observe.lag together are longer than observe.time-limit: there would never be a verdict.",
    "Shorten `window` (`0s` with a schedule counts on in later runs), or raise `time-limit` and the job's `timeout-minutes`.",
  );
}

/** A re-run after a rollback would count what the former release does, and call it this one's. */
async function refuseAfterRollback(
  { release, githubToken, prepare: isBefore, target = "default" }: InputsOf<typeof spec>,
  { context, github }: World,
): Promise<void> {
  if (isBefore || context.attempt === 1 || release === undefined || githubToken === undefined) return;
  refuseRolledBack(release, await changesOf(await github(githubToken), target, release));
}
