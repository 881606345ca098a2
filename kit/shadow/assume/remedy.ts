import type { Node } from "libpg-query";
import { qualified, relationName } from "../../judge/names.ts";
import type { Statement } from "../../judge/split.ts";
import { as } from "../../judge/walk.ts";
import { adminSchema, serviceSchemas } from "../admin.ts";
import { tableOfColumn } from "./columns-in.ts";
import { isNowhere } from "./learn.ts";
import {
  type MadeUp,
  type Remedy,
  asMade,
  columnSql,
  columnsOf,
  functionSql,
  isEnum,
  relationSql,
  typeMadeUp,
} from "./made-up.ts";
import { dropRelation } from "./make-way.ts";
import { type Missing, type SqlError, missingIn, takenIn } from "./missing.ts";
import { extensionSql, extensionWith } from "./of-extensions.ts";
import { retyped } from "./retype.ts";
import { ident, partsOfName, quoted } from "./sql-names.ts";
import type { Assuming } from "./state.ts";
import { madeWay } from "./taken.ts";
import { uniqueFor } from "./unique.ts";

/** Nothing where the failure is the statement's own. */
export function remedyFor(state: Assuming, statement: Statement, error: SqlError): Remedy | undefined {
  const missing = missingIn(error);
  if (missing) return assumed(state, statement, missing, error);
  const taken = takenIn(error);
  if (taken) return madeWay(state, statement, taken);
  return retyped(state, statement, error) ?? emptied(state, statement, error);
}

/** Rows that a few statements have put in are in the way of a constraint that all rows that are live meet. */
function emptied({ unsureRows }: Assuming, { node }: Statement, { code }: SqlError): Remedy | undefined {
  const table = as(node, "AlterTableStmt")?.relation ?? as(node, "IndexStmt")?.relation;
  if (!table || !unsureRows.any || !code.startsWith("23")) return undefined;
  const drop = `set session_replication_role = replica; delete from ${quoted(relationName(table))}; set session_replication_role = origin`;
  return { ways: [plain(drop)] };
}

const plain = (sql: string): MadeUp => ({ sql, more: [] });

function schema(missing: string): Remedy {
  const name = quoted(missing);
  const granted = `create schema ${name}; grant usage on schema ${name} to anon, authenticated, service_role`;
  return { thing: `schema ${missing}`, ways: [plain(granted)], doubt: missing };
}

function assumed(
  state: Assuming,
  statement: Statement,
  missing: Missing,
  error: SqlError,
): Remedy | undefined {
  const { node } = statement;
  const extension = extensionWith(missing);
  if (extension !== undefined)
    return { thing: `extension ${extension}`, ways: [plain(extensionSql(extension))] };
  if (isNowhere(state, missing)) return undefined;
  switch (missing.kind) {
    case "relation":
    case "view":
    case "sequence":
      return relation(state, missing.name, missing.kind);
    case "column":
      return column(state, statement, missing, error);
    case "function":
      return routine(state, node, missing);
    case "type":
      return ownType(state, missing.name);
    case "schema":
      return schema(missing.name);
    case "role":
      return { thing: `role ${missing.name}`, ways: [plain(`create role ${ident(missing.name)}`)] };
    case "publication":
      return {
        thing: `publication ${missing.name}`,
        ways: [plain(`create publication ${ident(missing.name)}`)],
      };
    case "unique":
      return uniqueFor(node, missing.table, error, state);
    case "class":
      return undefined;
    default:
      return part(missing.kind, missing.table, missing.name);
  }
}

const isOfService = (name: string): boolean => serviceSchemas.includes(name.slice(0, name.indexOf(".")));

function relation(state: Assuming, name: string, kind: "relation" | "view" | "sequence"): Remedy | undefined {
  if (isOfService(name) || name.startsWith(`${adminSchema}.`)) return undefined;
  const says = state.says();
  const wanted = state.wanted.get(name) ?? (kind === "relation" ? "table" : kind);
  const made = says.makers.relations.get(name);
  const isTable = made !== undefined && as(made.node, "CreateStmt") !== undefined;
  const drop = dropRelation(name);
  const types = isTable || made === undefined ? [...columnsOf(says, name).values()] : [];
  return {
    thing: `${wanted} ${name}`,
    needs: types.flatMap((one) =>
      isBuiltIn(one) ? [] : (ownType(state, qualified(partsOfName(one.replace(/\[\]$/, "")))) ?? []),
    ),
    ways: [...(made && !isTable && made.sql !== "" ? [asMade(made)] : []), relationSql(says, name, wanted)],
    weak: [
      [`table ${name}`, drop],
      [`view ${name}`, drop],
      [`sequence ${name}`, drop],
    ],
    doubt: name,
  };
}

function column(
  state: Assuming,
  statement: Statement,
  missing: Missing & { readonly kind: "column" },
  error: SqlError,
): Remedy | undefined {
  const table = missing.table ?? tableOfColumn(state, statement, missing, error);
  if (table === undefined || isOfService(table) || isNowhere(state, missing, table)) return undefined;
  const { makers, sayings } = state.says();
  const type =
    makers.later.get(table)?.get(missing.name) ??
    makers.columns.get(table)?.get(missing.name) ??
    sayings.typeOf(table, missing.name);
  const [sql = "", other = ""] = columnSql(table, missing.name, type);
  const key = `column ${table}.${missing.name}`;
  const drop = `alter table ${quoted(table)} drop column if exists ${ident(missing.name)} cascade`;
  return {
    ...(state.doubted.has(table) ? {} : { thing: key }),
    ways: [plain(sql), plain(other)],
    weak: [[key, drop]],
    doubt: `${table}.${missing.name}`,
  };
}

/** What is called now does something that nobody knows; what is only named need not. */
function routine(
  state: Assuming,
  node: Node,
  { name, takes }: Missing & { readonly kind: "function" },
): Remedy | undefined {
  if ("SelectStmt" in node || "CallStmt" in node || "DoStmt" in node || isOfService(name)) return undefined;
  const says = state.says();
  const made = (says.makers.functions.get(name) ?? []).filter(({ sql }) => sql !== "");
  const types = (takes ?? []).map((one) => one.replace(/^\w+ => /, ""));
  const isTrigger = "CreateTrigStmt" in node;
  return {
    thing: `function ${name}`,
    ways: [...made.map(asMade), functionSql(says, name, types, isTrigger)],
    doubt: name,
  };
}

function ownType(state: Assuming, name: string): Remedy | undefined {
  if (isOfService(name)) return undefined;
  const made = state.says().makers.types.get(name);
  const guess = typeMadeUp(state.says(), name);
  return {
    thing: `type ${name}`,
    ways: [...(made && made.sql !== "" ? [asMade(made)] : []), ...(isEnum(made) || !made ? [guess] : [])],
    weak: [[`type ${name}`, `drop type if exists ${quoted(name)} cascade`]],
    doubt: name,
  };
}

/** What hangs on a table and is only taken away or changed. */
function part(kind: "policy" | "trigger" | "constraint", table: string, name: string): Remedy {
  const [on, called] = [quoted(table), ident(name)];
  const ways = {
    policy: `create policy ${called} on ${on} using (false)`,
    trigger: `create trigger ${called} after update on ${on} for each row execute function ${adminSchema}.nothing_happens()`,
    constraint: `alter table ${on} add constraint ${called} check (true)`,
  };
  return { thing: `${kind} ${name} on ${table}`, ways: [plain(ways[kind])], doubt: `${table}.${name}` };
}

const builtIn =
  /^(uuid|text|(var)?char|bpchar|character varying|character|"char"|name|citext|bool(ean)?|(small|big)?int(eger)?|int[248]|(small|big)?serial|serial[248]|numeric|decimal|real|float[48]?|double precision|money|date|time|timetz|timestamp|timestamptz|timestamp with(out)? time zone|interval|jsonb?|bytea|inet|cidr|macaddr|tsvector|tsquery|xml|oid|reg\w+|bit|varbit|point|(int[48]|num|ts|tstz|date)range|vector|halfvec)$/;

const isBuiltIn = (type: string): boolean =>
  type.startsWith("pg_catalog.") ||
  builtIn.test(type.replace(/\[\]$/, "").replace(/^(extensions|pg_catalog)\./, ""));
