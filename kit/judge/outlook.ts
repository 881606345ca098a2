import type { Node } from "libpg-query";
import { type Grant, grantOf } from "./catalog/privileges.ts";
import type { Effect } from "./catalog/effect.ts";
import type { Context } from "./hit.ts";
import { as } from "./walk.ts";

/** What the statements of a file make and give further down. */
export interface Outlook {
  from(index: number): Pick<Context, "later" | "rest" | "granted">;
}

/** Reads all statements of a file once; what cannot be read is a gap. */
export function lookAhead(runs: readonly (Effect | undefined)[]): Outlook {
  const made = new Map<string, number>();
  const nodes = runs.map((effect) => effect?.node);
  runs.forEach((effect, index) => {
    for (const { key } of effect?.made ?? []) made.set(key, index);
  });
  const grants: { readonly index: number; readonly grant: Grant }[] = [];
  nodes.forEach((node, index) => {
    const grant = as(node, "GrantStmt");
    if (grant?.is_grant) grants.push({ index, grant: grantOf(grant) });
  });
  return {
    from: (index) => ({
      granted: () => grants.filter((one) => one.index > index).map(({ grant }) => grant),
      later: (key) => {
        const last = made.get(key) ?? -1;
        return last >= index ? nodes[last] : undefined;
      },
      rest: () => nodes.slice(index + 1).filter((node): node is Node => node !== undefined),
    }),
  };
}
