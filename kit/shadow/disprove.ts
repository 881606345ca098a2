import type { ObjectType } from "libpg-query";
import type { Finding, SqlFile } from "../judge/finding.ts";
import type { SqlParser } from "../judge/parser.ts";
import type { Concern } from "../judge/rule.ts";
import type { RuleId } from "../judge/rules.ts";
import { type SplitFile, type Statement, splitFile } from "../judge/split.ts";
import { as } from "../judge/walk.ts";
import { namesOneOf } from "./assume/doubt.ts";
import { axisOf } from "./axis.ts";
import { mostStatements } from "./look.ts";
import type { ShadowFacts } from "./replay.ts";

/** Rules about what the catalog shows as a whole: where it shows no loss, there is none. */
const shown: ReadonlySet<RuleId> = new Set<RuleId>([
  "drop-table",
  "drop-column",
  "drop-type-columns",
  "drop-generated-column",
  "drop-view",
  "drop-function",
  "drop-type",
  "drop-sequence",
  "drop-policy",
  "rename-table",
  "rename-column",
  "alter-column-type",
  "set-not-null",
  "lose-grants",
  "regain-grants",
]);

/**
 * Whether a replay can show that the finding is none. What a body does may depend on rows, and a shadow has none: only
 * statements of the file itself count. What a person has allowed stays allowed, and told.
 */
function canBeDisproved({ rule, waived }: Finding, { node }: Pick<Statement, "node">): boolean {
  // What a domain refuses, its columns do not show.
  if ("AlterDomainStmt" in node) return false;
  // How values of a type are kept is not for a catalog to say.
  if (as(node, "AlterTableStmt")?.objtype === "OBJECT_TYPE") return false;
  if (waived !== undefined || "DoStmt" in node || "SelectStmt" in node || "CallStmt" in node) return false;
  if (shown.has(rule)) return true;
  if (rule === "drop-trigger") return as(node, "DropStmt")?.removeType === "OBJECT_TRIGGER";
  if (rule === "move-schema") return isInCatalog(as(node, "AlterObjectSchemaStmt")?.objectType);
  if (rule === "rename-other") {
    const kind = as(node, "RenameStmt")?.renameType;
    return kind === "OBJECT_TYPE" || kind === "OBJECT_FUNCTION" || kind === "OBJECT_DOMAIN";
  }
  return rule === "revoke" && isOnWholeObjects(node);
}

/** Operators, collations, extensions and the like are in no catalog that is compared. */
function isInCatalog(kind: ObjectType | undefined): boolean {
  const kinds = ["TABLE", "FOREIGN_TABLE", "VIEW", "MATVIEW", "SEQUENCE", "FUNCTION", "PROCEDURE", "ROUTINE"];
  return [...kinds, "AGGREGATE", "TYPE", "DOMAIN"].some((one) => kind === `OBJECT_${one}`);
}

/** Rights on columns, schemas, functions of triggers and what is made later are in no catalog that is compared. */
function isOnWholeObjects(node: Statement["node"]): boolean {
  const grant = as(node, "GrantStmt");
  const kinds = ["OBJECT_TABLE", "OBJECT_SEQUENCE"];
  return (
    kinds.includes(grant?.objtype ?? "") &&
    (grant?.privileges ?? []).every((one) => (as(one, "AccessPriv")?.cols ?? []).length === 0)
  );
}

/** What a statement names must be on the shadow as it is live. */
export type IsAlike = (statement: Statement, rule: RuleId) => boolean;

/**
 * Findings of the text, of one file, that its replay disproves: at their statement nothing that is live has changed on
 * any of their axes. What was there before and is there again in the same way is no loss, nor is what was never there.
 */
export function disprovedIn(
  parser: SqlParser,
  file: SqlFile,
  seen: ShadowFacts,
  findings: readonly Finding[],
  isAlike: IsAlike = () => true,
): readonly Finding[] {
  const split = splitFile(parser, file.text);
  if ("message" in split || "unverified" in seen || !seen.sure) return [];
  // Of a file that is too long, nobody has looked at which statement it was.
  if (split.statements.length > mostStatements) return [];
  return findings.filter((finding) => {
    if (finding.file !== file.path) return false;
    const index = statementAt(split, finding);
    const statement = split.statements[index];
    if (!statement || !canBeDisproved(finding, statement) || isInDoubt(seen.doubted, statement)) return false;
    const hurt = new Set<Concern>(
      seen.facts.filter((fact) => fact.statement === index).map(({ kind }) => axisOf(kind)),
    );
    return !finding.axes.some((axis) => hurt.has(axis)) && isAlike(statement, finding.rule);
  });
}

/** What is only assumed proves nothing, nor does what may hang on it. */
export function isInDoubt(
  doubted: readonly string[],
  { node, sql }: Pick<Statement, "node" | "sql">,
): boolean {
  if (doubted.length === 0) return false;
  return as(node, "DropStmt")?.behavior === "DROP_CASCADE" || namesOneOf(doubted, sql);
}

/** The statement in which a finding is, which may point into a body; -1 for none. */
export function statementAt(
  { statements }: SplitFile,
  { line, column }: Pick<Finding, "line" | "column">,
): number {
  return statements.findLastIndex(
    (place) => line > place.line || (line === place.line && column >= place.column),
  );
}
