import type { AlterTableCmd } from "libpg-query";
import type { Context, Hit } from "../hit.ts";
import { partsOf, qualified } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";

/** A constraint of a table that has rows. */
export function checkAddConstraint(table: string, { def }: AlterTableCmd): readonly Hit[] {
  const constraint = as(def, "Constraint");
  const { contype, conname, skip_validation: later, indexname } = constraint ?? {};
  const thing = `${table}.${conname ?? "a constraint"}`;
  const tightens: Hit = { rule: "add-constraint", thing };
  switch (contype) {
    case "CONSTR_CHECK":
    case "CONSTR_FOREIGN":
    case "CONSTR_NOTNULL":
      return later ? [tightens] : [tightens, { rule: "scan-for-constraint", thing }];
    case "CONSTR_UNIQUE":
    case "CONSTR_PRIMARY":
    case "CONSTR_EXCLUSION":
      return indexname === undefined ? [tightens, { rule: "build-constraint-index", thing }] : [tightens];
    default:
      return [];
  }
}

export function checkSetNotNull(
  table: string,
  { name = "?" }: AlterTableCmd,
  { catalog }: Context,
): readonly Hit[] {
  const thing = `${table}.${name}`;
  if (catalog.column(table, name)?.notNull) return [];
  const tightens: Hit = { rule: "set-not-null", thing };
  return catalog.provenNotNull(table, name) ? [tightens] : [tightens, { rule: "scan-for-not-null", thing }];
}

/** A constraint of a domain is one of every column that has it. */
export function checkDomain(
  { typeName, subtype, def }: NodeOf<"AlterDomainStmt">,
  { known }: Context,
): readonly Hit[] {
  const domain = qualified(partsOf(typeName));
  if (known.has(`type ${domain}`)) return [];
  if (subtype === "O")
    return [
      { rule: "set-not-null", thing: domain },
      { rule: "scan-for-not-null", thing: domain },
    ];
  return subtype === "C" ? checkAddConstraint(domain, def ? { def } : {}) : [];
}
