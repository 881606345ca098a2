import { UserError } from "../../../errors/user-error.ts";
import type { SegmentRow } from "../own/progress.ts";
import { ownSchema } from "../own/own-schema.ts";

type Noted = Pick<SegmentRow, "version" | "segment" | "statement" | "release">;

/** What commits as it goes was cut off: what it had committed is there, and only a person can tell what is left. */
export function notAgain(row: Noted): UserError {
  return new UserError(
    "PR439",
    `${row.version} was begun before (${row.release}) and did not come to the end of \`${row.statement}\`, which commits as it goes: a part of it may be done, and nobody can tell which. It was not run again; nothing was changed now.`,
    tellOnce(row),
  );
}

/** How a person says what became of it. */
export function tellOnce({ version, segment }: Pick<Noted, "version" | "segment">): string {
  const where = `where version = '${version.replaceAll("'", "''")}' and segment = ${segment}`;
  return `See what of it is done. If it may run from its beginning: \`delete from ${ownSchema}.segments ${where}\`. If all of it is done: \`update ${ownSchema}.segments set finished = now() ${where}\`. Or write into the file what is left to do instead of it. Then run this job again.`;
}
