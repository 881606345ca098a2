import type { Runtime } from "../../../action/runtime.ts";
import type { PlanPart } from "../../../release/plan/plan.ts";
import { type HeldLock } from "../../../shadow/locks.ts";
import { readSqlError } from "../connection/sql-error.ts";
import type { Aside } from "../guard/aside.ts";
import type { Guard } from "../guard/open-guard.ts";
import type { Step } from "../plan/plan-database.ts";
import { newMark } from "../own/mark.ts";
import type { Session } from "../run/session-state.ts";
import { StatementFailed } from "../run/statement-failed.ts";
import { sayLock, strongLocksNow, unshownLocks } from "./trial-locks.ts";
import { tryFile } from "./try-file.ts";
import { onlyTogether } from "./untriable.ts";

/** A file that was tried. */
export interface Tried {
  readonly version: string;
  readonly ms: number;
  /** Of these it holds locks until its COMMIT by which nobody may write. */
  readonly locks: readonly string[];
}

export interface Trial {
  readonly tried: readonly Tried[];
  /** What was not, and why; a sentence. */
  readonly untried: string | undefined;
}

/** Of the report. */
export function trialTable({ tried }: Trial) {
  return {
    title: "Tried in place, and rolled back",
    columns: ["version", "took", "holds until its COMMIT"],
    rows: tried.map(({ version, ms, locks }) => [
      version,
      `${(ms / 1000).toFixed(1)} s`,
      locks.join(", ") || "-",
    ]),
  };
}

export interface Place {
  readonly session: Session;
  readonly aside: Aside;
  readonly guard: Guard;
  /** What was approved, with what its replay had shown. */
  readonly approved: PlanPart | undefined;
  /** How many segments of a file are done: asked when its turn has come, since another attempt may have done some of them. */
  readonly finishedOf: (step: Step) => number;
}

type World = Pick<Runtime, "clock" | "log" | "signal">;

/** A file that failed in the trial. */
export class TrialFailed extends Error {
  readonly step: Step;

  constructor(step: Step, cause: unknown) {
    super(`${step.file.path} failed in the trial`, { cause });
    this.step = step;
  }
}

/**
 * Runs the files on the live database in one transaction, each compared with what was shown of it, and rolls all of it back.
 * @throws {TrialFailed}
 */
export async function tryInPlace(place: Place, steps: readonly Step[], world: World): Promise<Trial> {
  const { database } = place.session;
  const checkOf = place.guard.tries();
  const mark = newMark();
  const tried: Tried[] = [];
  let held: readonly string[] = [];
  let untried: string | undefined;
  try {
    for (const [index, step] of steps.entries()) {
      const finished = place.finishedOf(step);
      const check = checkOf(step);
      if (index === 0) {
        await check.begin();
        await database.script("begin");
      }
      const began = world.clock.now();
      untried = await tryOne(
        place,
        step,
        () => tryFile(place.session, { step, finished }, check, mark),
        world,
      );
      if (untried !== undefined) break;
      const ms = world.clock.now() - began;
      const locks = await strongLocksNow(database, place.aside, place.guard.horizon);
      const own = locks.filter((lock) => !held.includes(sayLock(lock)));
      sayUnshown(step, own, place.approved, world);
      tried.push({ version: step.file.version, ms, locks: own.map(sayLock) });
      held = locks.map(sayLock);
    }
    return { tried, untried };
  } finally {
    // What was prepared by name is no part of a transaction.
    await database.script("rollback; deallocate all").catch(() => undefined);
  }
}

/** Why it could not be tried behind the others, if so. */
async function tryOne(
  { session }: Place,
  step: Step,
  run: () => Promise<void>,
  { signal }: World,
): Promise<string | undefined> {
  try {
    signal.throwIfAborted();
    await run();
    return undefined;
  } catch (error) {
    const { code } = readSqlError(error instanceof StatementFailed ? error.cause : error);
    const why = signal.aborted ? undefined : onlyTogether(code);
    if (why === undefined) throw new TrialFailed(step, error);
    await session.database.script("rollback");
    return `${step.file.path} and what comes behind it could not be tried: ${why}.`;
  }
}

function sayUnshown(
  { file }: Step,
  locks: readonly HeldLock[],
  approved: PlanPart | undefined,
  { log }: World,
): void {
  const more = unshownLocks(file.path, locks, approved);
  if (more.length === 0) return;
  log.warn(
    `${file.path} holds ${more.map(sayLock).join(", ")} until its COMMIT, which its replay did not show.`,
    {
      file: file.path,
    },
  );
}
