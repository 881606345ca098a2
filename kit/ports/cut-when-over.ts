import { Stopped } from "../errors/user-error.ts";

/** What a session has to end in good order when its job is asked to stop: a cancelled statement, a look at the ledger. */
const grace = 2000;

/** Listens until it is told to forget. */
export interface Cutter {
  /** Why it was cut; undefined while it was not. */
  why(): unknown;
  forget(): void;
}

/**
 * Cuts a connection whose other end may never answer: at once where the work is over and nobody waits for it, a little
 * later where the job was asked to stop. One that is opened after that, to see what came of it, has as long.
 */
export function cutWhenOver(signal: AbortSignal | undefined, cut: () => void): Cutter {
  let why: unknown;
  let timer: NodeJS.Timeout | undefined;
  const now = (): void => {
    why = signal?.reason;
    cut();
  };
  const over = (): void => {
    clearTimeout(timer);
    if (signal?.reason instanceof Stopped) timer = setTimeout(now, grace).unref();
    else now();
  };
  if (signal?.aborted) over();
  signal?.addEventListener("abort", over, { once: true });
  return {
    why: () => why,
    forget: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", over);
    },
  };
}
