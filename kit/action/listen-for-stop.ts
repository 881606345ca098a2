import { Stopped } from "../errors/user-error.ts";

/** What a work that can be stopped listens to, and how to end the listening. */
export interface StopListener {
  readonly signal: AbortSignal;
  /** Asks the work to end when its own time is over; `why` is asked then. */
  endAfter(ms: number, why: () => Stopped): void;
  /** The work has ended, well or not: whatever it has left at work ends now, and is no longer of interest. */
  over(): void;
}

/** GitHub sends SIGTERM 7.5 s after its SIGINT, and kills 2.5 s later: by then all must be said. */
const patience = 6000;

/** Of its own limit an action keeps within five seconds; what it has started is killed after three and a half. */
const patienceAtLimit = 4500;

/** The longest that a timer can be told to wait. */
const longest = 2 ** 31 - 1;

/**
 * The runner's SIGINT, or the end of its own time, asks the work to end by itself. When it does not within
 * `patience`, at a second signal, or at a rejection that nobody caught, the process is ended; but first it says
 * why by `fail`.
 */
export function listenForStop(fail: (thrown: unknown) => Promise<void>): StopListener {
  const stop = new AbortController();
  const giveUp = (thrown: unknown): void => {
    forget();
    void fail(thrown).finally(() => process.exit(1));
  };
  const timers: NodeJS.Timeout[] = [];
  const ask = (why: Stopped, within = patience): void => {
    stop.abort(why);
    timers.push(setTimeout(() => giveUp(why), within).unref());
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stop.signal.aborted) giveUp(stop.signal.reason);
    else ask(stopRequested(signal));
  };
  const endAfter: StopListener["endAfter"] = (ms, why) => {
    const over = (): void => void (stop.signal.aborted || ask(why(), patienceAtLimit));
    timers.push(setTimeout(over, Math.min(ms, longest)).unref());
  };
  const forget = (): void => {
    for (const timer of timers) clearTimeout(timer);
    for (const name of ["SIGINT", "SIGTERM"] as const) process.removeListener(name, onSignal);
    process.removeListener("unhandledRejection", giveUp);
  };
  const over = (): void => {
    forget();
    // What a straggler throws changes nothing of what was done and said.
    process.on("unhandledRejection", () => undefined);
    stop.abort();
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, onSignal);
  process.on("unhandledRejection", giveUp);
  return { signal: stop.signal, endAfter, over };
}

function stopRequested(signal: NodeJS.Signals): Stopped {
  return new Stopped(
    "PR503",
    `The runner asked this job to stop (${signal}): somebody cancelled the run, or its time was over.`,
    "Look at the record and at the lines above for what was changed already; a re-run of this job goes on from there.",
  );
}
