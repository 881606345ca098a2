import type { Database, Row, Statement } from "../../../ports/database.ts";
import { type Catalog, emptyCatalog, readCatalog } from "../../../shadow/catalog.ts";
import type { Implied } from "../../../judge/implied.ts";
import { factsBetween } from "../../../shadow/facts.ts";
import { onlyLive, onlyThose } from "../../../shadow/live-things.ts";
import type { Aside } from "./aside.ts";
import { effectOf } from "./effect-of.ts";
import { readOwners } from "./owners.ts";
import { type IsTold, rowEffects } from "./row-effects.ts";
import type { Effect } from "./shown.ts";
import {
  type Counts,
  type Horizon,
  locksFrom,
  nothingCounted,
  readCounts,
  readEmptied,
  readHorizon,
  touchedBy,
} from "./touched.ts";

/** Sees what the transactions of one session do to what was live when it began to look. */
export interface EffectsWatch {
  readonly horizon: Horizon;
  /** Before a transaction. */
  begin(): Promise<void>;
  /** What is to be asked in the transaction, after its statements. */
  readonly question: Statement;
  /** In the transaction, with the answer to that. What is told is not looked at closer. */
  effects(rows: readonly Row[], isTold: IsTold): Promise<readonly Effect[]>;
}

/**
 * The catalog as it was is asked from beside, after the fact, and only for what the transaction has touched: there its
 * changes are not to be seen yet. Without that second connection all of it is read before each transaction.
 */
export async function watchEffects(
  database: Database,
  aside: Pick<Aside, "query"> | undefined,
  implied: Implied,
): Promise<EffectsWatch> {
  const horizon = await readHorizon(database);
  let live = emptyCatalog();
  let known: ReadonlySet<number> = new Set();
  let counted: ReadonlyMap<number, Counts> = new Map();
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
      counted = uncounted ? await readCounts(database, horizon) : new Map();
      // One that comes to no end may have deleted what nobody looks at.
      uncounted = true;
      if (!aside) whole = await readCatalog(database);
    },
    question: locksFrom(horizon),
    effects: async (rows, isTold) => {
      const { ids, counts } = await touchedBy(rows, database, horizon);
      uncounted = counts.size > 0 || counted.size > 0;
      const { changed, emptied } =
        ids.length === 0 ? nothing : await changes({ database, aside, implied }, await before(ids), ids);
      const gone = await rowEffects(database, aside, { counts: since(counts, counted), emptied }, isTold);
      return [...gone, ...changed];
    },
  };
}

/** Fewer than before: the server has taken in what was counted before, and all of it is new. */
function since(
  counts: ReadonlyMap<number, Counts>,
  before: ReadonlyMap<number, Counts>,
): ReadonlyMap<number, Counts> {
  const left = (now: number, base: number): number => (now < base ? now : now - base);
  return new Map(
    [...counts].map(([id, { deleted, updated }]) => {
      const base = before.get(id) ?? nothingCounted;
      return [id, { deleted: left(deleted, base.deleted), updated: left(updated, base.updated) }];
    }),
  );
}

interface Changes {
  readonly changed: readonly Effect[];
  /** Tables that had so many rows, and have none now. */
  readonly emptied: ReadonlyMap<number, number>;
}

const nothing: Changes = { changed: [], emptied: new Map() };

interface Sessions {
  readonly database: Database;
  readonly aside: Pick<Aside, "query"> | undefined;
  readonly implied: Implied;
}

async function changes(
  { database, aside, implied }: Sessions,
  was: Catalog,
  ids: readonly number[],
): Promise<Changes> {
  const named = namesOf(was);
  if (named.size === 0) return nothing;
  let is = await readCatalog(database, { ids, names: [] });
  // What is gone may stand there anew, under its name.
  const found = namesOf(is);
  if ([...named].some(([id, name]) => found.get(id) !== name))
    is = await readCatalog(database, { ids, names: [...named.values()] });
  const facts = factsBetween(was, is, implied);
  const anew = facts.filter(({ kind }) => kind === "rewritten").map(({ on }) => on);
  const emptied = anew.length === 0 ? new Map<number, number>() : await readEmptied(database, anew);
  const policies = new Set(was.policies.map(({ id }) => id));
  const gotPolicy = new Set(
    is.policies.filter(({ id }) => !policies.has(id)).map(({ relation }) => relation),
  );
  const sequences = facts.filter(({ kind }) => kind === "sequence-gone").map(({ on }) => on);
  const owners = aside && (await readOwners(aside, sequences));
  const left = facts.filter(({ kind, on }) => kind !== "rewritten" || !emptied.has(on));
  return { changed: left.map((fact) => effectOf(fact, gotPolicy, owners)), emptied };
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
