import { UserError } from "../../../errors/user-error.ts";
import { excerptOf } from "../../../judge/place.ts";
import type { Statement } from "../../../judge/split.ts";
import type { Step } from "../plan/plan-database.ts";
import type { Session } from "./session-state.ts";
import { isNeeded, keptOf } from "./temporary.ts";

/**
 * Brings the session to where the finished segments of a file have left theirs: its settings, and temporary tables.
 * @throws {UserError} PR439 where what is left asks for a temporary table whose rows nobody can bring back.
 */
export async function setAgain(session: Session, step: Step, finished: number): Promise<void> {
  if (finished === 0) return;
  const { segments } = step.execution;
  const { again, lost } = keptOf(segments.slice(0, finished));
  // A file that is tried again in the same session still has what it made.
  const there = await ownThings(session, [...lost.keys(), ...again.flatMap(({ of }) => of ?? [])]);
  const left = segments.slice(finished);
  for (const [name, filledBy] of lost)
    if (!there.has(name) && isNeeded(name, left)) throw rowsAreGone(step, finished, name, filledBy);
  for (const { statement, of } of again)
    if (of === undefined || (!there.has(of) && !lost.has(of))) await session.database.script(statement.text);
}

/** Temporary tables and prepared statements of the session. */
async function ownThings({ database }: Session, names: readonly string[]): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const rows = await database.query(
    `select relname as name from pg_catalog.pg_class where relnamespace = pg_catalog.pg_my_temp_schema() and relname = any ($1::text[])
     union all select name from pg_catalog.pg_prepared_statements`,
    [names],
  );
  return new Set(rows.map(({ name }) => String(name)));
}

function rowsAreGone({ file }: Step, finished: number, name: string, { line, sql }: Statement): UserError {
  const many = finished === 1 ? "its first segment is" : `its first ${finished} segments are`;
  return new UserError(
    "PR439",
    `${file.path} has run in part (${many} done), and what is left asks for the temporary table ${name}, which went with the session that \`${excerptOf(sql)}\` (line ${line}) had filled. Nothing was changed now.`,
    `Begin what is left with \`create temporary table if not exists ${name} as …\`, in a way that is right also after what has run (what has run must stay as it is); or leave the table out of it. Then release again.`,
  );
}
