import { Explainable, UserError, describe } from "./user-error.ts";

/** What of anything that was thrown a user can mend; undefined for a bug of ours. */
export function mendable(thrown: unknown): Explainable | undefined {
  return thrown instanceof Explainable ? thrown : ofTheMachine(thrown);
}

/** What the file system says, whoever asked it: a full disk, or a path that may not be used as it is. */
function ofTheMachine(thrown: unknown): UserError | undefined {
  const { code, path } = (thrown ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  if (typeof code !== "string") return undefined;
  if (["ENOSPC", "EDQUOT", "EROFS"].includes(code)) {
    const message = `The disk is full or cannot be written: ${describe(thrown)}`;
    return new UserError("PR501", message, "Free space on the runner and run again.");
  }
  if (typeof path !== "string" || !["EACCES", "EPERM", "EISDIR", "ENOTDIR", "ELOOP"].includes(code))
    return undefined;
  return new UserError(
    "PR105",
    `${path} cannot be used: ${describe(thrown)}`,
    "Correct what the repository or the runner has there: its kind, its permissions, or the path that leads to it.",
  );
}
