import type { Runtime } from "../../../action/runtime.ts";
import { Explainable, Stopped, UserError, sentence } from "../../../errors/user-error.ts";
import { wholeOf } from "../../../judge/execution.ts";
import { retry } from "../../../ports/retry.ts";
import type { Entered } from "../../../release/enter-phase.ts";
import type { Journal } from "../../../release/record/journal.ts";
import { type Come, madeBefore } from "../guard/made-before.ts";
import { impliedBy } from "../../../judge/implied.ts";
import { type Guard, openGuard } from "../guard/open-guard.ts";
import { busy } from "./busy.ts";
import { connect } from "./connect.ts";
import { type Standing, explainFailure, remaining } from "./explain-failure.ts";
import type { DatabaseInputs } from "../inputs.ts";
import { invalidIndexes, readLedger } from "../ledger/ledger.ts";
import { type SegmentRow, readProgress } from "../own/progress.ts";
import type { Inspection, MigrationPlan, Step } from "../plan/plan-database.ts";
import type { Served } from "../rest/served.ts";
import { whereToGoOn } from "../own/resume.ts";
import { runFile } from "./run-file.ts";
import { type Beginning, begin } from "./begin.ts";
import { bySomebodyElse, oneApplier, saySomebodyElse } from "./second-applier.ts";
import { type Session, forgetSettings, prepareSession } from "./session-state.ts";
import { StatementFailed } from "./statement-failed.ts";
import { withSession } from "../connection/session.ts";
import { explained, readSqlError, sayError } from "../connection/sql-error.ts";
import type { PlanPart } from "../../../release/plan/plan.ts";
import type { Trial } from "../trial/trial.ts";
import { tryBefore } from "../trial/try-before.ts";
import { cancelOnStop } from "./stop.ts";
import { type HasEnded, takeTurn } from "./turn.ts";

type World = Pick<Runtime, "connect" | "context" | "clock" | "log" | "signal">;

interface Applying {
  readonly session: Session;
  readonly inputs: DatabaseInputs;
  readonly world: World;
  readonly inspection: Inspection;
  readonly journal: Journal;
  readonly guard: Guard;
  readonly release: string;
  /** Stands in each receipt: whoever goes back must find it. */
  readonly restorePoint?: string;
}

/** What the phase may write to, once it is let in. */
export interface Opened extends Pick<Entered, "journal" | "release"> {
  readonly hasEnded?: HasEnded;
  /** What was approved, with what its replay had shown. */
  readonly approved?: PlanPart | undefined;
  readonly restorePoint?: string | undefined;
}

export interface Applied {
  /** What was done beyond the plan and let pass, a line each. */
  readonly beyond: readonly string[];
  /** Versions that somebody else recorded before it was their turn here. */
  readonly bySomebodyElse: readonly string[];
  /** What REST served before the first file ran. */
  readonly served: Served;
  /** What came of the trial before, where one was asked for. */
  readonly trial?: Trial | undefined;
}

/**
 * Applies what is left of the plan, a file after the other, each with its row in the ledger and its receipt.
 * Only one migration of a database runs at a time. Another one that ended meanwhile may have done a part.
 * @throws {UserError} PR411 to PR420 saying what is applied and recorded, and what is not.
 */
export async function applyMigrations(
  inputs: DatabaseInputs,
  inspection: Inspection,
  plan: MigrationPlan,
  { journal, release, hasEnded, approved, restorePoint }: Opened,
  world: World,
): Promise<Applied> {
  const { steps } = plan;
  const { database, aside, close } = await connect(world, inputs);
  try {
    await takeTurn(world, database, inputs.turnWait, hasEnded);
    const session = await explained("The session cannot be set up", () => prepareSession(database, inputs));
    const turn = { session, inputs, inspection, release };
    const beginning = await explained("The ledger cannot be made or read", () => begin(turn, plan));
    const { pending, progress } = beginning;
    const come = { pending, finishedOf: finishedBy(inspection, progress) };
    const guard = await explained("The catalog cannot be read", () =>
      openGuard(world, session, aside, inputs, { ...plan, ...ours(inspection, plan, come) }),
    );
    const point = restorePoint === undefined ? {} : { restorePoint };
    const applying: Applying = { ...turn, world, journal, guard, ...point };
    const { done, others } = doneBefore(world, steps, beginning);
    const left = steps.filter(({ file }) => pending.has(file.version));
    const place = { session, aside, guard, approved, finishedOf: come.finishedOf };
    const trial = await tryBefore(place, inputs, left, { steps, done }, world);
    await applyPending(applying, steps, beginning);
    return { bySomebodyElse: others, beyond: guard.told(), served: beginning.served, trial };
  } catch (error) {
    throw world.signal.aborted && !(error instanceof Explainable)
      ? stopped({ steps, done: 0 }, world.signal)
      : error;
  } finally {
    await close();
  }
}

async function applyPending(applying: Applying, steps: readonly Step[], beginning: Beginning): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const standing = { steps, done: index };
    if (!beginning.pending.has(step.file.version)) continue;
    refuseStopped(applying.world, standing);
    await applyStep(applying, step, standing, beginning);
  }
}

/** How many files are recorded already, and which of them somebody else has recorded, which is said. */
function doneBefore({ log }: World, steps: readonly Step[], { pending, memory }: Beginning) {
  const done = steps.flatMap(({ file }) => (pending.has(file.version) ? [] : [file.version]));
  const others = bySomebodyElse(done, memory);
  if (others.length > 0) log.warn(saySomebodyElse(others));
  return { done: done.length, others };
}

/** What tells the guard that something is no effect on what was live. */
function ours(inspection: Inspection, plan: MigrationPlan, come: Come) {
  return { isOurs: madeBefore(inspection, plan, come), implied: impliedBy(inspection.parser) };
}

function finishedBy({ parser }: Inspection, progress: readonly SegmentRow[]): (step: Step) => number {
  return (step) => whereToGoOn(parser, step, progress).finished;
}

async function applyStep(
  applying: Applying,
  step: Step,
  standing: Standing,
  { progress, ledger, between }: Beginning,
): Promise<void> {
  const { session, inputs, world, journal, restorePoint } = applying;
  const point = restorePoint === undefined ? {} : { restorePoint };
  const { version, name, sha256, path } = step.file;
  const { head, strange } = await between.next().catch((error: unknown) => {
    throw unasked(error, path, standing);
  });
  if (strange.length > 0) throw refuseSecondApplier(strange, standing);
  await world.log.group(`${standing.done + 1} of ${standing.steps.length}: ${path}`, () =>
    journal.change(version, { before: { head, ...point }, intended: { version, sha256 } }, async () => {
      const limits = { what: path, attempts: inputs.lockAttempts, firstWait: inputs.lockWait };
      const began = world.clock.now();
      try {
        await retry(world, { ...limits, longestWait: 60_000, signal: world.signal }, async (number) => {
          if (number > 1) await forgetSettings(session);
          const begun = number === 1 ? progress : await readProgress(session.database);
          return attempt(applying, step, begun, between.commit);
        });
      } catch (error) {
        throw await failure(applying, step, standing, error);
      }
      ledger.wrote(version);
      world.log.info(`Applied and recorded in ${((world.clock.now() - began) / 1000).toFixed(1)} s.`);
      return { id: version, name };
    }),
  );
}

/** One try. A lock that was not to be had is worth another: what is done by then is not done again. */
async function attempt(
  { session, inputs, world, inspection, release, guard }: Applying,
  step: Step,
  progress: readonly SegmentRow[],
  commit: () => Promise<void>,
): Promise<{ value: true } | { again: unknown }> {
  const begun = whereToGoOn(inspection.parser, step, progress);
  const calm = cancelOnStop(world, session.pid, inputs.databaseUrl);
  const watch = guard.watch();
  try {
    world.signal.throwIfAborted();
    const run = { session, parser: inspection.parser, log: world.log, release, begun, commit };
    await runFile({ ...run, check: guard.checkOf(step) }, step);
    return { value: true };
  } catch (error) {
    if (!(error instanceof StatementFailed) || world.signal.aborted) throw error;
    const reason = busy(error, watch);
    if (!reason) throw error;
    return { again: reason };
  } finally {
    calm();
    await watch.end();
  }
}

/** Looks with a fresh eye: the connection may be what broke, and the server may have gone on. */
async function failure(
  { inputs, world, inspection }: Applying,
  step: Step,
  standing: Standing,
  error: unknown,
): Promise<Explainable> {
  const { version } = step.file;
  const seen = await withSession(world, inputs.databaseUrl, async (database) => ({
    recorded: (await readLedger(database)).some((row) => row.version === version),
    invalid: (await invalidIndexes(database)).filter((name) => !inspection.invalid.includes(name)),
    finished: (await readProgress(database)).filter((row) => row.version === version && row.finished).length,
  })).catch(() => ({ unseen: true }));
  const now = { ...standing, ...seen };
  const half = error instanceof StatementFailed && !wholeOf(step.execution);
  return world.signal.aborted && !half ? stopped(now, world.signal) : explainFailure(error, step, now);
}

/** Between two files nothing is under way, so that where it stands is known. */
function unasked(error: unknown, path: string, standing: Standing): Explainable {
  if (error instanceof Stopped) return error;
  const said = sentence(sayError(readSqlError(error)));
  return new UserError(
    "PR411",
    `Before ${path} the database could not be asked: ${said} ${remaining(standing)}`,
    "Nothing is half done: run this job again, and it continues where it stopped.",
    { cause: error },
  );
}

function refuseSecondApplier(strange: readonly string[], standing: Standing): UserError {
  return new UserError(
    "PR419",
    `Somebody else applies migrations to this database at the same time: ${strange.join(", ")} while this release had its turn. ${remaining(standing)}`,
    `${oneApplier} Then run this job again.`,
  );
}

function refuseStopped({ signal }: World, standing: Standing): void {
  if (signal.aborted) throw stopped(standing, signal);
}

function stopped(standing: Standing, { reason }: AbortSignal): Explainable {
  const fix = "Nothing is half done: run this job again, and it continues where it stopped.";
  return reason instanceof Stopped
    ? new Stopped(reason.code, `${reason.message} ${remaining(standing)}`, fix)
    : new UserError("PR413", `Stopped as asked. ${remaining(standing)}`, fix);
}
