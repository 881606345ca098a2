import type { Node } from "libpg-query";
import { partsOf, qualified } from "../names.ts";
import type { ThingMap } from "./thing-map.ts";
import { as } from "../walk.ts";

interface Store {
  readonly things: ThingMap<Node>;
  /** Of enums, by `public.name`. */
  readonly labels: Map<string, readonly string[]>;
}

/** What a statement makes of types: the labels of an enum, and whether the values of a domain are checked. */
export function readTypes(store: Store, node: Node): void {
  readLabels(store, node);
  const domain = domainChecked(node);
  if (domain !== undefined) store.things.set(`checked ${domain}`, node);
  readDomain(store.things, node);
}

/** Of a domain: whether it is NOT NULL, `strict public.d`, and whether it has a default, `given public.d`. */
function readDomain(things: Store["things"], node: Node): void {
  const made = as(node, "CreateDomainStmt");
  const kinds = (made?.constraints ?? []).map((one) => as(one, "Constraint")?.contype);
  if (kinds.includes("CONSTR_NOTNULL")) things.set(`strict ${qualified(partsOf(made?.domainname))}`, node);
  if (kinds.includes("CONSTR_DEFAULT")) things.set(`given ${qualified(partsOf(made?.domainname))}`, node);
  const { subtype, typeName, def } = as(node, "AlterDomainStmt") ?? {};
  const name = qualified(partsOf(typeName));
  if (subtype === "O") things.set(`strict ${name}`, node);
  if (subtype === "N") things.delete(`strict ${name}`);
  if (subtype === "T" && def) things.set(`given ${name}`, node);
  if (subtype === "T" && !def) things.delete(`given ${name}`);
}

/** The domain that gets a constraint. */
function domainChecked(node: Node): string | undefined {
  const made = as(node, "CreateDomainStmt");
  const checks = ["CONSTR_CHECK", "CONSTR_NOTNULL"];
  if (made?.constraints?.some((one) => checks.includes(as(one, "Constraint")?.contype ?? "")))
    return qualified(partsOf(made.domainname));
  const altered = as(node, "AlterDomainStmt");
  return ["C", "O"].includes(altered?.subtype ?? "") ? qualified(partsOf(altered?.typeName)) : undefined;
}

function readLabels({ labels }: Pick<Store, "labels">, node: Node): void {
  const made = as(node, "CreateEnumStmt");
  if (made) labels.set(qualified(partsOf(made.typeName)), partsOf(made.vals));
  const altered = as(node, "AlterEnumStmt");
  const type = qualified(partsOf(altered?.typeName));
  const before = labels.get(type);
  if (!before || altered?.newVal === undefined) return;
  const { oldVal, newVal } = altered;
  labels.set(type, [...before.filter((label) => label !== oldVal && label !== newVal), newVal]);
}
