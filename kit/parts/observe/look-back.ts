import type { CountedFunction, Look, LogSource, Tally } from "../../providers/logs/log-source.ts";
import { noTally } from "../../providers/logs/tally.ts";
import type { Subject } from "./question.ts";

/** The time that is looked back on, in ms: `span` of it before `until`. */
export interface Before {
  readonly until: number;
  readonly span: number;
}

/**
 * What was counted in the time before a release: of the same functions, in whichever version was
 * live. Nothing is asked for where there is no time or no function.
 */
export async function lookBack(
  source: LogSource,
  subject: Subject,
  functions: readonly CountedFunction[],
  { until, span }: Before,
): Promise<Look<Tally>> {
  const ofNone = source.attributes === "function" && functions.length === 0;
  if (span === 0 || ofNone) return { value: noTally(subject) };
  const asked = functions.map(({ id, slug }) => ({ id, slug }));
  return await source.tally({ ...subject, functions: asked, from: until - span, until, before: true });
}
