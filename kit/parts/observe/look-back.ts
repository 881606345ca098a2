import type { CountedFunction, Look, LogSource, Share } from "../../providers/logs/log-source.ts";
import type { Subject } from "./question.ts";

/** The time that is looked back on, in ms: `span` of it before `until`. */
export interface Before {
  readonly until: number;
  readonly span: number;
}

/**
 * Real attempts, and those that failed, of the time before a release: of the same functions, in whichever version was
 * live. Nothing is asked for where there is no time or no function.
 */
export async function lookBack(
  source: LogSource,
  subject: Subject,
  functions: readonly CountedFunction[],
  { until, span }: Before,
): Promise<Look<Share>> {
  if (span === 0 || functions.length === 0) return { value: { attempts: 0, failed: 0 } };
  const asked = functions.map(({ id, slug }) => ({ id, slug }));
  const look = await source.tally({ ...subject, functions: asked, from: until - span, until });
  return "value" in look ? { value: look.value.real } : look;
}
