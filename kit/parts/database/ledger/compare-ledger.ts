import { isTooLarge } from "../../../judge/finding.ts";
import type { SqlParser } from "../../../judge/parser.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";
import { type Memory, noMemory } from "../own/memory.ts";
import { type LedgerRow, recordedDigest } from "./ledger.ts";
import { byBytes } from "../files/order-files.ts";

/** How files and ledger stand to each other. */
export interface Comparison {
  /** The newest recorded version. */
  readonly head: string | null;
  readonly pending: readonly MigrationFile[];
  readonly applied: readonly MigrationFile[];
  /** Recorded versions without a file that releases of this suite have applied: the schema never goes back. */
  readonly ahead: readonly string[];
  /** Applied files that are taken as they are from now on. */
  readonly adopting: readonly Adopting[];
  /** Why nothing may be applied, a sentence each with what to do. */
  readonly drift: readonly string[];
  /** What could not be compared. */
  readonly unverified: readonly string[];
}

/** An applied file of before this suite came. `edited`: the ledger keeps another text; else it keeps none. */
export interface Adopting {
  readonly file: MigrationFile;
  readonly edited: boolean;
}

export interface Allowed {
  readonly from: string | undefined;
  readonly outOfOrder: readonly string[];
  /** Up to this version, files are taken as they are unless this suite has applied or adopted them. */
  readonly adopt?: string | undefined;
}

function newestOf(rows: readonly LedgerRow[]): string | null {
  const versions = rows.map(({ version }) => version).sort(byBytes);
  return versions.at(-1) ?? null;
}

/**
 * Compares without judging the SQL; `known` are versions that this suite has applied. Editing an applied file is invisible
 * to the Supabase CLI; here it is drift.
 */
export function compareLedger(
  parser: SqlParser,
  files: readonly MigrationFile[],
  rows: readonly LedgerRow[],
  allowed: Allowed,
  known: ReadonlySet<string> = new Set(),
  memory: Memory = noMemory,
): Comparison {
  const missing = rowsWithoutFile(files, rows);
  const recorded = new Map(rows.map((row) => [row.version, row]));
  const applied = files.filter(({ version }) => recorded.has(version));
  const pending = files.filter(({ version }) => !recorded.has(version));
  const head = newestOf(rows);
  const contents = applied.map((file) => ({
    file,
    is: standingOf(parser, file, recorded.get(file.version), allowed, memory),
  }));
  const having = (is: Standing): readonly MigrationFile[] =>
    contents.filter((one) => one.is === is).map(({ file }) => file);
  return {
    head,
    pending,
    applied,
    ahead: missing.flatMap(({ version }) => (known.has(version) ? [version] : [])),
    adopting: [
      ...having("adopted edited").map((file) => ({ file, edited: true })),
      ...having("adopted").map((file) => ({ file, edited: false })),
    ],
    drift: [
      ...missing.filter(({ version }) => !known.has(version)).map(unknownRow),
      ...having("edited").map(edited),
      ...having("edited since adopted").map(editedSince),
      ...pending.flatMap((file) => outOfTurn(file, head, allowed)),
    ],
    unverified: withoutText(having("unknown")),
  };
}

function withoutText(files: readonly MigrationFile[]): readonly string[] {
  if (files.length === 0) return [];
  const versions = files.map(({ version }) => version).join(", ");
  return [`The ledger keeps no text of ${versions}, so whether these files were edited cannot be told.`];
}

type Standing = "same" | "unknown" | "edited" | "edited since adopted" | "adopted edited" | "adopted";

/** What became of an applied file. What this suite has written itself is known without reading it. */
function standingOf(
  parser: SqlParser,
  file: MigrationFile,
  row: LedgerRow | undefined,
  { adopt }: Allowed,
  { noted, baseline }: Memory,
): Standing {
  const { version, sha256 } = file;
  const statements = row?.statements ?? null;
  const note = noted.get(version);
  if (note?.sha256 === sha256 && note.recorded === recordedDigest(statements)) return "same";
  const same = sameStatements(parser, file, statements);
  if (same === true) return "same";
  const base = baseline.get(version);
  if (base) return base.sha256 === sha256 ? "same" : "edited since adopted";
  if (note === undefined && adopt !== undefined && byBytes(version, adopt) <= 0)
    return same === false ? "adopted edited" : "adopted";
  return same === false ? "edited" : "unknown";
}

/** What the database has, and this commit does not know. */
export function rowsWithoutFile(
  files: readonly MigrationFile[],
  rows: readonly LedgerRow[],
): readonly LedgerRow[] {
  const versions = new Set(files.map(({ version }) => version));
  return rows.filter(({ version }) => !versions.has(version));
}

function unknownRow({ version, name }: LedgerRow): string {
  return (
    `${version}${name ? ` (${name})` : ""} is recorded as applied, but has no file. ` +
    "If it was applied from another branch or the dashboard, add its file (`supabase migration fetch --linked` writes it); " +
    `if it is not in the database, \`supabase migration repair --linked --yes --status reverted ${version}\` removes the row.`
  );
}

function edited({ path, version }: MigrationFile): string {
  return (
    `${path} was edited after it was applied: the ledger keeps another text. ` +
    "Put the file back as it was and make the change in a new file; if the database already is as the file says, " +
    `\`supabase migration repair --linked --yes --status applied ${version}\` records the new text. ` +
    `What was edited before this suite came is taken as it is, once, by \`adopt: "${version}"\`.`
  );
}

function editedSince({ path, version }: MigrationFile): string {
  return (
    `${path} was edited after it was adopted. Put the file back as it was and make the change in a new file; if the ` +
    `database already is as the file says, \`supabase migration repair --linked --yes --status applied ${version}\` records the new text.`
  );
}

function outOfTurn(
  { path, version }: MigrationFile,
  head: string | null,
  { from, outOfOrder }: Allowed,
): readonly string[] {
  // An empty ledger has applied nothing, so there is nothing before the first version that a release may apply.
  if (head === null) return [];
  if (from !== undefined && byBytes(version, from) < 0) {
    return [
      `${path} is pending, but older than \`from: "${from}"\`. Lower \`from\` if this release is to apply it; ` +
        `if the database has it already, \`supabase migration repair --linked --yes --status applied ${version}\` records it.`,
    ];
  }
  if (byBytes(version, head) > 0 || outOfOrder.includes(version)) return [];
  return [
    `${path} is pending, but ${head} is applied already. Give it a newer version, ` +
      `or, if it does not depend on the order, allow it by \`out-of-order: ["${version}"]\`.`,
  ];
}

/** Undefined when the ledger has no text, or the lexer cannot read one of the two. */
function sameStatements(
  parser: SqlParser,
  { text }: MigrationFile,
  statements: readonly string[] | null,
): boolean | undefined {
  const kept = statements === null || statements.length === 0 ? undefined : statements.join("\n;\n");
  if (isTooLarge(text)) return kept !== undefined && bare(kept) === bare(text) ? true : undefined;
  const was = kept === undefined ? undefined : meaningOf(parser, kept);
  const is = meaningOf(parser, text);
  if (is === "" && was === undefined) return true;
  return was === undefined || is === undefined ? undefined : was === is;
}

function bare(sql: string): string {
  return sql.replace(/[\s;]+/g, "");
}

/** The tokens, without comments and semicolons: how a text was split and wrapped says nothing. */
export function meaningOf(parser: SqlParser, sql: string): string | undefined {
  return parser
    .scan(sql.replaceAll("\r\n", "\n"))
    ?.filter(({ tokenName }) => !["SQL_COMMENT", "C_COMMENT", "ASCII_59"].includes(tokenName))
    .map(({ text }) => text)
    .join("\u0000");
}
