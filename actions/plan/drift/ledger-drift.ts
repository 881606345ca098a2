import type { Runtime } from "../../../kit/action/runtime.ts";
import { loginInputs } from "../../../kit/parts/database/connection/login-inputs.ts";
import { withLoginRole } from "../../../kit/parts/database/connection/login-role.ts";
import { meaningOf } from "../../../kit/parts/database/ledger/compare-ledger.ts";
import type { MigrationFile } from "../../../kit/parts/database/files/discover-migrations.ts";
import { databaseInputs } from "../../../kit/parts/database/inputs.ts";
import type { LedgerRow } from "../../../kit/parts/database/ledger/ledger.ts";
import { byBytes } from "../../../kit/parts/database/files/order-files.ts";
import { type Inspection, inspectDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import type { LastChanges } from "../../../kit/release/record/last-changes.ts";
import { type Difference, type Looked, again, since } from "./difference.ts";

const blind =
  "What was changed in the schema without a row in the ledger is not seen: the record keeps no picture of the schema.";

/** Rows that no release wrote, rows that are gone, and rows whose text is another one than the file's. */
export async function ledgerDrift(record: LastChanges, commit: string, world: Runtime): Promise<Looked> {
  const inputs = world.section("migrate", databaseInputs);
  const logged = withLoginRole(world.section("migrate", loginInputs), world);
  const found = await inspectDatabase(inputs, logged);
  const { files, rows } = found;
  const versions = new Set(rows.map(({ version }) => version));
  const due = files.filter(({ version }) => inputs.from === undefined || byBytes(version, inputs.from) >= 0);
  const known = new Set([...files.map(({ version }) => version), ...record.migrations]);
  return {
    component: "ledger",
    differences: [
      ...rows.filter(({ version }) => !known.has(version)).map(unknown),
      ...due.filter(({ version }) => !versions.has(version)).map((file) => gone(file, record, commit)),
      ...edited(found),
    ],
    compared: new Set([...versions, ...due.map(({ version }) => version)]).size,
    unverified: [blind],
  };
}

function unknown({ version, name }: LedgerRow): Difference {
  return {
    component: "ledger",
    name: name === null ? version : `${version} (${name})`,
    recorded: "no release of this target has applied it, and the live commit has no file for it",
    live: "recorded in the ledger as applied",
    since: since(undefined),
    next: `Add its file to the repository (\`supabase migration fetch --linked\` writes it); if it is not in the database, \`supabase migration repair --linked --yes --status reverted ${version}\` removes the row.`,
  };
}

function gone({ version, path }: MigrationFile, { migrations }: LastChanges, commit: string): Difference {
  return {
    component: "ledger",
    name: version,
    recorded: migrations.includes(version)
      ? "applied by a release of this target"
      : `part of the live commit (${path})`,
    live: "no row in the ledger",
    since: since(undefined),
    next: `If the database has it, \`supabase migration repair --linked --yes --status applied ${version}\` records it again; if not: ${again("migrate", commit)}.`,
  };
}

function edited({ parser, files, rows, memory }: Inspection): readonly Difference[] {
  return files.flatMap(({ version, path, text, sha256 }): Difference[] => {
    if (memory?.baseline.get(version)?.sha256 === sha256) return [];
    const kept = rows.find((row) => row.version === version)?.statements ?? [];
    const was = kept.length === 0 ? undefined : meaningOf(parser, kept.join("\n;\n"));
    const is = meaningOf(parser, text);
    if (was === undefined || is === undefined || was === is) return [];
    const next = `Compare the row with ${path}; \`supabase migration repair --linked --yes --status applied ${version}\` records the file's text where the database is as it says.`;
    const recorded = `the text of ${path}`;
    return [
      { component: "ledger", name: version, recorded, live: "another text", since: since(undefined), next },
    ];
  });
}
