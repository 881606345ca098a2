import { findingAt, type SqlFile } from "../finding.ts";
import type { ChangeSet, Found } from "../judge-runs.ts";
import { placeholder } from "../placeholder.ts";
import type { SplitFile } from "../split.ts";

/**
 * Placeholders that a template left as a whole value or name: PostgreSQL takes them, as they stand. Inside of a longer
 * text they may be meant, as in the template of a mail.
 */
export function checkPlaceholders(set: ChangeSet, file: SqlFile, split: SplitFile): readonly Found[] {
  if (file.text.search(placeholder) === -1) return [];
  return (set.parser.scan(file.text) ?? []).flatMap((token): readonly Found[] => {
    const inside = /^(?:'(.*)'|"(.*)")$/s.exec(split.text.slice(token.start, token.end));
    const value = inside?.[1] ?? inside?.[2] ?? "";
    const statement = split.statements.find(({ start, end }) => start <= token.start && token.start < end);
    if (value.replace(placeholder, "") !== "" || value === "" || !statement) return [];
    const place = { ...split.text.place(token.start), sql: statement.sql };
    return [{ statement, finding: findingAt(file, place, "template-placeholder", value, set.policy) }];
  });
}
