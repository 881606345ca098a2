import { describe } from "../errors/user-error.ts";
import { type Execution, executionOf } from "../judge/execution.ts";
import type { SqlParser } from "../judge/parser.ts";
import type { SqlFile } from "../judge/finding.ts";
import { splitFile } from "../judge/split.ts";
import type { Database } from "../ports/database.ts";
import { type Catalog, lockModes, readCatalog, readLocks } from "./catalog.ts";
import { type Fact, factsBetween } from "./facts.ts";
import { type Abilities, shim } from "./shim.ts";
import type { Visitor } from "./visitor.ts";

/** A fact, and the first of the file's statements (from 0) after which the thing is another. */
export interface PlacedFact extends Fact {
  readonly statement: number;
}

export interface HeldLock {
  readonly relation: string;
  /** As pg_locks has it. */
  readonly mode: string;
}

/** What the replay of one pending file has shown, or why it could not be replayed. */
export type ShadowFacts =
  | {
      readonly path: string;
      readonly facts: readonly PlacedFact[];
      /** Strong locks before COMMIT on tables that are live; none where the file is not one transaction. */
      readonly locks: readonly HeldLock[];
      readonly stubbed: readonly string[];
    }
  | { readonly path: string; readonly unverified: string };

export interface Replayed {
  readonly files: readonly ShadowFacts[];
  /** Applied files that did not run, a line each. */
  readonly history: readonly string[];
}

export interface ReplayFiles {
  /** What is applied already. */
  readonly history: readonly SqlFile[];
  readonly pending: readonly SqlFile[];
  /** Every pending file is a change set of its own: what those before it made is live. */
  readonly each?: boolean;
}

interface Replay {
  readonly database: Database;
  readonly parser: SqlParser;
  readonly abilities: Abilities;
  readonly visitor?: Visitor | undefined;
}

/** More statements than these are not looked at one by one: then the whole file is the place. */
const mostStatements = 400;

/**
 * Runs what is applied, then what is pending, each file as `migrate` would, with a look at the catalog before and
 * after each pending one. A file that does not run leaves nothing behind, and does not stop those after it.
 */
export async function replay(context: Replay, files: ReplayFiles): Promise<Replayed> {
  const { database, visitor } = context;
  const history: string[] = [];
  for (const file of files.history) {
    const ready = prepare(context, file);
    const problem = typeof ready === "string" ? ready : await failing(database, () => run(context, ready));
    if (problem !== undefined) history.push(`${file.path} does not run on the shadow: ${problem}`);
  }
  await forget(database).then(() => visitor?.live?.(database));
  let now = await readCatalog(database);
  let live = now;
  const seen: ShadowFacts[] = [];
  for (const [index, file] of files.pending.entries()) {
    const watch = await watched(context, file, { live, now });
    seen.push(watch.seen);
    await forget(database);
    await visitor?.after?.(index, database);
    now = watch.now;
    if (files.each) live = now;
  }
  return { files: seen, history };
}

interface States {
  /** Before the first pending file: what live code can know. */
  readonly live: Catalog;
  /** Before this one. */
  readonly now: Catalog;
}

interface Prepared {
  readonly execution: Execution;
  readonly stubbed: readonly string[];
}

function prepare({ parser, abilities }: Replay, file: SqlFile): Prepared | string {
  const { text, stubbed } = shim(parser, file.text, abilities);
  const split = splitFile(parser, text);
  if ("message" in split) return split.message;
  const execution = executionOf(text, split);
  return "rule" in execution
    ? `it cannot be run as it is: ${execution.thing || execution.rule}`
    : { execution, stubbed };
}

async function watched(
  context: Replay,
  file: SqlFile,
  { live, now }: States,
): Promise<{ readonly seen: ShadowFacts; readonly now: Catalog }> {
  const { database } = context;
  const { path } = file;
  const prepared = prepare(context, file);
  if (typeof prepared === "string") return { seen: { path, unverified: prepared }, now };
  let look: Look = { facts: [], locks: [], after: now };
  const problem = await failing(database, async () => {
    await forget(database);
    look = await lookAt(database, prepared.execution, onlyLive(now, live));
  });
  if (problem !== undefined) {
    // What ran outside of a transaction stays.
    const after = prepared.execution.mode === "steps" ? await readCatalog(database) : now;
    return { seen: { path, unverified: problem }, now: after };
  }
  const { facts, locks, after } = look;
  return { seen: { path, facts, locks, stubbed: prepared.stubbed }, now: after };
}

interface Look {
  readonly facts: readonly PlacedFact[];
  readonly locks: readonly HeldLock[];
  /** The catalog after the file: the next one's before. */
  readonly after: Catalog;
}

/** A transaction is run as a whole, and again statement by statement where it is to be told which one it was. */
async function lookAt(database: Database, execution: Execution, before: Catalog): Promise<Look> {
  const { statements } = execution;
  if (execution.mode === "steps") return { ...(await stepByStep(database, statements, before)), locks: [] };
  await database.script("begin");
  await database.script(execution.sql);
  await roleBack(database);
  const locks = strongLocks(before, await readLocks(database));
  const after = await readCatalog(database);
  const facts = factsBetween(before, after);
  if (facts.length === 0 || statements.length > mostStatements) {
    await database.script("commit");
    return { facts: facts.map((fact) => ({ ...fact, statement: 0 })), locks, after };
  }
  await database.script("rollback");
  await forget(database);
  await database.script("begin");
  const placed = await stepByStep(database, statements, before);
  await database.script("commit");
  return { ...placed, locks };
}

/** The facts of all statements together, each at the first one that touched its thing. */
async function stepByStep(
  database: Database,
  statements: Execution["statements"],
  before: Catalog,
): Promise<Pick<Look, "facts" | "after">> {
  const first = new Map<string, number>();
  let facts: readonly Fact[] = [];
  let after = before;
  for (const [index, { text }] of statements.entries()) {
    await database.script(text);
    if (statements.length > mostStatements && index < statements.length - 1) continue;
    after = await readCatalog(database);
    facts = factsBetween(before, after);
    for (const { thing } of facts) if (!first.has(thing)) first.set(thing, index);
  }
  const placed = facts.map((fact) => ({ ...fact, statement: placeOf(fact.thing, first) }));
  return { facts: placed, after };
}

/** A column of a view that is made again is first seen when its view is gone. */
function placeOf(thing: string, first: ReadonlyMap<string, number>): number {
  const owner = thing.replace(/^column (.*)\.[^.]*$/, "$1");
  const places = [thing, `view ${owner}`, `materialized view ${owner}`, `table ${owner}`].flatMap(
    (name) => first.get(name) ?? [],
  );
  return Math.min(...places);
}

async function run({ database }: Replay, { execution }: Prepared): Promise<void> {
  await forget(database);
  if (execution.mode === "steps") {
    for (const { text } of execution.statements) await database.script(text);
    return;
  }
  await database.script("begin");
  await database.script(execution.sql);
  await database.script("commit");
}

/** Why it failed, in one line; then nothing of an open transaction stays. */
async function failing(database: Database, work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    await database.script("rollback").catch(() => undefined);
    return describe(error).split("\n")[0];
  }
}

async function forget(database: Database): Promise<void> {
  await database.script("reset session authorization; reset role; reset all");
}

async function roleBack(database: Database): Promise<void> {
  await database.script("reset session authorization; reset role");
}

/** Of a catalog what the live code can know: what an earlier pending file has made may be changed at will. */
function onlyLive(now: Catalog, live: Catalog): Catalog {
  const ids = new Set([...live.relations, ...live.routines, ...live.types].map(({ id }) => id));
  const names = new Set(
    [...live.relations, ...live.types].map(({ name }) => name).concat(live.routines.map(({ name }) => name)),
  );
  const known = ({ id, name }: { readonly id: number; readonly name: string }): boolean =>
    ids.has(id) || names.has(name);
  const columns = new Set(live.columns.map(({ relation, number }) => `${relation} ${number}`));
  const policies = new Set(live.policies.map(({ relation, name }) => `${relation} ${name}`));
  const relations = now.relations.filter(known);
  const kept = new Set(relations.map(({ id }) => id));
  return {
    relations,
    columns: now.columns.filter(
      ({ relation, number }) =>
        kept.has(relation) && (columns.has(`${relation} ${number}`) || !ids.has(relation)),
    ),
    routines: now.routines.filter(known),
    types: now.types.filter(known),
    policies: now.policies.filter(({ relation, name }) => policies.has(`${relation} ${name}`)),
    grants: now.grants.filter(({ on }) => ids.has(on)),
  };
}

function strongLocks({ relations }: Catalog, held: ReadonlyMap<number, string>): readonly HeldLock[] {
  return relations.flatMap(({ id, name }) => {
    const mode = held.get(id);
    return mode !== undefined && lockModes.indexOf(mode) >= lockModes.indexOf("ShareLock")
      ? [{ relation: name, mode }]
      : [];
  });
}
