import type { Context } from "../hit.ts";
import { partsOf } from "../names.ts";
import { as } from "../walk.ts";

type Outlook = Pick<Context, "later" | "finalName" | "renamedTo" | "catalog" | "known">;

/** Whether an enum that is renamed out of the way or dropped comes back under its name with all of its labels. */
export function comesBack(type: string, context: Outlook): boolean {
  const labels = context.catalog.labels(type);
  if (!labels) return false;
  const name = context.known.origin(`type ${type}`);
  const has = labelsOf(name, context);
  return has !== undefined && labels.every((label) => has.includes(label));
}

/** Whether a column goes from an enum to the one that takes its name, with all of its labels. */
export function succeeds(from: string, to: string, context: Outlook): boolean {
  const [had, has] = [context.catalog.labels(from), context.catalog.labels(to)];
  if (!had || !has || !had.every((label) => has.includes(label))) return false;
  return context.known.origin(`type ${from}`) === context.finalName(`type ${to}`);
}

/** The labels that the enum of that name has once the file has run: made there, or renamed to it. */
function labelsOf(key: string, context: Outlook): readonly string[] | undefined {
  const made = as(context.later(key), "CreateEnumStmt");
  if (made) return partsOf(made.vals);
  const now = context.catalog.labels(key.slice("type ".length));
  if (now && context.known.has(key)) return now;
  const from = context.renamedTo(key);
  return from === undefined ? undefined : context.catalog.labels(from.slice("type ".length));
}
