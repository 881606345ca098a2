import type { Database, Row, Statement } from "../../../ports/database.ts";
import { readLedger } from "../ledger/ledger.ts";
import type { Memory } from "../own/memory.ts";

/** The newest version; and what came or went that this release has not written, a sentence each. */
export interface LedgerLook {
  readonly head: string | null;
  readonly strange: readonly string[];
}

/** Notices whoever else writes the ledger while this release has its turn: the Supabase CLI takes no lock. */
export interface LedgerWatch {
  readonly question: Statement;
  /** What the answer to that tells. */
  look(answer: readonly Row[]): Promise<LedgerLook>;
  /** From now on this row is expected. */
  wrote(version: string): void;
}

/** `versions` are those that were there when the turn began. */
export function watchLedger(database: Database, versions: readonly string[]): LedgerWatch {
  const expected = new Set(versions);
  return {
    wrote: (version) => void expected.add(version),
    question: {
      sql: `select count(*)::integer as rows, max(version collate "C") as head from supabase_migrations.schema_migrations`,
      parameters: [],
    },
    look: async ([row]) => {
      const head = typeof row?.["head"] === "string" ? row["head"] : null;
      if (row?.["rows"] === expected.size) return { head, strange: [] };
      const now = new Set((await readLedger(database)).map(({ version }) => version));
      const came = [...now].filter((version) => !expected.has(version));
      const went = [...expected].filter((version) => !now.has(version));
      return {
        head,
        strange: [
          ...(came.length > 0 ? [`${came.join(", ")} came into the ledger`] : []),
          ...(went.length > 0 ? [`${went.join(", ")} went out of it`] : []),
        ],
      };
    },
  };
}

/** Of versions that were planned and are recorded by now, those that this suite has not applied. */
export function bySomebodyElse(versions: readonly string[], { noted }: Memory): readonly string[] {
  return versions.filter((version) => !noted.has(version));
}

export const oneApplier =
  "Let only one of them apply migrations: turn off Supabase's GitHub integration for this database, and `supabase db push` in other workflows.";

export function saySomebodyElse(versions: readonly string[]): string {
  const were = versions.length === 1 ? "was" : "were";
  return `${versions.join(", ")} ${were} recorded by somebody else since this was planned, with the text of the file. ${oneApplier}`;
}
