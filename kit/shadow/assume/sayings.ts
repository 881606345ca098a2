import { byName } from "./by-name.ts";

/** A column of a table, `schema.table column`. */
export type ColumnKey = string;

export const keyOf = (table: string, column: string): ColumnKey => `${table} ${column}`;

/** How much a saying counts: what is compared with it or put into it, what its name lets expect, how a text looks. */
export const weights = { sure: 8, name: 4, text: 3 } as const;

/** What the files of a folder say of columns that they use: that they are there, and of what type. */
export interface Sayings {
  /** A column is used. */
  use(table: string, column: string): void;
  /** It is used as one of this type. */
  vote(key: ColumnKey, type: string, weight: number): void;
  /** Two columns are compared, or one is put into the other. */
  link(one: ColumnKey, other: ColumnKey): void;
  columnsOf(table: string): readonly string[];
  /** The likeliest type. */
  typeOf(table: string, column: string): string;
}

export function newSayings(known: (key: ColumnKey) => string | undefined): Sayings {
  const columns = new Map<string, Set<string>>();
  const votes: Votes = new Map();
  const links = new Map<ColumnKey, Set<ColumnKey>>();
  const bound = (key: ColumnKey): Set<ColumnKey> => {
    const set = links.get(key) ?? new Set();
    links.set(key, set);
    return set;
  };
  const best: Best = (key) => {
    const sure = known(key);
    return sure === undefined ? likeliest(votes, key) : [sure, Infinity];
  };
  return {
    use(table, column) {
      const set = columns.get(table) ?? new Set();
      columns.set(table, set.add(column));
    },
    vote(key, type, weight) {
      const types = votes.get(key) ?? new Map<string, number>();
      // Many say no more than one who knows.
      const before = types.get(type) ?? 0;
      votes.set(key, types.set(type, Math.max(before, weight) + 0.001));
    },
    link(one, other) {
      bound(one).add(other);
      bound(other).add(one);
    },
    columnsOf: (table) => [...(columns.get(table) ?? [])],
    typeOf(table, column) {
      const key = keyOf(table, column);
      const sure = linkedType(key, links, best);
      if (sure !== undefined) return sure;
      const named = byName(column);
      const [type, weight] = best(key) ?? ["text", 0];
      return named !== undefined && weight < weights.name ? named : type;
    },
  };
}

type Votes = Map<ColumnKey, Map<string, number>>;
type Best = (key: ColumnKey) => readonly [type: string, weight: number] | undefined;

function likeliest(votes: Votes, key: ColumnKey): ReturnType<Best> {
  return [...(votes.get(key) ?? [])].toSorted((a, b) => b[1] - a[1])[0];
}

/** What is compared with a column, directly or through others, says its type. */
function linkedType(
  key: ColumnKey,
  links: ReadonlyMap<ColumnKey, ReadonlySet<ColumnKey>>,
  best: Best,
): string | undefined {
  const seen = new Set([key]);
  for (const one of seen) {
    const [type, weight] = best(one) ?? ["", 0];
    if (weight >= weights.sure) return type;
    if (seen.size < 50) for (const next of links.get(one) ?? []) seen.add(next);
  }
  return undefined;
}
