import { describe } from "../errors/user-error.ts";
import { type Execution, executionOf } from "../judge/execution.ts";
import type { SqlFile } from "../judge/finding.ts";
import type { SqlParser } from "../judge/parser.ts";
import { splitFile } from "../judge/split.ts";
import type { Database } from "../ports/database.ts";
import { type Abilities, shim } from "./shim.ts";

/** A file as it can be run on a shadow. */
export interface Prepared {
  readonly execution: Execution;
  readonly stubbed: readonly string[];
}

/** Or, in a line, why it cannot be run. */
export function prepare(parser: SqlParser, abilities: Abilities, file: SqlFile): Prepared | string {
  const { text, stubbed } = shim(parser, file.text, abilities);
  const split = splitFile(parser, text);
  if ("message" in split) return split.message;
  const execution = executionOf(text, split);
  return "rule" in execution
    ? `it cannot be run as it is: ${execution.thing || execution.rule}`
    : { execution, stubbed };
}

/** Every file begins as a session of its own would. */
export const anew = "reset session authorization; reset role; reset all;";

/** Runs a file as `migrate` would; a transaction is one message. */
export async function run(database: Database, { execution }: Prepared): Promise<void> {
  if (execution.mode === "transaction") {
    await database.script(`${anew} begin; ${execution.sql}\n; commit`);
    return;
  }
  await database.script(anew);
  for (const { text } of execution.statements) await database.script(text);
}

/**
 * Of a file that does not run as a whole, whatever does: later files need not fail because of a statement that has
 * nothing to do with them. What is told of it is that it was not replayed.
 */
export async function runWhatRuns(database: Database, { execution }: Prepared): Promise<void> {
  if (execution.mode === "steps") return;
  await database.script(`${anew} begin`);
  for (const { text } of execution.statements) {
    await database
      .script(`savepoint one; ${text}\n; release one`)
      .catch(() => database.script("rollback to one"));
  }
  await database.script("commit");
}

/** Why it failed, in one line; then nothing of an open transaction stays. */
export async function failing(database: Database, work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    await database.script("rollback").catch(() => undefined);
    return describe(error).split("\n")[0];
  }
}
