import { describe } from "../errors/user-error.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

/** What one attempt came to: a value, or a failure that may be tried again after at least `wait` ms. */
export type Attempt<T> = { readonly value: T } | { readonly again: unknown; readonly wait?: number };

export interface RetryOptions {
  readonly what: string;
  readonly attempts: number;
  /** First wait in ms; doubles each time, plus up to a quarter of jitter. */
  readonly firstWait: number;
  /** The longest that is waited by our own reckoning; what a service asks for may be more. */
  readonly longestWait: number;
  readonly signal?: AbortSignal;
  /** 0 to 1, for the jitter. */
  readonly random?: () => number;
}

/**
 * Tries until an attempt has a value. Logs one line an attempt with its number, the reason and the wait.
 * @throws whatever the last attempt gave as `again`; a throwing attempt is not tried again.
 */
export async function retry<T>(
  { clock, log }: { clock: Clock; log: Log },
  options: RetryOptions,
  attempt: (number: number) => Promise<Attempt<T>>,
): Promise<T> {
  for (let number = 1; ; number += 1) {
    const result = await attempt(number);
    if ("value" in result) return result.value;
    if (number >= options.attempts) throw result.again;
    const wait = Math.max(result.wait ?? 0, Math.min(options.longestWait, backOff(options, number)));
    log.info(
      `${options.what}: attempt ${number} of ${options.attempts} failed: ${describe(result.again).replace(/\.$/, "")}. ` +
        `Trying again in ${(wait / 1000).toFixed(1)} s.`,
    );
    await clock.sleep(wait, options.signal);
  }
}

function backOff({ firstWait, random = Math.random }: RetryOptions, number: number): number {
  return firstWait * 2 ** (number - 1) * (1 + random() / 4);
}
