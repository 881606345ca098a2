import type { AlterTableCmd } from "libpg-query";
import type { Context, Hit } from "../hit.ts";
import { as } from "../walk.ts";

/** PostgreSQL's letter for GENERATED ALWAYS. */
const always = "a";

/** GENERATED ALWAYS refuses (428C9) the value that whoever inserts may have brought until now. */
export function checkIdentity(
  table: string,
  { name = "?", def }: AlterTableCmd,
  { known, catalog }: Pick<Context, "known" | "catalog">,
): readonly Hit[] {
  const said = (as(def, "List")?.items ?? [])
    .map((node) => as(node, "DefElem"))
    .find((one) => one?.defname === "generated");
  const letter = as(said?.arg, "Integer")?.ival;
  const when = letter === undefined ? as(def, "Constraint")?.generated_when : String.fromCharCode(letter);
  const thing = `${table}.${name}`;
  const isNone = when !== always || known.has(`column ${thing}`) || catalog.column(table, name)?.always;
  return isNone ? [] : [{ rule: "generated-always", thing }];
}
