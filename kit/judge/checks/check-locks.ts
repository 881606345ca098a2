import type { Context, Hit } from "../hit.ts";
import { relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";
import { isOfNewColumns, newColumns } from "./new-columns.ts";
import { isOn } from "./option.ts";

/** An index on a table that has rows. */
export function checkIndex(value: NodeOf<"IndexStmt">, context: Context): readonly Hit[] {
  const { known, catalog } = context;
  const { relation, concurrent, unique, idxname, if_not_exists: ifNotExists } = value;
  const table = relationName(relation);
  const key = `index ${table.slice(0, table.indexOf("."))}.${idxname ?? ""}`;
  const isView = catalog.has(`view ${table}`) || known.has(`view ${table}`);
  // On a parent ONLY, nothing is built.
  if (isView || relation?.inh !== true || known.fresh(`table ${table}`)) return [];
  if (ifNotExists && catalog.has(key)) return [];
  const thing = `${table}.${idxname ?? "an index"}`;
  return [
    ...(unique && !isOfNew(value, table, context) ? [{ rule: "add-constraint", thing } as const] : []),
    ...(concurrent ? [] : [{ rule: "build-index", thing } as const]),
  ];
}

/** Live code leaves a new column empty, and of what is empty any number may be. */
function isOfNew(index: NodeOf<"IndexStmt">, table: string, context: Context): boolean {
  const names = (index.indexParams ?? []).map((node) => as(node, "IndexElem")?.name ?? "?");
  const keys = names.map((name) => ({ String: { sval: name } }));
  const same = index.nulls_not_distinct ? { nulls_not_distinct: true } : {};
  return isOfNewColumns({ contype: "CONSTR_UNIQUE", keys, ...same }, newColumns(table, [], context));
}

/** All rows of a table that LOCK TABLE has closed to writers. */
export function checkScan(
  { fromClause, whereClause, limitCount }: NodeOf<"SelectStmt">,
  { held, known }: Context,
): readonly Hit[] {
  if (whereClause || limitCount) return [];
  return (fromClause ?? []).flatMap((node): readonly Hit[] => {
    const table = relationName(as(node, "RangeVar"));
    return held.locked(table) && !known.fresh(`table ${table}`)
      ? [{ rule: "scan-under-lock", thing: table }]
      : [];
  });
}

export function checkReindex(
  { relation, params, kind }: NodeOf<"ReindexStmt">,
  { known, catalog }: Context,
): readonly Hit[] {
  if ((params ?? []).some((node) => as(node, "DefElem")?.defname === "concurrently")) return [];
  const name = relationName(relation);
  const what = kind === "REINDEX_OBJECT_INDEX" ? "index" : "table";
  const on = relationName(as(catalog.made(`index ${name}`), "IndexStmt")?.relation);
  if (known.fresh(`${what} ${name}`) || (what === "index" && known.fresh(`table ${on}`))) return [];
  return [{ rule: "rebuild-under-lock", thing: name }];
}

export function checkCluster({ relation }: NodeOf<"ClusterStmt">, { known }: Context): readonly Hit[] {
  const name = relation ? relationName(relation) : "every table";
  return known.fresh(`table ${name}`) ? [] : [{ rule: "rebuild-under-lock", thing: name }];
}

export function checkVacuum({ options, rels }: NodeOf<"VacuumStmt">): readonly Hit[] {
  if (!isOn(options, "full")) return [];
  const names = (rels ?? []).map((node) => relationName(as(node, "VacuumRelation")?.relation));
  return [{ rule: "rebuild-under-lock", thing: names.join(", ") || "every table" }];
}
