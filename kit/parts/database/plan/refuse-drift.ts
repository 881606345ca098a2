import { UserError } from "../../../errors/user-error.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";
import type { DatabaseInputs } from "../inputs.ts";
import type { Comparison } from "../ledger/compare-ledger.ts";

/** @throws {UserError} PR102 where an input names a version that no file has. */
export function refuseUnknownFrom(
  {
    from,
    adopt,
    directory,
  }: Pick<DatabaseInputs, "from" | "directory"> & Partial<Pick<DatabaseInputs, "adopt">>,
  files: readonly MigrationFile[],
): void {
  for (const [input, value] of Object.entries({ from, adopt })) {
    if (value === undefined || files.some(({ version }) => version === value)) continue;
    throw new UserError(
      "PR102",
      `\`${input}: "${value}"\` is not the version of any file in ${directory}.`,
      `Write it in quotes as in the file's name; the last one is ${files.at(-1)?.version ?? "(there is none)"}.`,
    );
  }
}

/** @throws {UserError} PR414 with all that is wrong. */
export function refuseDrift({ drift }: Comparison): void {
  if (drift.length === 0) return;
  throw new UserError(
    "PR414",
    `The ledger and the files disagree:\n${drift.map((line) => `  - ${line}`).join("\n")}`,
    "Mend each line above; nothing was changed.",
  );
}
