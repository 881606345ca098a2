import { keepReliability } from "../../../scripts/reliability/keep.ts";
import type { Base } from "./base.ts";
import type { Came, Case } from "./case.ts";

export interface Result {
  readonly one: Case;
  readonly came: Came;
}

export function problemOf({ came }: Result): string | undefined {
  return "problem" in came ? came.problem : undefined;
}

/** How many of these were tried, and how. */
function counted(results: readonly Result[]): {
  readonly tried: number;
  readonly retried: number;
  readonly failed: number;
  readonly held: number;
} {
  const tried = results.filter(({ came }) => came.how !== "unmet");
  const held = tried.filter((one) => problemOf(one) === undefined);
  const of = (how: Came["how"]): number => held.filter(({ came }) => came.how === how).length;
  return { tried: tried.length, retried: of("retried"), failed: of("failed"), held: held.length };
}

/** The last line of every run. */
export function lastLine(results: readonly Result[]): string {
  const { tried, held } = counted(results);
  return `${tried} tried, ${held} held`;
}

/** What `docs/reliability.md` shows. */
export async function keep(
  { steps }: Base,
  results: readonly Result[],
  run: { readonly all: number; readonly command: string },
): Promise<void> {
  const { tried, held } = counted(results);
  const isWhole = results.length === run.all;
  const part = isWhole ? "all of them" : `a sample of ${results.length} of ${run.all}`;
  const rows = steps.map(({ name, calls }) => {
    const own = counted(results.filter(({ one }) => one.step.name === name));
    return [name, new Set(calls).size, own.tried, own.retried, own.failed, own.held].map(String);
  });
  await keepReliability("faults", {
    what: `every call of every phase meets every fault, ${part}`,
    command: run.command,
    tried,
    held,
    columns: ["phase", "calls", "tried", "went on", "failed with one message, then mended", "held"],
    rows,
    notes: [
      "Faults: refused, reset, stalled, delayed, truncated, 429 with and without Retry-After, 500, a 502 page, a page, an error in a 200, invalid JSON, the answer lost; and refused, 500, 429 from there on. PostgreSQL: refused, reset, stalled, delayed, truncated, the answer lost",
      "What a phase that failed has left was looked at from outside; then it was run again, or rolled back",
    ],
  });
}
