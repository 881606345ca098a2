import { wholeOf } from "../judge/execution.ts";
import type { Implied } from "../judge/implied.ts";
import type { Statement } from "../judge/split.ts";
import { as } from "../judge/walk.ts";
import type { Database } from "../ports/database.ts";
import type { ShadowSession } from "./engines/engine.ts";
import { type Catalog, readShadow } from "./catalog.ts";
import { type Fact, changesBetween, factsBetween } from "./facts.ts";
import { onlyThose } from "./live-things.ts";
import { type HeldLock, type Scans, readScans, readTouched, scannedFacts, strongLocks } from "./locks.ts";
import { type Prepared, beginOf, runSegments } from "./run.ts";

/** A fact, and the first of the file's statements (from 0) after which the thing is another. */
export interface PlacedFact extends Omit<Fact, "on"> {
  readonly statement: number;
}

export interface Look {
  readonly facts: readonly PlacedFact[];
  readonly locks: readonly HeldLock[];
  /** The catalog after the file: the next one's before. */
  readonly after: Catalog;
}

/** More statements than these are not looked at one by one: then the whole file is the place. */
export const mostStatements = 400;

/**
 * Runs a file between two looks at the catalog. A transaction is run as a whole, and again statement by statement
 * where it is to be told which one it was. `known` is what live code can know before it.
 */
export async function lookAt(database: ShadowSession, prepared: Prepared, known: Catalog): Promise<Look> {
  const whole = wholeOf(prepared.execution);
  if (!whole) return await lookAtSteps(database, prepared, known);
  const { statements } = whole;
  await database.script(`${beginOf(database, whole)}${byIndexes}`);
  const before = await readScans(database);
  await database.script(`${whole.sql}\n; ${roleBack}`);
  const touched = await readTouched(database, before);
  const locks = strongLocks(known, touched);
  const after = await readShadow(database);
  const changed = changesBetween(known, after, prepared.implied);
  const facts = [...changed, ...scannedFacts(known, touched).filter((fact) => !isRewritten(fact, changed))];
  if (facts.length === 0 || statements.length > mostStatements) {
    await database.script("commit");
    // Whether a scan came before its lock is seen only statement by statement.
    const sure = facts.filter(({ kind }) => kind !== "scanned");
    return { facts: sure.map((fact) => placed(fact, 0)), locks, after };
  }
  await database.script("rollback");
  await database.script(`${beginOf(database, whole)}${byIndexes}`);
  const places = await findPlaces(
    database,
    { statements, all: prepared.statements, implied: prepared.implied },
    known,
    facts,
  );
  await database.script("commit");
  const found = facts.flatMap((fact) => {
    const place = placeOf(fact, places);
    const granted = fact.kind === "grant-regained" && as(prepared.statements[place ?? 0]?.node, "GrantStmt");
    return place === undefined || granted ? [] : [placed(fact, place)];
  });
  return { facts: found, locks, after: await readShadow(database) };
}

/** A table of few rows is read from end to end although it has an index; a live one is not. */
const byIndexes = "set local enable_seqscan = off; ";

/** What is said of policies is compared in the words of one search_path. */
const roleBack = "reset session authorization; reset role; reset search_path";

/** Which statement was the first to touch each thing; only what the facts are about is looked at. */
async function findPlaces(
  database: Database,
  {
    statements,
    all,
    implied,
  }: {
    readonly statements: readonly Statement[];
    readonly all: readonly Statement[];
    readonly implied: Implied;
  },
  known: Catalog,
  facts: readonly Fact[],
): Promise<Firsts> {
  const first: Noted = new Map();
  const ids = new Set(facts.map(({ on }) => on));
  const before = onlyThose(known, ids);
  const named = [...before.relations, ...before.routines, ...before.types];
  const chosen = { ids: [...ids], names: named.map(({ name }) => name) };
  const scanned = facts.some(({ kind }) => kind === "scanned");
  let scans: Scans = scanned ? await readScans(database) : new Map();
  for (const statement of statements) {
    await database.script(statement.text);
    const changed = changesBetween(before, await readShadow(database, chosen), implied);
    // Only who scans while the lock is held makes others wait for the scan.
    const read = scanned ? scannedFacts(before, await readTouched(database, scans)) : [];
    if (scanned) scans = await readScans(database);
    for (const fact of [...changed, ...read]) note(first, fact, all.indexOf(statement));
  }
  return first;
}

/** Whoever writes a table anew reads it first. */
function isRewritten({ on }: Fact, changed: readonly Fact[]): boolean {
  return changed.some((fact) => fact.kind === "rewritten" && fact.on === on);
}

/** After which statement a thing was first seen to be another, by what had become of it: one may retype a column, and a later one rename it. */
type Firsts = ReadonlyMap<string, ReadonlyMap<Fact["kind"], number>>;
type Noted = Map<string, Map<Fact["kind"], number>>;

function note(first: Noted, { kind, thing }: Pick<Fact, "kind" | "thing">, statement: number): void {
  const kinds = first.get(thing) ?? new Map<Fact["kind"], number>();
  first.set(thing, kinds);
  if (!kinds.has(kind)) kinds.set(kind, statement);
}

/** What is made again was gone before, and with it what is on it: a view's columns, rights. */
function placeOf({ kind, thing }: Fact, first: Firsts): number | undefined {
  const own = first.get(thing);
  if (kind === "scanned") return own?.get(kind);
  const [, named] = /^(?:new )?rights on (.*)$/.exec(thing) ?? [];
  const owner = thing.replace(/^column (.*)\.[^.]*$/, "$1");
  const things = [...first.keys()].filter(
    (one) => named !== undefined && (one.startsWith(`function ${named}(`) || one.endsWith(`view ${named}`)),
  );
  const gone = [thing, ...things, `view ${owner}`, `materialized view ${owner}`].flatMap((one) =>
    [...(first.get(one) ?? [])].flatMap(([what, at]) => (what.endsWith("-gone") ? [at] : [])),
  );
  const places = [...gone, ...(own?.has(kind) ? [own.get(kind) ?? 0] : [])];
  const others = [thing, `table ${owner}`].flatMap((one) => [...(first.get(one)?.values() ?? [])]);
  return Math.min(...(places.length > 0 ? places : others));
}

const placed = ({ kind, thing, what, now }: Fact, statement: number): PlacedFact => ({
  kind,
  thing,
  what,
  statement,
  ...(now === undefined ? {} : { now }),
});

/** What runs outside of a transaction cannot be run twice: each statement is looked at as it comes. */
async function lookAtSteps(
  database: ShadowSession,
  { execution, statements, implied }: Prepared,
  known: Catalog,
): Promise<Look> {
  const first: Noted = new Map();
  let facts: readonly Fact[] = [];
  let after = known;
  const last = execution.segments.at(-1)?.statements.at(-1);
  await runSegments(database, execution, async (statement) => {
    if (statements.length > mostStatements && statement !== last) return;
    after = await readShadow(database);
    facts = factsBetween(known, after, implied);
    for (const fact of facts) note(first, fact, statements.indexOf(statement));
  });
  return { facts: facts.map((fact) => placed(fact, placeOf(fact, first) ?? 0)), locks: [], after };
}
