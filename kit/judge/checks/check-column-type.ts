import type { AlterTableCmd, Node } from "libpg-query";
import { fullType } from "../catalog/columns.ts";
import type { Context, Hit } from "../hit.ts";
import { as } from "../walk.ts";
import { succeeds } from "./enum-rebuild.ts";
import { isSameMoment, typeChange } from "./type-change.ts";
import { fateOf } from "./using.ts";

export function checkColumnType(
  table: string,
  { name = "?", def }: AlterTableCmd,
  context: Context,
): readonly Hit[] {
  const { known, catalog, utc } = context;
  const thing = `${table}.${name}`;
  const column = as(def, "ColumnDef");
  const [was, is] = [catalog.column(table, name)?.type, fullType(column?.typeName)];
  const { base, checked } = domainOf(is, context);
  const plain = isPlain(column?.raw_default, is);
  const seen =
    plain && utc && isSameMoment(was, is) ? { ...typeChange(was, is), rewrites: false } : typeChange(was, is);
  // A domain that checks nothing is kept as what it stands for.
  const change = base === undefined || checked ? seen : { ...seen, rewrites: typeChange(was, base).rewrites };
  if (known.has(`column ${thing}`)) return change.rewrites ? [{ rule: "rewrite-table", thing }] : [];
  const fate = fateOf(column?.raw_default, was);
  const same = fate === "kept" && (change.same || (was !== undefined && isRebuilt(was, is, context)));
  // What an index has put in order by the former collation is put in order anew.
  const sorted = column?.collClause !== undefined && !change.rewrites && catalog.isIndexed(table, name);
  return [
    ...(sorted ? [{ rule: "rebuild-under-lock", thing } as const] : []),
    ...(same ? [] : [{ rule: "alter-column-type", thing } as const]),
    ...(checked ? [{ rule: "add-constraint", thing } as const] : []),
    ...(change.loses || fate !== "kept" ? [{ rule: "narrow-column-type", thing } as const] : []),
    ...(change.rewrites || fate !== "kept" ? [{ rule: "rewrite-table", thing } as const] : []),
  ];
}

/** No USING, or one that says what happens without it. */
function isPlain(using: Node | undefined, is: string): boolean {
  const cast = as(using, "TypeCast");
  const inner = cast && fullType(cast.typeName) === is ? cast.arg : using;
  return inner === undefined || as(inner, "ColumnRef") !== undefined;
}

/** What a domain stands for; no base where the type is none that the files have made. */
function domainOf(
  type: string,
  { catalog }: Context,
): { readonly base: string | undefined; readonly checked: boolean } {
  const name = type.includes(".") ? type : `public.${type}`;
  const made = as(catalog.made(`type ${name}`), "CreateDomainStmt");
  return { base: made && fullType(made.typeName), checked: catalog.isChecked(name) };
}

/** To its readers it is the same enum with more labels. */
function isRebuilt(was: string, is: string, context: Context): boolean {
  const [from, to] = [was, is].map((type) => {
    const plain = type.replace(/(\[\])+$/, "");
    return plain.includes(".") ? plain : `public.${plain}`;
  });
  return succeeds(from ?? "", to ?? "", context);
}
