import type { Runtime } from "../../action/runtime.ts";
import type { UserError } from "../../errors/user-error.ts";
import type { LogSource, Question, Tally } from "../../providers/logs/log-source.ts";
import { noTally } from "../../providers/logs/tally.ts";
import { tellWait } from "../../ports/tell-wait.ts";
import type { Verdict } from "../../release/verdict.ts";
import { checksOf, saying } from "./checks.ts";
import { judgeTally } from "./judge-tally.ts";
import type { Judging } from "./judging.ts";

/** What is watched, how it is judged, and how long (ms). */
export interface Watching {
  readonly question: Omit<Question, "until">;
  readonly judging: Omit<Judging, "last" | "elapsed">;
  readonly lag: number;
  readonly pollInterval: number;
  readonly window: number;
  readonly errorBudget: number;
}

/** One look, for the evidence: `until` in ms since 1970. `error` where nothing could be counted. */
export interface Seen {
  readonly until: number;
  readonly attempts?: number;
  readonly failed?: number;
  readonly error?: string;
}

export interface Watched {
  readonly verdict: Verdict;
  /** What the last good look counted. */
  readonly tally: Tally | undefined;
  readonly until: number;
  readonly looks: readonly Seen[];
}

type World = Pick<Runtime, "clock" | "log" | "signal">;

/**
 * Counts from the release's beginning, again and again, until the counts say pass or fail or the window is
 * over. Each look counts everything anew, so that late entries only revise what was known. Entries younger
 * than the lag are left to a later look.
 */
export async function watchRelease(watching: Watching, source: LogSource, world: World): Promise<Watched> {
  const { clock, log, signal } = world;
  const deadline = clock.now() + watching.window;
  const tell = tellWait(world, deadline);
  const looks: Seen[] = [];
  let tally: Tally | undefined;
  let open = "";
  for (let failures = 0; ;) {
    const now = clock.now();
    const until = Math.max(watching.question.from, now - watching.lag);
    // Before the first entry can have arrived there is nothing to ask.
    const asks = until > watching.question.from;
    const look = asks
      ? await source.tally({ ...watching.question, until })
      : { value: noTally(watching.question) };
    let wait = 0;
    if ("value" in look) {
      failures = 0;
      tally = look.value;
      if (asks) looks.push({ until, ...tally.real });
      const elapsed = until - watching.question.from;
      const verdict = judgeTally(tally, { ...watching.judging, elapsed, last: now >= deadline });
      if (verdict) return { verdict, tally, until, looks };
      const says = sayOpen(tally, elapsed, watching);
      if (asks) open = says;
      tell("the counts have a verdict", says);
    } else {
      failures += 1;
      looks.push({ until, error: look.error.message });
      log.info(
        `Nothing was counted (${failures} of ${watching.errorBudget} in a row): ${look.error.message}`,
      );
      if (look.final || failures >= watching.errorBudget)
        return { verdict: giveUp(look.error, failures, open, tally), tally, until, looks };
      wait = look.wait;
    }
    const left = deadline - clock.now();
    const interval = left > 0 ? Math.min(watching.pollInterval, left) : watching.pollInterval;
    await clock.sleep(Math.max(1, wait, interval), signal);
  }
}

function giveUp(error: UserError, failures: number, seen: string, tally: Tally | undefined): Verdict {
  return {
    verdict: "error",
    x: tally?.real.failed ?? 0,
    n: tally?.real.attempts ?? 0,
    reason: `${error.code}: The logs could not be counted, ${failures} times in a row: ${error.message}${seen === "" ? "" : `${error.message.endsWith(".") ? "" : "."} ${seen}`}`,
    next: error.fix,
  };
}

/** What the last good look left open. */
function sayOpen(tally: Tally, elapsed: number, { judging }: Watching): string {
  const checks = checksOf(tally, { ...judging, elapsed });
  const absent = Object.entries(tally.events)
    .filter(([, { attempts }]) => attempts < judging.minEvents)
    .map(([name]) => name);
  const more = absent.length === 0 ? "" : ` ${absent.join(", ")} was not logged yet.`;
  return `So far: ${saying(checks, "open") || saying(checks, "pass")}${more}`;
}
