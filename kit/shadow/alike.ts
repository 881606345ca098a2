import { as } from "../judge/walk.ts";
import type { Catalog } from "./catalog.ts";
import type { IsAlike } from "./disprove.ts";

/** Of each thing, by its name, what is known of it; rights apart. */
type Described = ReadonlyMap<string, { readonly lines: Set<string>; readonly rights: Set<string> }>;

/**
 * Tells of a statement whether what it names is live in no other way than on the shadow: somebody may have changed the
 * live database past its migrations, and then a replay of these proves nothing about it.
 */
export function alikeBy(live: Catalog, shadow: Catalog): IsAlike {
  const [is, replayed] = [describe(live), describe(shadow)];
  const differing = (of: "lines" | "rights"): readonly string[] =>
    [...is].flatMap(([name, one]) => {
      const other = replayed.get(name)?.[of] ?? new Set();
      return [...one[of]].every((line) => other.has(line)) ? [] : [name];
    });
  const [other, otherRights] = [differing("lines"), differing("rights")];
  const namesOneOf = (names: readonly string[], text: string): boolean =>
    names.some((name) => new RegExp(`\\b${escaped(name.slice(name.indexOf(".") + 1))}\\b`, "i").test(text));
  return ({ node, sql }, rule) => {
    // What depends on it is not named.
    const cascades = as(node, "DropStmt")?.behavior === "DROP_CASCADE" || /\bcascade\b/i.test(sql);
    if (cascades && other.some((name) => !isOfService(name))) return false;
    if (namesOneOf(other, sql)) return false;
    return (
      !["revoke", "lose-grants", "regain-grants", "drop-view", "drop-function"].includes(rule) ||
      !namesOneOf(otherRights, sql)
    );
  };
}

/** What Supabase's services have made for themselves is more than a shadow has of them. */
function isOfService(name: string): boolean {
  return /^(auth|storage|realtime|_realtime|vault|graphql|graphql_public|extensions|supabase_functions|net|cron|pgmq|pgsodium|pgbouncer|prism_rollout)\./.test(
    name,
  );
}

const escaped = (name: string): string => name.replace(/[^\w]/g, (letter) => `\\${letter}`);

function describe(catalog: Catalog): Described {
  const described = new Map<string, { readonly lines: Set<string>; readonly rights: Set<string> }>();
  const of = (name: string) => {
    const one = described.get(name) ?? { lines: new Set<string>(), rights: new Set<string>() };
    described.set(name, one);
    return one;
  };
  const names = new Map(
    [...catalog.relations, ...catalog.routines].map(({ id, name }) => [id, name] as const),
  );
  for (const { name, kind, invoker } of catalog.relations)
    of(name).lines.add(`${kind} ${String(invoker ?? false)}`);
  for (const one of catalog.columns) {
    const type = `${one.type} ${one.modifier} ${String(one.required)} ${String(one.computed)}`;
    of(names.get(one.relation) ?? "?").lines.add(`column ${one.name} ${type}`);
  }
  for (const { name, takes, names: called, optional, gives } of catalog.routines)
    of(name).lines.add(`(${takes.join()}) (${called.join()}) ${optional} ${gives}`);
  for (const { name, labels, attributes = [] } of catalog.types) {
    const parts = attributes.map((one) => `${one.name} ${one.type}`);
    of(name).lines.add(`type ${labels.join()} (${parts.join()})`);
  }
  for (const { relation, name } of catalog.policies)
    of(names.get(relation) ?? "?").lines.add(`policy ${name}`);
  for (const { relation, name, enabled } of catalog.triggers)
    of(names.get(relation) ?? "?").lines.add(`trigger ${name} ${String(enabled)}`);
  for (const { on, rights } of catalog.grants)
    // Only newer servers have it.
    for (const { to, may } of rights.filter((one) => one.may !== "MAINTAIN"))
      for (const id of on) of(names.get(id) ?? "?").rights.add(`${may} ${to}`);
  return described;
}
