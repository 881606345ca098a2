import { inShort } from "../errors/first-of.ts";
import type { CommitsInside } from "../judge/bodies/commits.ts";
import { type Execution, type Segment, executionOf, wholeOf } from "../judge/execution.ts";
import type { SqlFile } from "../judge/finding.ts";
import { type Implied, impliedBy } from "../judge/implied.ts";
import type { SqlParser } from "../judge/parser.ts";
import { type Statement, splitFile } from "../judge/split.ts";
import type { Database } from "../ports/database.ts";
import type { ShadowSession } from "./engines/engine.ts";
import { type Abilities, nothing, shim } from "./shim.ts";

/** A file as it can be run on a shadow. */
export interface Prepared {
  /** With what stands in for what the server does not have. */
  readonly text: string;
  readonly execution: Execution;
  /** All of the file, in its order. */
  readonly statements: readonly Statement[];
  readonly stubbed: readonly string[];
  readonly commits: CommitsInside;
  readonly implied: Implied;
}

/** Or, in a line, why it cannot be run. */
export function prepare(
  parser: SqlParser,
  abilities: Abilities,
  file: SqlFile,
  commits: CommitsInside,
): Prepared | string {
  const { text, stubbed } = shim(parser, file.text, abilities);
  return prepareText(parser, { text, stubbed, commits });
}

function prepareText(
  parser: SqlParser,
  given: Pick<Prepared, "text" | "stubbed" | "commits">,
): Prepared | string {
  const { text, commits } = given;
  const split = splitFile(parser, text);
  if ("message" in split) return split.message;
  const execution = executionOf(split, commits);
  return "rule" in execution
    ? `it cannot be run as it is: ${execution.thing || execution.rule}`
    : { ...given, execution, statements: split.statements, implied: impliedBy(parser) };
}

/** The same file without some of its statements, which keep their numbers. */
export function leaveOut(
  parser: SqlParser,
  { text, statements, stubbed, commits }: Prepared,
  indices: ReadonlySet<number>,
): Prepared | string {
  const bytes = Buffer.from(text);
  let rest = "";
  let from = 0;
  for (const index of [...indices].sort((a, b) => a - b)) {
    const { start = 0, end = 0 } = statements[index] ?? {};
    rest += bytes.toString("utf8", from, start) + nothing;
    from = end;
  }
  return prepareText(parser, { text: rest + bytes.toString("utf8", from), stubbed, commits });
}

/** Runs a file as `migrate` would; a transaction is one message. */
export async function run(database: ShadowSession, { execution }: Prepared): Promise<void> {
  const whole = wholeOf(execution);
  if (whole) await database.script(`${beginOf(database, whole)}${whole.sql}\n; commit`);
  else await runSegments(database, execution);
}

/** Up to the first statement of a file that is one transaction. */
export function beginOf({ anew }: ShadowSession, { settings, begin }: Segment): string {
  const set = settings.map(({ sql }) => `${sql}\n;`).join(" ");
  return `${anew} ${set} ${begin}\n; `;
}

/** Statement by statement, in transactions and outside of them; `seen` is told of each. */
export async function runSegments(
  database: ShadowSession,
  { segments }: Execution,
  seen: (statement: Statement) => Promise<void> = async () => undefined,
): Promise<void> {
  await database.script(database.anew);
  for (const { kind, settings, begin, end, statements } of segments) {
    for (const { text } of settings) await database.script(text);
    if (kind === "transaction") await database.script(begin);
    for (const statement of statements) {
      await database.script(statement.text);
      await seen(statement);
    }
    if (kind === "transaction") await database.script(end);
  }
}

/**
 * Of a file that does not run as a whole, whatever does: later files need not fail because of a statement that has
 * nothing to do with them. What is told of it is that it was not replayed.
 */
export async function runWhatRuns(database: ShadowSession, { execution }: Prepared): Promise<void> {
  const whole = wholeOf(execution);
  if (!whole) return;
  await database.script(beginOf(database, whole));
  for (const { text } of whole.statements) {
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
    return inShort(error);
  }
}
