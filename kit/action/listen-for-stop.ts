import { UserError } from "../errors/user-error.ts";

/** What a work that can be stopped listens to, and how to end the listening. */
export interface StopListener {
  readonly signal: AbortSignal;
  forget(): void;
}

/**
 * The runner's SIGINT asks the work to end by itself. A second signal (GitHub sends SIGTERM 7.5 s later, and
 * kills after 2.5 s more) or a rejection that nobody caught ends the process, but first says why by `fail`.
 */
export function listenForStop(fail: (thrown: unknown) => Promise<void>): StopListener {
  const stop = new AbortController();
  const giveUp = (thrown: unknown): void => {
    forget();
    void fail(thrown).finally(() => process.exit(1));
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stop.signal.aborted) giveUp(stop.signal.reason);
    else stop.abort(stopRequested(signal));
  };
  const forget = (): void => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.removeListener(name, onSignal);
    process.removeListener("unhandledRejection", giveUp);
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, onSignal);
  process.on("unhandledRejection", giveUp);
  return { signal: stop.signal, forget };
}

function stopRequested(signal: NodeJS.Signals): UserError {
  return new UserError(
    "PR503",
    `The runner asked this job to stop (${signal}): somebody cancelled the run, or its time was over.`,
    "Look at the record and at the lines above for what was changed already; a re-run of this job goes on from there.",
  );
}
