import { setMaxListeners } from "node:events";

/**
 * A signal that ends after `ms`, or with any of the others. Not by `AbortSignal.any` and `AbortSignal.timeout`: what
 * these two make, Node 20's collector forgets, and of 50 requests to a server that says nothing 49 never ended.
 * `AbortSignal.any` of controllers' signals and of ours it keeps (a test calls the collector).
 */
export function endingAfter(ms: number, ...others: readonly (AbortSignal | undefined)[]): AbortSignal {
  const ending = new AbortController();
  const signals = others.filter((one) => one !== undefined);
  const over = (): void => end(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
  const passOn = ({ target }: Event): void => end((target as AbortSignal).reason);
  // Nothing waits for this time alone.
  const timer = setTimeout(over, ms);
  timer.unref();
  function end(reason: unknown): void {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener("abort", passOn);
    ending.abort(reason);
  }
  // Fifty calls at a time are no leak: each listens until its time is over.
  setMaxListeners(0, ...signals);
  const ended = signals.find(({ aborted }) => aborted);
  if (ended !== undefined) end(ended.reason);
  else for (const signal of signals) signal.addEventListener("abort", passOn);
  return ending.signal;
}
