import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { optional } from "../../kit/action/input.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { functionsInputs } from "../../kit/parts/functions/inputs.ts";
import { crossCheck } from "../../kit/parts/observe/cross-check.ts";
import { observedFunctions } from "../../kit/parts/observe/observed-functions.ts";
import { limitsOf, subjectOf } from "../../kit/parts/observe/question.ts";
import { sinceWhen } from "../../kit/parts/observe/since.ts";
import { watchRelease } from "../../kit/parts/observe/watch-release.ts";
import { changesOf } from "../../kit/release/history.ts";
import { refuseRolledBack } from "../../kit/release/rolled-back.ts";
import { supabaseLogs } from "../../kit/providers/logs/supabase/supabase.ts";
import { accessOf } from "./access.ts";
import { findBoard } from "./find-board.ts";
import { keepObservation } from "./keep-observation.ts";
import { prepare } from "./prepare.ts";
import { reportOf } from "./report-observation.ts";
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
  refuseLongWindow(inputs);
  const access = accessOf(inputs);
  const { versions, activatedAt } = await observedFunctions(world, access, slugsOf(inputs, world));
  const since = await sinceWhen(inputs, activatedAt, world);
  const sinceText = new Date(since.at).toISOString();
  world.emit({ since: sinceText });
  world.log.info(`Counting from ${sinceText} on: ${since.because}.`);
  const source = supabaseLogs(world, access, inputs.supabaseDashboardUrl);
  const question = { ...subject, from: since.at, functions: versions };
  const judging = { subject, limits: limitsOf(inputs), minEvents: inputs.minEvents };
  const { lag, pollInterval, window, errorBudget } = inputs;
  const watched = await watchRelease(
    { question, judging, lag, pollInterval, window, errorBudget },
    source,
    world,
  );
  const asked = { ...question, until: watched.until };
  const checked = await crossCheck(watched, asked, { source, access, judging }, world);
  const observation = await keepObservation({ inputs, since: since.at, versions, watched, checked }, world);
  const logs = source.link(asked);
  const board = await findBoard(inputs, world);
  return {
    outputs: {
      since: sinceText,
      observation,
      failed: String(checked.verdict.x),
      attempts: String(checked.verdict.n),
      "dashboard-url": board ?? logs,
    },
    report: reportOf({ inputs, since, judging, watched, checked, versions, links: { board, logs } }),
  };
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

/** The functions that are declared, here or where they are deployed; undefined for all of the project. */
function slugsOf({ functions }: InputsOf<typeof spec>, world: World): readonly string[] | undefined {
  if (functions !== undefined || !world.sections.includes("deploy-functions")) return functions;
  return world.section("deploy-functions", { functions: optional(functionsInputs.functions) }).functions;
}
