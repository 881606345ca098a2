import type { Asked, Database, Row } from "../../../ports/database.ts";
import { type Catalog, emptyCatalog, readCatalog } from "../../../shadow/catalog.ts";
import { factsBetween } from "../../../shadow/facts.ts";
import { onlyLive, onlyThose } from "../../../shadow/live-things.ts";
import type { Aside } from "./aside.ts";
import { effectOf, emptied, lossOf } from "./effect-of.ts";
import type { Effect } from "./shown.ts";
import {
  type Horizon,
  type Touched,
  locksFrom,
  readEmptied,
  readHorizon,
  readLosses,
  touchedBy,
} from "./touched.ts";

/** Sees what the transactions of one session do to what was live when it began to look. */
export interface EffectsWatch {
  readonly horizon: Horizon;
  /** Before a transaction. */
  begin(): Promise<void>;
  /** What is to be asked in the transaction, after its statements. */
  readonly question: Required<Asked>;
  /** In the transaction, with the answer to that. */
  effects(rows: readonly Row[]): Promise<readonly Effect[]>;
}

/**
 * The catalog as it was is asked from beside, after the fact, and only for what the transaction has touched: there its
 * changes are not to be seen yet. Without that second connection all of it is read before each transaction.
 */
export async function watchEffects(
  database: Database,
  aside: Pick<Aside, "query"> | undefined,
): Promise<EffectsWatch> {
  const horizon = await readHorizon(database);
  let live = emptyCatalog();
  let known: ReadonlySet<number> = new Set();
  let deleted: ReadonlyMap<number, number> = new Map();
  let whole: Catalog | undefined;
  let uncounted = false;
  const before = async (ids: readonly number[]): Promise<Catalog> => {
    const chosen = { ids, names: [] };
    const was = aside ? await readCatalog(aside, chosen) : onlyThose(whole ?? emptyCatalog(), new Set(ids));
    const first = new Set(ids.filter((id) => !known.has(id)));
    live = joined(live, onlyThose(was, first));
    known = new Set([...known, ...first]);
    return onlyLive(was, live);
  };
  return {
    horizon,
    begin: async () => {
      deleted = uncounted ? await readLosses(database, horizon) : new Map();
      // One that comes to no end may have deleted what nobody looks at.
      uncounted = true;
      if (!aside) whole = await readCatalog(database);
    },
    question: locksFrom(horizon),
    effects: async (rows) => {
      const touched = await touchedBy(rows, database, horizon);
      const losses = lossesSince(touched, deleted);
      uncounted = touched.losses.length > 0 || deleted.size > 0;
      const changed =
        touched.ids.length === 0 ? [] : await changes(database, await before(touched.ids), touched.ids);
      return [...losses, ...changed];
    },
  };
}

/** Fewer than before: the server has taken in what was counted before, and all of it is new. */
function lossesSince({ losses }: Touched, before: ReadonlyMap<number, number>): readonly Effect[] {
  return losses.flatMap((loss) => {
    const base = before.get(loss.id) ?? 0;
    const rows = loss.rows < base ? loss.rows : loss.rows - base;
    return rows > 0 ? [lossOf({ ...loss, rows })] : [];
  });
}

async function changes(database: Database, was: Catalog, ids: readonly number[]): Promise<readonly Effect[]> {
  const named = namesOf(was);
  if (named.size === 0) return [];
  let is = await readCatalog(database, { ids, names: [] });
  // What is gone may stand there anew, under its name.
  const found = namesOf(is);
  if ([...named].some(([id, name]) => found.get(id) !== name))
    is = await readCatalog(database, { ids, names: [...named.values()] });
  const facts = factsBetween(was, is);
  const anew = facts.filter(({ kind }) => kind === "rewritten").map(({ on }) => on);
  const empty = anew.length === 0 ? new Map<number, number>() : await readEmptied(database, anew);
  const policies = new Set(was.policies.map(({ id }) => id));
  const gotPolicy = new Set(
    is.policies.filter(({ id }) => !policies.has(id)).map(({ relation }) => relation),
  );
  return facts.map((fact) => {
    const rows = fact.kind === "rewritten" ? empty.get(fact.on) : undefined;
    return rows === undefined ? effectOf(fact, gotPolicy) : emptied(fact.thing, rows);
  });
}

function namesOf({ relations, routines, types }: Catalog): ReadonlyMap<number, string> {
  return new Map([...relations, ...routines, ...types].map(({ id, name }) => [id, name]));
}

function joined(one: Catalog, other: Catalog): Catalog {
  return {
    relations: [...one.relations, ...other.relations],
    columns: [...one.columns, ...other.columns],
    routines: [...one.routines, ...other.routines],
    types: [...one.types, ...other.types],
    policies: [...one.policies, ...other.policies],
    triggers: [...one.triggers, ...other.triggers],
    constraints: [...one.constraints, ...other.constraints],
    grants: [...one.grants, ...other.grants],
  };
}
