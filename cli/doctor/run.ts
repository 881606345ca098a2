import type { Runtime } from "../../kit/action/runtime.ts";
import type { Log } from "../../kit/ports/log.ts";
import { type Answer, type Check, type Told, failed, noAnswer } from "./check.ts";

/** The lines of one question, under its heading. */
export interface Row {
  readonly group: string;
  readonly told: readonly Told[];
}

/** Told of every question that begins and ends, for whoever shows how far it is. */
export interface Watcher {
  readonly begun: (check: Check) => void;
  readonly ended: (check: Check) => void;
}

export interface Running {
  /** Milliseconds that one question may take. */
  readonly deadline: number;
  /** The world of one question, which ends with `signal`. */
  readonly world: (signal: AbortSignal, log: Log) => Runtime;
  readonly watcher: Watcher;
}

/** Asks everything at once, each question within its deadline; gives the rows in the order of the questions. */
export async function runChecks(checks: readonly Check[], running: Running): Promise<readonly Row[]> {
  const all = await Promise.all(checks.map((check) => runOne(check, running)));
  return all.flat();
}

async function runOne(check: Check, running: Running): Promise<readonly Row[]> {
  running.watcher.begun(check);
  const { told, next = [] } = await answered(check, running);
  running.watcher.ended(check);
  const own = { group: check.group, told };
  return [own, ...(await runChecks(next, running))];
}

async function answered(check: Check, { deadline, world }: Running): Promise<Answer> {
  const over = new AbortController();
  const log = lastSaid();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = noAnswer(check.what, deadline, log.last());
      over.abort(error);
      reject(error);
    }, deadline);
  });
  try {
    return await Promise.race([check.ask(world(over.signal, log)), late]);
  } catch (error) {
    return { told: [failed(check.what, error), ...(check.otherwise ?? [])] };
  } finally {
    clearTimeout(timer);
    // What is still open, or would be tried again, has nobody to tell.
    over.abort();
  }
}

/** A log that says nothing to anybody, and knows what was said last: why a question takes so long. */
function lastSaid(): Log & { readonly last: () => string | undefined } {
  let last: string | undefined;
  const keep = (text: string): void => {
    last = text;
  };
  return {
    info: keep,
    debug: () => undefined,
    notice: keep,
    warn: keep,
    error: keep,
    group: (_, work) => work(),
    last: () => last,
  };
}
