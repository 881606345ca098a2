import { refuseDrift } from "../plan/refuse-drift.ts";
import type { DatabaseInputs } from "../inputs.ts";
import { compareLedger } from "../ledger/compare-ledger.ts";
import { ensureLedger, readLedger } from "../ledger/ledger.ts";
import { type Memory, adopt, readMemory } from "../own/memory.ts";
import { ensureOwnSchema } from "../own/own-schema.ts";
import { type SegmentRow, forgetRecorded, readProgress } from "../own/progress.ts";
import type { Inspection, MigrationPlan } from "../plan/plan-database.ts";
import { type Served, readServed } from "../rest/served.ts";
import { type BetweenFiles, betweenFiles } from "./between-files.ts";
import { type LedgerWatch, watchLedger } from "./second-applier.ts";
import { type Session, forgetSettings } from "./session-state.ts";

/** How things stand when our turn begins. */
export interface Beginning {
  readonly pending: ReadonlySet<string>;
  readonly progress: readonly SegmentRow[];
  readonly memory: Memory;
  readonly served: Served;
  readonly ledger: LedgerWatch;
  readonly between: BetweenFiles;
}

interface Turn {
  readonly session: Session;
  readonly inputs: DatabaseInputs;
  readonly inspection: Inspection;
  readonly release: string;
}

/** Makes what is missing, and reads ledger and progress again, now that nobody else of us writes them. */
export async function begin(
  { session, inputs, inspection, release }: Turn,
  { adopting }: MigrationPlan,
): Promise<Beginning> {
  const { database } = session;
  await forgetSettings(session);
  await ensureLedger(database);
  await ensureOwnSchema(database);
  await forgetRecorded(database);
  const [rows, memory, progress, served] = await Promise.all([
    readLedger(database),
    readMemory(database),
    readProgress(database),
    readServed(database),
  ]);
  const { parser, files, known } = inspection;
  const compared = compareLedger(parser, files, rows, inputs, known, memory);
  refuseDrift(compared);
  await adopt(database, adopting, release);
  const versions = rows.map(({ version }) => version);
  const ledger = watchLedger(database, versions);
  const pending = new Set(compared.pending.map(({ version }) => version));
  return { pending, progress, memory, served, ledger, between: betweenFiles(session, ledger) };
}
