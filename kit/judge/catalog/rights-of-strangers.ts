import { someName } from "../bodies/constant-text.ts";

/** The rights on things that no statement has made, as far as statements have given or taken them. */
export interface RightsOfStrangers {
  /** What is left of what was given, if all of these are known to have been taken and not given since. */
  left(key: string, pairs: readonly string[]): ReadonlySet<string> | undefined;
  /** The last word counts. */
  say(key: string, pairs: readonly string[], gives: boolean): void;
  /** Those of a kind and schema, `table public`, of which something was said. */
  within(schema: string): readonly string[];
}

export function noStrangers(): RightsOfStrangers {
  const strangers = new Map<string, { readonly given: Set<string>; readonly taken: Set<string> }>();
  return {
    left: (key, pairs) => {
      const said = strangers.get(key);
      return said && pairs.every((pair) => said.taken.has(pair)) ? said.given : undefined;
    },
    say: (key, pairs, gives) => {
      // A name that is only known when it runs may be any.
      if (key.includes(someName)) return;
      const { given, taken } = strangers.get(key) ?? { given: new Set(), taken: new Set() };
      strangers.set(key, { given, taken });
      for (const pair of pairs) {
        for (const one of withColumns(pair, given)) given.delete(one);
        if (gives) given.add(pair);
        if (gives) taken.delete(pair);
        else taken.add(pair);
      }
    },
    within: (schema) => [...strangers.keys()].filter((key) => key.startsWith(`${schema}.`)),
  };
}

/** Who loses a right on a whole table loses it on each column, too: `anon update`, and `anon update(id)`. */
export function withColumns(pair: string, rights: Iterable<string>): readonly string[] {
  return [...rights].filter((one) => one === pair || one.startsWith(`${pair}(`));
}
