import type { AlterTableCmd } from "libpg-query";
import { fullType } from "../catalog/columns.ts";
import type { Context, Hit } from "../hit.ts";
import { typeChange } from "./type-change.ts";
import { as, contains } from "../walk.ts";

const columnRef: ReadonlySet<string> = new Set(["ColumnRef"]);

export function checkColumnType(
  table: string,
  { name = "?", def }: AlterTableCmd,
  { known, catalog }: Context,
): readonly Hit[] {
  const thing = `${table}.${name}`;
  const column = as(def, "ColumnDef");
  const change = typeChange(catalog.column(table, name)?.type, fullType(column?.typeName));
  const using = column?.raw_default;
  const replaced = using !== undefined && !contains(using, columnRef);
  if (known.has(`column ${thing}`)) return change.rewrites ? [{ rule: "rewrite-table", thing }] : [];
  return [
    ...(change.same && !replaced ? [] : [{ rule: "alter-column-type", thing } as const]),
    ...(change.loses || replaced ? [{ rule: "narrow-column-type", thing } as const] : []),
    ...(change.rewrites || replaced ? [{ rule: "rewrite-table", thing } as const] : []),
  ];
}
