import type { Runtime } from "../../../action/runtime.ts";
import { Explainable, Stopped, UserError } from "../../../errors/user-error.ts";
import type { Database } from "../../../ports/database.ts";
import { retry } from "../../../ports/retry.ts";
import type { Journal } from "../../../release/journal.ts";
import { compareLedger } from "../ledger/compare-ledger.ts";
import { HeldOthersUp } from "../guard/held-others-up.ts";
import { type Guard, openGuard } from "../guard/open-guard.ts";
import type { Watch } from "../guard/watchdog.ts";
import { type Standing, explainFailure, remaining } from "./explain-failure.ts";
import type { DatabaseInputs } from "../inputs.ts";
import { ensureLedger, invalidIndexes, readHead, readLedger } from "../ledger/ledger.ts";
import { type Inspection, type MigrationPlan, type Step, refuseDrift } from "../plan/plan-database.ts";
import { StatementFailed, runFile } from "./run-file.ts";
import { openSession, withSession } from "../connection/session.ts";
import { explained, lockNotAvailable, queryCanceled, readSqlError } from "../connection/sql-error.ts";
import { cancelOnStop } from "./stop.ts";
import { takeTurn } from "./turn.ts";

type World = Pick<Runtime, "connect" | "context" | "clock" | "log" | "signal">;

interface Session {
  readonly database: Database;
  readonly inputs: DatabaseInputs;
  readonly world: World;
  readonly inspection: Inspection;
  readonly journal: Journal;
  readonly guard: Guard;
}

/**
 * Applies what is left of the plan, a file after the other, each with its row in the ledger and its receipt.
 * Only one migration of a database runs at a time. Another one that ended meanwhile may have done a part.
 * @throws {UserError} PR411 to PR415 saying what is applied and recorded, and what is not.
 */
export async function applyMigrations(
  inputs: DatabaseInputs,
  inspection: Inspection,
  { steps }: MigrationPlan,
  journal: Journal,
  world: World,
): Promise<void> {
  const database = await openSession(world, inputs.databaseUrl);
  const guard = await openGuard(world, database, inputs);
  const session: Session = { database, inputs, world, inspection, journal, guard };
  try {
    await takeTurn(world, database, inputs.turnWait);
    const pending = await explained("The ledger cannot be made or read", async () => {
      await ensureLedger(database);
      return await stillPending(session);
    });
    for (const [index, step] of steps.entries()) {
      const standing = { steps, done: index };
      if (!pending.has(step.file.version)) continue;
      refuseStopped(world, standing);
      await applyStep(session, step, standing);
    }
  } catch (error) {
    throw world.signal.aborted && !(error instanceof Explainable)
      ? stopped({ steps, done: 0 }, world.signal)
      : error;
  } finally {
    await guard.close();
    await database.close().catch(() => undefined);
  }
}

/** The ledger again, now that nobody else writes it. */
async function stillPending({ database, inputs, inspection }: Session): Promise<ReadonlySet<string>> {
  const rows = await readLedger(database);
  const compared = compareLedger(inspection.parser, inspection.files, rows, inputs, inspection.known);
  refuseDrift(compared);
  return new Set(compared.pending.map(({ version }) => version));
}

async function applyStep(session: Session, step: Step, standing: Standing): Promise<void> {
  const { database, inputs, world, journal } = session;
  const { version, name, sha256, path } = step.file;
  const head = await readHead(database);
  await world.log.group(`${standing.done + 1} of ${standing.steps.length}: ${path}`, () =>
    journal.change(version, { before: { head }, intended: { version, sha256 } }, async () => {
      const limits = { what: path, attempts: inputs.lockAttempts, firstWait: inputs.lockWait };
      const began = world.clock.now();
      try {
        await retry(world, { ...limits, longestWait: 60_000, signal: world.signal }, () =>
          attempt(session, step),
        );
      } catch (error) {
        throw await failure(session, step, standing, error);
      }
      world.log.info(`Applied and recorded in ${((world.clock.now() - began) / 1000).toFixed(1)} s.`);
      return { id: version, name };
    }),
  );
}

/** One try. A lock that was not to be had for long enough is worth another, as long as nothing of the file stays. */
async function attempt(
  { database, inputs, world, guard }: Session,
  { file, pieces, execution }: Step,
): Promise<{ value: true } | { again: unknown }> {
  const row = { version: file.version, name: file.name, statements: pieces };
  const calm = await cancelOnStop(world, database, inputs.databaseUrl);
  // What does not run in one transaction cannot be undone by ending it.
  const watch = execution.mode === "transaction" ? guard.watch() : undefined;
  try {
    world.signal.throwIfAborted();
    await runFile(database, execution, row, inputs);
    return { value: true };
  } catch (error) {
    if (!(error instanceof StatementFailed) || world.signal.aborted) throw error;
    const reason = busy(error, watch);
    if (!reason || !error.undone) throw reason ?? error;
    return { again: reason };
  } finally {
    calm();
    await watch?.end();
  }
}

/** Undefined where it is not the others for whom it failed. */
function busy(error: StatementFailed, watch: Watch | undefined): Error | undefined {
  const { code } = readSqlError(error.cause);
  const stall = watch?.stall();
  if (stall && code === queryCanceled) return new HeldOthersUp(stall, error);
  return code === lockNotAvailable ? error : undefined;
}

/** Looks with a fresh eye: the connection may be what broke, and the server may have gone on. */
async function failure(
  { inputs, world, inspection }: Session,
  step: Step,
  standing: Standing,
  error: unknown,
): Promise<Explainable> {
  const seen = await withSession(world, inputs.databaseUrl, async (database) => ({
    recorded: (await readLedger(database)).some(({ version }) => version === step.file.version),
    invalid: (await invalidIndexes(database)).filter((name) => !inspection.invalid.includes(name)),
  })).catch(() => ({}));
  const now = { ...standing, ...seen };
  const half = error instanceof StatementFailed && !error.undone;
  return world.signal.aborted && !half ? stopped(now, world.signal) : explainFailure(error, step, now);
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
