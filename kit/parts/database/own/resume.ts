import { UserError } from "../../../errors/user-error.ts";
import type { Segment } from "../../../judge/execution.ts";
import type { SqlParser } from "../../../judge/parser.ts";
import { sha256 } from "../../../release/canonical.ts";
import { meaningOf } from "../ledger/compare-ledger.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";
import type { SegmentRow } from "./progress.ts";

interface Parted {
  readonly file: MigrationFile;
  readonly execution: { readonly segments: readonly Segment[] };
}

/** How far a file has come: what is done is not done again. */
export interface Begun {
  /** How many of its segments are done. */
  readonly finished: number;
  /** The next one was begun outside of a transaction, and nobody knows how far it came. */
  readonly open: SegmentRow | undefined;
  /** Whether what was begun is what the file has there now. */
  readonly same: boolean;
}

/** What a segment means, whatever its comments and line ends: progress stays good when only they change. */
export function segmentDigest(parser: SqlParser, { kind, sql }: Pick<Segment, "kind" | "sql">): string {
  return sha256(`${kind}\n${meaningOf(parser, sql) ?? sql}`);
}

/**
 * Where a file goes on. What comes after the finished segments may have been mended since.
 * @throws {UserError} PR420 where a finished segment is another one now: what ran stays, and cannot be told from the file.
 */
export function whereToGoOn(
  parser: SqlParser,
  { file, execution }: Parted,
  rows: readonly SegmentRow[],
): Begun {
  const own = rows.filter(({ version }) => version === file.version);
  const finished = own.filter((row) => row.finished !== undefined);
  for (const row of finished) {
    const segment = execution.segments[row.segment];
    if (segment && segmentDigest(parser, segment) === row.sha256) continue;
    throw changedSince(file, finished, row);
  }
  const open = own.find((row) => row.finished === undefined && row.segment === finished.length);
  const next = execution.segments[finished.length];
  const same = next !== undefined && open !== undefined && segmentDigest(parser, next) === open.sha256;
  return { finished: finished.length, open, same };
}

function changedSince(file: MigrationFile, done: readonly SegmentRow[], changed: SegmentRow): UserError {
  const ran = done.map(({ segment, statement, release }) => `  - ${segment + 1}: ${statement} (${release})`);
  return new UserError(
    "PR420",
    `${file.path} has run in part, and its segment ${changed.segment + 1} is another one now. What ran stays in the database, and is not recorded as applied:\n${ran.join("\n")}`,
    "Put these segments back as they were, and change only what comes behind them; what else is to change goes into a new file. Nothing was changed now.",
  );
}
