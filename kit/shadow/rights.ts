import type { Grant } from "./catalog.ts";

/** Of these grants those on some things. */
export function grantsOn(grants: readonly Grant[], isOne: (id: number) => boolean): readonly Grant[] {
  return grants.flatMap(({ on, rights }) => {
    const some = on.filter(isOne);
    return some.length === 0 ? [] : [{ on: some, rights }];
  });
}

/** A right as messages say it: `SELECT for anon`. */
export type Rights = ReadonlySet<string>;

/** What is granted on a thing, by its id; things of one grant have one and the same set. */
export function rightsIn(grants: readonly Grant[]): (id: number) => Rights {
  const none: Rights = new Set();
  const by = new Map<number, Rights>();
  for (const { on, rights } of grants) {
    const said = new Set(rights.map(({ to, may }) => `${may} for ${to}`));
    for (const id of on) by.set(id, said);
  }
  return (id) => by.get(id) ?? none;
}

/** Those that the other has not. */
export function missingIn(other: Rights, all: Rights): readonly string[] {
  return other === all ? [] : [...all].filter((one) => !other.has(one));
}
