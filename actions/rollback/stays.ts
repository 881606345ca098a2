import type { Json } from "../../kit/release/canonical.ts";
import type { Known } from "./learn.ts";

/** What a rollback does not touch, a line each: the database first, with the name of the point that a person could restore. */
export function stays({ changes }: Pick<Known, "changes">): string {
  const migrations = (changes ?? []).filter(({ receipt }) => receipt.phase === "migrate");
  const versions = migrations.map(({ receipt }) => receipt.component);
  const points = [...new Set(migrations.flatMap(({ receipt }) => pointIn(receipt.before)))];
  const schema = versions.length === 0 ? "" : ` (${versions.join(", ")} applied)`;
  return [
    `The schema${schema}: it never goes back by itself, and the former code works on it.`,
    ...points.map(
      (point) =>
        `Restore point ${point} is from before its migrations. Going back to it stops the project and loses what was written since: a person does that, in the dashboard under Database > Backups.`,
    ),
    ...(versions.length > 0 && points.length === 0
      ? ["No restore point was made (`restore-point` of migrate): a backup is all that the database has."]
      : []),
    "What users have written meanwhile, mails and webhooks that were sent, events that were counted.",
    "Secrets, and the host's variables that no `required-env` names.",
  ].join("\n");
}

function pointIn(before: Json): readonly string[] {
  const { restorePoint } = (before ?? {}) as { readonly restorePoint?: unknown };
  return typeof restorePoint === "string" ? [restorePoint] : [];
}
