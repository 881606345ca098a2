import { UserError } from "../../../errors/user-error.ts";
import { type Finding, thingSaid } from "../../../judge/finding.ts";

/** @throws {UserError} PR412 with all that is refused. */
export function refuseFindings(refused: readonly Finding[], pending: number): void {
  if (refused.length === 0) return;
  const lines = refused.map(
    ({ file, line, column, rule, thing, excerpt, why, safe }) =>
      `  - ${file}:${line}:${column} ${rule}: ${thingSaid({ thing })}${excerpt ? ` in \`${excerpt}\`` : ""}: ${why}. ${safe}`,
  );
  const broken = new Set(refused.map(({ file }) => file)).size;
  // No comment allows what nobody can read.
  const unreadable = refused.every(({ axes }) => axes.includes("invalid"));
  throw new UserError(
    "PR412",
    `${broken} of ${pending} pending migrations ${broken === 1 ? "is" : "are"} refused:\n${lines.join("\n")}`,
    unreadable
      ? "Correct what does not parse. Nothing was changed."
      : "Change the files; or allow a statement by a comment directly above it: `-- rollout-allow: <rule> <reason>`. Nothing was changed.",
  );
}
