import type { AlterTableCmd, Node } from "libpg-query";
import { constraintsOf, fullType, isSerial, isVirtual } from "../catalog/columns.ts";
import type { Context, Hit } from "../hit.ts";
import { partsOf, qualified } from "../names.ts";
import { as, walk } from "../walk.ts";

/** A column that a table with rows gets. A default that is the same for all rows is only noted, not written. */
export function checkAddColumn(
  table: string,
  { def, missing_ok: ifNotExists }: AlterTableCmd,
  { catalog }: Context,
): readonly Hit[] {
  const column = as(def, "ColumnDef");
  if (!column || (ifNotExists && catalog.column(table, column.colname ?? "?"))) return [];
  const thing = `${table}.${column.colname ?? "?"}`;
  const kinds = constraintsOf(column);
  const filled = isSerial(column) || kinds.has("CONSTR_IDENTITY") || kinds.has("CONSTR_GENERATED");
  const virtual = isVirtual(column);
  const value = kinds.get("CONSTR_DEFAULT");
  const hits: Hit[] = [];
  const key = kinds.has("CONSTR_PRIMARY");
  const domain = `public.${fullType(column.typeName)}`.replace(/^public\.(?=.*\.)/, "");
  const checked = catalog.isChecked(domain);
  const needed = key || kinds.has("CONSTR_NOTNULL") || catalog.has(`strict ${domain}`);
  if ((filled && !virtual) || checked || isVolatile(value, catalog))
    hits.push({ rule: "rewrite-table", thing });
  if (virtual && kinds.has("CONSTR_NOTNULL")) hits.push({ rule: "scan-for-not-null", thing });
  if (key || kinds.has("CONSTR_UNIQUE")) hits.push({ rule: "build-constraint-index", thing });
  // A default that is written out, even NULL, has PostgreSQL look every row up in the other table.
  const idle = kinds.has("CONSTR_ATTR_NOT_ENFORCED");
  if ((kinds.has("CONSTR_CHECK") && !idle) || (kinds.has("CONSTR_FOREIGN") && value !== undefined))
    hits.push({ rule: "scan-for-constraint", thing });
  // Where the column has no default of its own, its domain's is taken.
  if (needed && !filled && value === undefined && !catalog.has(`given ${domain}`))
    hits.push({ rule: "required-column", thing });
  return hits;
}

/** PostgreSQL's own and those of common extensions; others are looked up. */
const volatile: ReadonlySet<string> = new Set(
  (
    "random random_normal gen_random_uuid uuidv4 uuidv7 clock_timestamp timeofday nextval setval uuid_generate_v1 " +
    "uuid_generate_v1mc uuid_generate_v4 gen_random_bytes gen_salt pg_sleep txid_current nanoid"
  ).split(" "),
);

function isVolatile(value: Node | undefined, catalog: Context["catalog"]): boolean {
  let found = false;
  walk(value, (type, inner) => {
    if (type !== "FuncCall") return;
    const name = partsOf((inner as { funcname?: readonly Node[] }).funcname);
    found ||= volatile.has(name.at(-1) ?? "") || isOwnVolatile(qualified(name), catalog);
  });
  return found;
}

/** A function is volatile unless it says otherwise. */
function isOwnVolatile(name: string, catalog: Context["catalog"]): boolean {
  const made = as(catalog.made(`function ${name}()`), "CreateFunctionStmt");
  if (!made) return false;
  const said = (made.options ?? [])
    .map((node) => as(node, "DefElem"))
    .find((one) => one?.defname === "volatility");
  return !["immutable", "stable"].includes(as(said?.arg, "String")?.sval ?? "volatile");
}
