import type { Node } from "libpg-query";
import type { Context, Hit } from "../hit.ts";
import { partsOf, qualified } from "../names.ts";
import type { NodeOf } from "../walk.ts";
import { constraintHits } from "./check-constraint.ts";

/** A constraint of a domain is one of every column that has it. */
export function checkDomain(
  { typeName, subtype = "", def }: NodeOf<"AlterDomainStmt">,
  { known, catalog }: Context,
): readonly Hit[] {
  const domain = qualified(partsOf(typeName));
  if (known.has(`type ${domain}`)) return [];
  const hits = hitsOf(domain, { subtype, def }, catalog);
  const tables = catalog.tablesWith(domain);
  const live = tables.filter((table) => !known.fresh(`table ${table}`));
  // Of one that no file has made, no file tells who has it.
  const unused = catalog.isTypeUsed(domain) === false && catalog.has(`type ${domain}`);
  if (tables.length === 0) return unused ? [] : hits;
  return hits.flatMap((hit) =>
    hit.rule.startsWith("scan-")
      ? live.map((table) => ({ ...hit, thing: `${table}.${domain.slice(domain.indexOf(".") + 1)}` }))
      : live.length > 0
        ? [hit]
        : [],
  );
}

function hitsOf(
  domain: string,
  { subtype, def }: { readonly subtype: string; readonly def: Node | undefined },
  { has }: Pick<Context["catalog"], "has">,
): readonly Hit[] {
  switch (subtype) {
    case "C":
      return constraintHits(domain, def ? { def } : {});
    case "V":
      return [{ rule: "scan-for-constraint", thing: domain }];
    case "O":
      return [
        { rule: "set-not-null", thing: domain },
        { rule: "scan-for-not-null", thing: domain },
      ];
    case "T":
      return !def && has(`strict ${domain}`) && has(`given ${domain}`)
        ? [{ rule: "drop-default", thing: domain }]
        : [];
    default:
      return [];
  }
}
