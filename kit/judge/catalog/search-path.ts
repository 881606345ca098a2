import type { Node, RangeVar } from "libpg-query";
import { partsOf } from "../names.ts";
import { type NodeOf, as, walk } from "../walk.ts";
import type { Catalog } from "./catalog.ts";

/** Where names without a schema lead, as the file has set it so far. */
export interface SearchPath {
  /** The statement with the schemas that its names lead to; itself, where that is `public` anyway. */
  resolved(node: Node, catalog: Pick<Catalog, "has">): Node;
}

export function usualPath(): SearchPath {
  let path: readonly string[] = ["public"];
  // Of this session: they stand in front of every schema.
  const temporary = new Set<string>();
  return {
    resolved: (node, catalog) => {
      path = pathAfter(node) ?? path;
      const [first = "public"] = path;
      const hidden = temporary.size > 0;
      const statement =
        first === "public" && !hidden
          ? node
          : named(node, (kinds, name) => {
              if (kinds.includes("table") && temporary.has(name)) return "pg_temp";
              const has = (schema: string) => kinds.some((kind) => catalog.has(`${kind} ${schema}.${name}`));
              return first === "public" ? first : (path.find(has) ?? first);
            });
      for (const name of madeForSession(statement)) temporary.add(name);
      for (const name of temporaryDropped(statement)) temporary.delete(name);
      return statement;
    },
  };
}

function madeForSession(node: Node): readonly string[] {
  const made =
    as(node, "CreateStmt")?.relation ??
    as(node, "CreateTableAsStmt")?.into?.rel ??
    as(node, "SelectStmt")?.intoClause?.rel;
  const isTemporary = made?.relpersistence === "t" || made?.schemaname === "pg_temp";
  const renamed = temporaryRenamed(node);
  return [...(isTemporary && made?.relname !== undefined ? [made.relname] : []), ...renamed.slice(1)];
}

/** Its name before and after. */
function temporaryRenamed(node: Node): readonly string[] {
  const { renameType, relation, newname } = as(node, "RenameStmt") ?? {};
  if (renameType !== "OBJECT_TABLE" || relation?.schemaname !== "pg_temp") return [];
  return [relation.relname ?? "?", newname ?? "?"];
}

/** What is no longer called so. */
function temporaryDropped(node: Node): readonly string[] {
  const names = (as(node, "DropStmt")?.objects ?? []).map((object) => partsOf(as(object, "List")?.items));
  const gone = names.flatMap(([schema, name]) => (schema === "pg_temp" && name !== undefined ? [name] : []));
  return [...gone, ...temporaryRenamed(node).slice(0, 1)];
}

/** The path that a statement sets; undefined where it sets none. */
function pathAfter(node: Node): readonly string[] | undefined {
  const setting = as(node, "VariableSetStmt");
  if (setting?.kind === "VAR_RESET_ALL" || as(node, "DiscardStmt")) return ["public"];
  if (setting?.name === "search_path")
    return setting.kind === "VAR_SET_VALUE"
      ? schemas((setting.args ?? []).map((one) => as(one, "A_Const")?.sval?.sval ?? ""))
      : ["public"];
  const target = as(as(node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
  const call = as(target, "FuncCall");
  if (partsOf(call?.funcname).at(-1) !== "set_config") return undefined;
  const [name, value] = (call?.args ?? []).map((one) => as(one, "A_Const")?.sval?.sval);
  return name === "search_path" ? schemas((value ?? "").split(",")) : undefined;
}

function schemas(names: readonly string[]): readonly string[] {
  const plain = names.map((name) => name.trim().replaceAll('"', ""));
  return plain.filter((name) => !["", "$user", "pg_catalog", "pg_temp"].includes(name));
}

type SchemaOf = (kinds: readonly string[], name: string) => string;

const relations = ["table", "view", "sequence", "index"];

/** A copy of the statement in which every name has its schema. What is made is made in the first of the path. */
function named(statement: Node, schemaOf: SchemaOf): Node {
  const node = structuredClone(statement);
  const queries = new Set<string>();
  walk(node, (type, value) => {
    if (type === "CommonTableExpr") queries.add((value as NodeOf<"CommonTableExpr">).ctename ?? "");
  });
  const relation = (one: RangeVar | undefined): void => {
    const name = one?.relname ?? "";
    if (!one || one.schemaname !== undefined || one.relpersistence === "t" || queries.has(name)) return;
    one.schemaname = schemaOf(relations, name);
  };
  const list = (items: Node[] | undefined, kinds: readonly string[]): void => {
    const [only, ...more] = partsOf(items);
    if (items && only !== undefined && more.length === 0)
      items.unshift({ String: { sval: schemaOf(kinds, only) } });
  };
  const fields = node as unknown;
  everyRelation(fields, relation);
  walk(node, (type, value) => {
    if (type === "CreateFunctionStmt") list((value as NodeOf<"CreateFunctionStmt">).funcname, []);
    if (type === "CreateEnumStmt") list((value as NodeOf<"CreateEnumStmt">).typeName, []);
    if (type === "AlterEnumStmt") list((value as NodeOf<"AlterEnumStmt">).typeName, ["type"]);
    if (type === "DropStmt") dropped(value as NodeOf<"DropStmt">, list);
  });
  return node;
}

function dropped(
  { objects, removeType = "OBJECT_TABLE" }: NodeOf<"DropStmt">,
  list: (items: Node[] | undefined, kinds: readonly string[]) => void,
): void {
  if (["OBJECT_POLICY", "OBJECT_TRIGGER", "OBJECT_RULE"].includes(removeType)) {
    for (const object of objects ?? []) {
      const items = as(object, "List")?.items;
      const table = items?.slice(0, -1) ?? [];
      list(table, relations);
      items?.splice(0, items.length - 1, ...table);
    }
    return;
  }
  for (const object of objects ?? []) {
    list(as(object, "List")?.items, relations);
    list(as(object, "ObjectWithArgs")?.objname, ["function"]);
    list(as(object, "TypeName")?.names, ["type"]);
  }
}

/** Relations are told by their fields: some statements hold them without a node of their own. */
function everyRelation(tree: unknown, visit: (relation: RangeVar) => void): void {
  if (Array.isArray(tree)) {
    for (const item of tree) everyRelation(item, visit);
    return;
  }
  if (typeof tree !== "object" || tree === null) return;
  if ("relname" in tree && "relpersistence" in tree) visit(tree as RangeVar);
  for (const value of Object.values(tree)) everyRelation(value, visit);
}
