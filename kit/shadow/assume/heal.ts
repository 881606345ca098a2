import { inShort } from "../../errors/first-of.ts";
import { wholeOf } from "../../judge/execution.ts";
import type { Statement } from "../../judge/split.ts";
import { isNotTransactional } from "../../judge/not-transactional.ts";
import { as } from "../../judge/walk.ts";
import type { ShadowSession } from "../engines/engine.ts";
import { type Prepared, beginOf } from "../run.ts";
import { beforeEach, sqlErrorOf } from "./missing.ts";
import { learn } from "./learn.ts";
import type { Remedy } from "./made-up.ts";
import { remedyFor } from "./remedy.ts";
import { isRowsOnly, lacksRows } from "./rows-only.ts";
import type { Assuming } from "./state.ts";

export interface Healed {
  readonly remedies: readonly Remedy[];
  /** What the remedies ran. */
  readonly done: readonly string[];
  /** Statements by their number, and why each is left out. */
  readonly leftOut: ReadonlyMap<number, string>;
  /** Why it does not run all the same. */
  readonly problem?: string;
}

/** So many things one statement may want. */
const patience = 60;

/**
 * Tries a file that does not run, statement by statement in a transaction that is taken back, and finds out what must be
 * there for it: what no file makes that ran, and what is in its way though no file has made it.
 */
export async function heal(database: ShadowSession, state: Assuming, prepared: Prepared): Promise<Healed> {
  const { execution, statements } = prepared;
  await learn(state);
  const whole = wholeOf(execution);
  const found: Found = { remedies: [], done: [], leftOut: new Map() };
  await database.script(whole ? beginOf(database, whole) : `${database.anew} begin;`);
  try {
    for (const { statements: some } of execution.segments)
      for (const statement of some)
        await tryOne(database, state, statement, statements.indexOf(statement), found);
  } finally {
    await database.script("rollback").catch(() => undefined);
  }
  return found;
}

interface Found {
  readonly remedies: Remedy[];
  readonly done: string[];
  readonly leftOut: Map<number, string>;
  problem?: string;
}

async function tryOne(
  database: ShadowSession,
  state: Assuming,
  statement: Statement,
  index: number,
  found: Found,
): Promise<void> {
  const sql = inTransaction(statement);
  if (sql === undefined) return;
  const tried = new Set<string>();
  for (;;) {
    const failed = await failure(database, sql);
    if (failed === undefined) return;
    const error = sqlErrorOf(failed);
    const remedy = error && tried.size < patience ? remedyFor(state, statement, error) : undefined;
    const key = `${error?.code} ${error?.message} ${error?.position} ${error?.internalQuery}`;
    if (remedy && !tried.has(key) && (await apply(database, state, remedy, found))) {
      tried.add(key);
      continue;
    }
    const why = inShort(failed);
    if (
      error &&
      lacksRows(state, statement, error) &&
      isRowsOnly(state.parser, state.says().makers, statement)
    )
      found.leftOut.set(index, why);
    else if (isIndexOfStub(statement, why)) found.leftOut.set(index, why);
    else found.problem ??= why;
    return;
  }
}

/** A type that stands for an extension's is kept as a text is, and has no classes for indexes. */
function isIndexOfStub({ node }: Statement, why: string): boolean {
  return "IndexStmt" in node && /^data type \S+ has no default operator class for access method/.test(why);
}

/** What builds an index beside others does so among them here; what else cannot be in a transaction is not tried. */
function inTransaction({ node, text, sql }: Statement): string | undefined {
  if (as(node, "IndexStmt")?.concurrent === true) return sql.replace(/\bconcurrently\b/i, "");
  return isNotTransactional(node) ? undefined : text;
}

async function failure(database: ShadowSession, sql: string): Promise<unknown> {
  try {
    await database.script(`${beforeEach}${sql}\n; release one`);
    return undefined;
  } catch (error) {
    await database.script("rollback to one");
    return error;
  }
}

async function apply(
  database: ShadowSession,
  state: Assuming,
  remedy: Remedy,
  found: Found,
): Promise<boolean> {
  for (const need of remedy.needs ?? []) await apply(database, state, need, found);
  for (const { sql, more, weak } of remedy.ways) {
    if ((await failure(database, sql)) !== undefined) continue;
    found.done.push(sql);
    for (const ways of more) {
      for (const way of ways) {
        if ((await failure(database, way)) !== undefined) continue;
        found.done.push(way);
        break;
      }
    }
    found.remedies.push(remedy);
    for (const [key, drop] of [...(remedy.weak ?? []), ...(weak ? [weak] : [])])
      if (!state.strong.has(key)) state.weak.set(key, { drop });
    if (remedy.doubt !== undefined) state.doubted.add(remedy.doubt);
    for (const key of remedy.gone ?? []) state.weak.delete(key);
    return true;
  }
  return false;
}
