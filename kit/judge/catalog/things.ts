import type { CreateFunctionStmt, CreateStmt, Node, RangeVar } from "libpg-query";
import { partsOf, qualified, relationName, typeText } from "../names.ts";
import { type Constrained, constraintsOfCommand, constraintsOfTable } from "./constraint-names.ts";
import { memberships, schemaRights } from "./given.ts";
import { bucketsIn } from "./buckets.ts";
import { restIn } from "./partitions.ts";
import { madeByCalls, publishedIn, settingsOf } from "./settings.ts";
import { type NodeOf, type NodeType, as } from "../walk.ts";

/** What a statement makes, as `table public.t`, `policy public.t.p`. `sure`: it cannot have been there before. */
export interface Made {
  readonly key: string;
  readonly sure: boolean;
}

type Makers = { readonly [Type in NodeType]?: (value: NodeOf<Type>) => readonly Made[] };

const one = (kind: string, name: string, sure = true): readonly Made[] => [{ key: `${kind} ${name}`, sure }];

const makers: Makers = {
  CreateStmt: (value) => [
    ...table(value),
    ...constraintsOfTable(value).map(constraint),
    ...rest({ CreateStmt: value }),
  ],
  CreateForeignTableStmt: (value) => table(value.base),
  CreateTableAsStmt: ({ into, objtype, if_not_exists: maybe }) =>
    one(objtype === "OBJECT_MATVIEW" ? "view" : "table", relationName(into?.rel), !maybe),
  SelectStmt: (value) => [
    ...(value.intoClause ? one("table", relationName(value.intoClause.rel)) : []),
    ...madeByCalls(value).map(anyhow),
  ],
  ViewStmt: ({ view, replace }) => one("view", relationName(view), !replace),
  CreateRoleStmt: ({ role }) => one("role", role ?? "?"),
  CreateSchemaStmt: ({ schemaname, if_not_exists: maybe }) => one("schema", schemaname ?? "?", !maybe),
  CreateSeqStmt: ({ sequence, if_not_exists: maybe }) => one("sequence", relationName(sequence), !maybe),
  CreateEnumStmt: ({ typeName }) => one("type", qualified(partsOf(typeName))),
  CompositeTypeStmt: ({ typevar }) => one("type", relationName(typevar)),
  CreateRangeStmt: ({ typeName }) => one("type", qualified(partsOf(typeName))),
  CreateDomainStmt: ({ domainname }) => one("type", qualified(partsOf(domainname))),
  CreateExtensionStmt: ({ extname, if_not_exists: maybe }) => one("extension", extname ?? "?", !maybe),
  CreatePublicationStmt: ({ pubname, pubobjects }) => [
    ...one("publication", pubname ?? "?"),
    ...publishedIn(pubname, pubobjects).map(anyhow),
  ],
  AlterPublicationStmt: ({ pubname, pubobjects, action }) =>
    action === "AP_DropObjects" ? [] : publishedIn(pubname, pubobjects).map(anyhow),
  CreatePolicyStmt: ({ table: on, policy_name: name }) => one("policy", `${relationName(on)}.${name ?? "?"}`),
  CreateTrigStmt: ({ relation, trigname, replace }) =>
    one("trigger", `${relationName(relation)}.${trigname ?? "?"}`, !replace),
  CreateEventTrigStmt: ({ trigname }) => one("trigger", trigname ?? "?"),
  RuleStmt: ({ relation, rulename, replace }) =>
    one("trigger", `${relationName(relation)}.${rulename ?? "?"}`, !replace),
  IndexStmt: ({ relation, idxname, if_not_exists: maybe }) =>
    idxname ? one("index", `${schemaOf(relation)}.${idxname}`, !maybe) : [],
  CreateFunctionStmt: (value) => functions(value),
  GrantStmt: (value) => (value.is_grant ? schemaRights(value) : []).map(anyhow),
  GrantRoleStmt: (value) => (value.is_grant ? memberships(value) : []).map(anyhow),
  AlterTableStmt: (value) => [
    ...(value.cmds ?? []).flatMap((command) => [
      ...column(value.relation, command),
      ...constraintsOfCommand(value.relation, command).map(constraint),
      ...settingsOf(value.relation, command).map(anyhow),
    ]),
    ...rest({ AlterTableStmt: value }),
  ],
  RefreshMatViewStmt: ({ relation, skipData }) =>
    skipData ? [] : [anyhow(`filled ${relationName(relation)}`)],
  DefineStmt: ({ kind, defnames, args, replace }) => {
    if (kind !== "OBJECT_AGGREGATE") return [];
    const types = (as(args?.[0], "List")?.items ?? []).map((node) =>
      typeText(as(node, "FunctionParameter")?.argType),
    );
    return one("function", `${qualified(partsOf(defnames))}(${types.join(",")})`, !replace);
  },
  InsertStmt: (value) =>
    [...bucketsIn(value).keys()].map((id) => ({
      key: `bucket ${id}`,
      sure: value.onConflictClause === undefined,
    })),
};

/** A default partition. */
function rest(node: Node): readonly Made[] {
  const found = restIn(node);
  return found ? [anyhow(found.key)] : [];
}

/** What a top-level statement makes. */
export function madeBy(node: Node): readonly Made[] {
  const [type, value] = Object.entries(node)[0] ?? ["", undefined];
  const maker = makers[type as NodeType] as ((value: unknown) => readonly Made[]) | undefined;
  return maker?.(value) ?? [];
}

function schemaOf(relation: RangeVar | undefined): string {
  const name = relationName(relation);
  return name.slice(0, name.indexOf("."));
}

function table(value: CreateStmt | undefined): readonly Made[] {
  return one("table", relationName(value?.relation), !value?.if_not_exists);
}

/** It may have been there before. */
function anyhow(key: string): Made {
  return { key, sure: false };
}

function constraint({ name, sure }: Constrained): Made {
  return { key: `constraint ${name}`, sure };
}

function column(relation: RangeVar | undefined, node: Node): readonly Made[] {
  const command = as(node, "AlterTableCmd");
  if (command?.subtype !== "AT_AddColumn") return [];
  const name = as(command.def, "ColumnDef")?.colname ?? "?";
  return one("column", `${relationName(relation)}.${name}`, !command.missing_ok);
}

/** A function under its whole signature, by which it is granted. */
export function functionKey(node: Node): string {
  return madeBy(node)[0]?.key ?? "";
}

/** Under every signature by which it can be called, the whole one first: arguments with defaults may be left out. */
function functions({ funcname, parameters, replace }: CreateFunctionStmt): readonly Made[] {
  const given = (parameters ?? []).flatMap((node) => {
    const parameter = as(node, "FunctionParameter");
    return parameter && !["FUNC_PARAM_OUT", "FUNC_PARAM_TABLE"].includes(parameter.mode ?? "")
      ? [parameter]
      : [];
  });
  const types = given.map((parameter) => typeText(parameter.argType));
  const needed = given.findLastIndex((parameter) => parameter.defexpr === undefined) + 1;
  return Array.from({ length: types.length - needed + 1 }, (_, left) =>
    types.slice(0, types.length - left),
  ).flatMap((some) => one("function", `${qualified(partsOf(funcname))}(${some.join(",")})`, !replace));
}
