import type { Runtime } from "../../../action/runtime.ts";
import { type SqlParser, loadParser } from "../../../judge/parser.ts";
import { explained } from "../connection/sql-error.ts";
import { withSession } from "../connection/session.ts";
import { type MigrationFile, discoverMigrations } from "../files/discover-migrations.ts";
import { liveProcedures } from "../files/live-procedures.ts";
import type { DatabaseInputs } from "../inputs.ts";
import { type AppliedByUs, nobodyKnows } from "../ledger/ahead.ts";
import { rowsWithoutFile } from "../ledger/compare-ledger.ts";
import { type LedgerRow, invalidIndexes, readLedger } from "../ledger/ledger.ts";
import { type Memory, readMemory } from "../own/memory.ts";
import { type SegmentRow, readProgress } from "../own/progress.ts";
import { refuseUnknownFrom } from "./refuse-drift.ts";

type World = Pick<Runtime, "connect" | "context" | "root" | "parser">;

/** What is in the repository and what is live. */
export interface Inspection {
  readonly parser: SqlParser;
  readonly files: readonly MigrationFile[];
  readonly rows: readonly LedgerRow[];
  /** Indexes that were unfinished before, and not begun by this suite. */
  readonly invalid: readonly string[];
  /** Versions that are recorded without a file here, and that releases of this suite have applied. */
  readonly known?: ReadonlySet<string>;
  /** What was begun of files that are not complete. */
  readonly progress?: readonly SegmentRow[];
  readonly memory?: Memory;
  /** Statements that make the live procedures that pending files call, and that no file makes. */
  readonly procedures?: readonly string[];
}

/** Reads files and ledger; changes nothing. */
export async function inspectDatabase(
  inputs: DatabaseInputs,
  world: World,
  applied: AppliedByUs = nobodyKnows,
): Promise<Inspection> {
  const files = await discoverMigrations(world.root, inputs.directory);
  refuseUnknownFrom(inputs, files);
  // While the server answers, the parser can be loaded.
  const loading = (world.parser ?? loadParser)();
  loading.catch(() => undefined);
  const found = await withSession(world, inputs.databaseUrl, (database) =>
    explained("The ledger cannot be read", async () => {
      const [rows, progress, unfinished, memory, parser] = await Promise.all([
        readLedger(database),
        readProgress(database),
        invalidIndexes(database),
        readMemory(database),
        loading,
      ]);
      const ours = progress.map(({ object }) => object);
      const invalid = unfinished.filter((name) => !ours.includes(name));
      const recorded = new Set(rows.map(({ version }) => version));
      const procedures = await liveProcedures(database, parser, files, recorded);
      return { parser, files, rows, invalid, progress, memory, procedures };
    }),
  );
  const missing = rowsWithoutFile(files, found.rows).map(({ version }) => version);
  return missing.length === 0 ? found : { ...found, known: await applied(missing) };
}
