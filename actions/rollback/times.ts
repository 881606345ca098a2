import type { Table } from "../../kit/action/report.ts";
import { overAt } from "./phases-seen.ts";
import type { End } from "./decide-end.ts";

/** When a rollback came to what, in ms since 1970. Null where it never came to it. */
export interface Times {
  /** When it could be known: the phase that says so ended, or a person started this run. */
  readonly detected: number;
  readonly decided: number;
  /** All of it is back; null also where all of it was back before. */
  readonly reverted: number | null;
  /** All of it was seen to be back, from outside. */
  readonly verified: number | null;
}

/** One of them as it is told: ISO 8601 in UTC, and milliseconds since the one before. */
export interface Moment {
  readonly moment: keyof Times;
  readonly at: string | null;
  readonly after: number | null;
}

const names = ["detected", "decided", "reverted", "verified"] as const;

/** When the phase ended that the decision is about, by GitHub's clock; else when this action began. */
export function detectedAt({ run, decision: { phase } }: End, began: number): number {
  const over = run === undefined || phase === undefined ? undefined : overAt(phase, run);
  // Of two clocks one is always ahead.
  return Math.min(began, over ?? began);
}

export function momentsOf(times: Times): readonly Moment[] {
  let before: number | null = null;
  return names.map((moment) => {
    const at = times[moment];
    const after = at === null || before === null ? null : at - before;
    before = at ?? before;
    return { moment, at: at === null ? null : new Date(at).toISOString(), after };
  });
}

/** «detected 10:00:00, decided 2.1 s later, reverted …» for a line of evidence. */
export function momentsLine(moments: readonly Moment[]): string {
  return moments
    .map(({ moment, at, after }) => {
      if (at === null) return `not ${moment}`;
      return after === null ? `${moment} ${at}` : `${moment} ${seconds(after)} later`;
    })
    .join(", ");
}

export function momentsTable(moments: readonly Moment[]): Table {
  const rows = moments.map(({ moment, at, after }) => [
    moment,
    at ?? "never",
    after === null ? "" : seconds(after),
  ]);
  return { title: "Time line", columns: ["moment", "when (UTC)", "after the one before"], rows };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
