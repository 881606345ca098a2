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
  throw new UserError(
    "PR412",
    `${broken} of ${pending} pending migrations ${broken === 1 ? "is" : "are"} refused:\n${lines.join("\n")}`,
    "Change the files; or allow a statement by a comment directly above it: `-- rollout-allow: <rule> <reason>`. Nothing was changed.",
  );
}
