import type { Runtime } from "../../../action/runtime.ts";
import type { LogSource, Question, Share } from "../../../providers/logs/log-source.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What one query of Supabase's may span, with room for what it rounds. */
const MOST = 23 * HOUR;
const SLOTS = 24;

/** Attempts over time, around the moment at which the release went live (ms since 1970). */
export interface Events {
  readonly since: number;
  /** One more than there are slots. */
  readonly edges: readonly number[];
  readonly slots: readonly Share[];
}

/** As much time before the release as after it, within what can be asked at once. Pure. */
export function edgesOf(since: number, until: number): readonly number[] {
  const after = Math.max(0, until - since);
  const before = Math.max(0, Math.min(Math.max(after, 10 * MINUTE), 12 * HOUR, MOST - after));
  const from = Math.max(since - before, until - MOST);
  const width = Math.max(1, Math.ceil((until - from) / SLOTS));
  return Array.from({ length: SLOTS + 1 }, (_, index) => from + index * width);
}

/**
 * Attempts by time, of whichever version was live, or nothing where the source cannot say: a picture is worth one
 * question and no waiting.
 */
export async function eventsAround(
  source: LogSource,
  question: Question,
  { log }: Pick<Runtime, "log">,
): Promise<Events | undefined> {
  if (source.timeline === undefined || question.functions.length === 0) return undefined;
  const edges = edgesOf(question.from, question.until);
  const functions = question.functions.map(({ id, slug }) => ({ id, slug }));
  const look = await source.timeline({ ...question, functions }, edges);
  if ("value" in look) return { since: question.from, edges, slots: look.value };
  log.info(`Attempts over time are not drawn: ${look.error.message}`);
  return undefined;
}
