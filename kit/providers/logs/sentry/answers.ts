import type { Share } from "../log-source.ts";
import { countFrom } from "../whole.ts";
import { fieldsOf } from "../../../ports/json-object.ts";

/** How a session can have ended, as Sentry calls it. */
export const statuses = ["healthy", "errored", "unhandled", "abnormal", "crashed"] as const;

/** Sessions by status. Undefined for a status that comes twice or that nobody knows: then nothing is certain of the rest. */
export function sessionsFrom(json: unknown, failing: readonly string[]): Share | undefined {
  const { groups } = fieldsOf(json);
  if (!Array.isArray(groups)) return undefined;
  const counts = new Map<string, number>();
  for (const group of groups) {
    const { by, totals } = fieldsOf(group);
    const status = fieldsOf(by)["session.status"];
    const count = countFrom(fieldsOf(totals)["sum(session)"]);
    if (typeof status !== "string" || count === undefined || counts.has(status)) return undefined;
    if (!(statuses as readonly string[]).includes(status)) return undefined;
    counts.set(status, count);
  }
  const of = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  return { attempts: of([...counts.keys()]), failed: of(failing) };
}

/** The one number of a table with one row; undefined where there is none, or more. */
export function errorsFrom(json: unknown): unknown {
  const { data } = fieldsOf(json);
  return Array.isArray(data) && data.length === 1 ? fieldsOf(data[0])["count()"] : undefined;
}
