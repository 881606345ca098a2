import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { UserError, describe } from "../../kit/errors/user-error.ts";

/** PostgreSQL may meet the end of the disk in the middle of a page, and names no reason then. */
const ends = /ENOSPC|No space left on device|Check free disk space|wrote only \d+ of \d+ bytes/;

/** A full disk, in one line: whoever of the engines met it first says so in words of its own, among many others. */
export function diskFull(error: unknown): UserError | undefined {
  if (!ends.test(describe(error))) return undefined;
  const fix = "A rehearsal needs about 100 MB there: free some, or name another folder by TMPDIR.";
  return new UserError("PR501", `the disk of ${tmpdir()} is full.`, fix);
}

/** The folder for what is temporary, where it is not there. */
export function noTempFolder(): UserError | undefined {
  if (existsSync(tmpdir())) return undefined;
  const what = `there is no folder ${tmpdir()}, in which a rehearsal keeps its things.`;
  return new UserError("PR501", what, "Make it, or name another folder by TMPDIR.");
}
