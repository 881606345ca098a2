import { findingAt, type SqlFile } from "../finding.ts";
import type { ChangeSet, Found } from "../judge-runs.ts";
import { placeholder } from "../placeholder.ts";
import type { Token } from "../parser.ts";
import { scanInParts } from "../scan-in-parts.ts";
import type { SplitFile } from "../split.ts";

/**
 * Placeholders that a template left as a whole value or name: PostgreSQL takes them, as they stand. Inside of a longer
 * text they may be meant, as in the template of a mail; and so are those beside such a text, in the same statement.
 */
export function checkPlaceholders(set: ChangeSet, file: SqlFile, split: SplitFile): readonly Found[] {
  if (file.text.search(placeholder) === -1) return [];
  const isMarked = (token: Token): boolean => token.text.search(placeholder) !== -1;
  const texts = scanInParts(set.parser, split.text, split.statements, isMarked).flatMap((token) => {
    const inside = /^(?:'(.*)'|"(.*)")$/s.exec(split.text.slice(token.start, token.end));
    const value = inside?.[1] ?? inside?.[2] ?? "";
    if (value.search(placeholder) === -1) return [];
    const statement = split.statements.find(({ start, end }) => start <= token.start && token.start < end);
    return statement ? [{ statement, value, start: token.start, rest: value.replace(placeholder, "") }] : [];
  });
  const written = new Set(texts.filter(({ rest }) => rest !== "").map(({ statement }) => statement));
  return texts.flatMap(({ statement, value, start, rest }): readonly Found[] => {
    if (rest !== "" || written.has(statement)) return [];
    const place = { ...split.text.place(start), sql: statement.sql };
    return [{ statement, finding: findingAt(file, place, "template-placeholder", value, set.policy) }];
  });
}
