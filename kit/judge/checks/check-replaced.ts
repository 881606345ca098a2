import type { CreateFunctionStmt, FunctionParameter, Node } from "libpg-query";
import { viewTypes } from "../catalog/query-columns.ts";
import { functionKey } from "../catalog/things.ts";
import type { Context, Hit } from "../hit.ts";
import { columnName, partsOf, relationName, typeText } from "../names.ts";
import { type NodeOf, as, contains } from "../walk.ts";

/** CREATE OR REPLACE of a function that is there with another result, other names or fewer defaults. */
export function checkReplaced(value: CreateFunctionStmt, { catalog, known }: Context): readonly Hit[] {
  const key = functionKey({ CreateFunctionStmt: value });
  const before = as(catalog.made(key), "CreateFunctionStmt");
  if (!value.replace || !before || known.has(key) || wasTaken(key, known)) return [];
  if (functionKey({ CreateFunctionStmt: before }) !== key) return [];
  const note = differs(before, value);
  return note === undefined ? [] : [{ rule: "replace-mismatch", thing: key.slice("function ".length), note }];
}

/** Dropped by a statement before it, also where only a branch does both. */
function wasTaken(key: string, known: Context["known"]): boolean {
  return known.was(key) !== undefined;
}

function differs(had: CreateFunctionStmt, has: CreateFunctionStmt): string | undefined {
  if (had.is_procedure !== has.is_procedure)
    return had.is_procedure ? "it is a procedure (42809)" : "it is a function (42809)";
  const [was, is] = [resultOf(had), resultOf(has)];
  if (was !== undefined && is !== undefined && was !== is) return "its result is another (42P13)";
  const [before, after] = [inputsOf(had), inputsOf(has)];
  const renamed = before.find(({ name }, at) => name !== undefined && name !== after[at]?.name);
  if (renamed) return `its argument ${renamed.name ?? "?"} is called otherwise (42P13)`;
  const optional = (all: typeof before): number => all.filter(({ defexpr }) => defexpr !== undefined).length;
  return optional(after) < optional(before) ? "an argument has no default any more (42P13)" : undefined;
}

const outputs: ReadonlySet<string> = new Set(["FUNC_PARAM_OUT", "FUNC_PARAM_INOUT", "FUNC_PARAM_TABLE"]);

/** Its columns in their order, or its type; a modifier is none of it, and what `%TYPE` stands for is not known here. */
function resultOf({
  returnType,
  parameters,
  is_procedure: isProcedure,
}: CreateFunctionStmt): string | undefined {
  const columns = given(parameters).filter(({ mode }) => outputs.has(mode ?? ""));
  const many = returnType?.setof ? "setof " : "";
  if (columns.length > 1 || columns.some(({ mode }) => mode === "FUNC_PARAM_TABLE"))
    return `${many}(${columns.map(({ name = "", argType }) => `${name} ${typeText(argType)}`).join(", ")})`;
  if (isProcedure) return "";
  const type = columns[0]?.argType ?? returnType;
  return type?.pct_type ? undefined : `${many}${typeText(type)}`;
}

function inputsOf({ parameters }: CreateFunctionStmt): readonly FunctionParameter[] {
  return given(parameters).filter(({ mode }) => mode !== "FUNC_PARAM_OUT" && mode !== "FUNC_PARAM_TABLE");
}

function given(parameters: readonly Node[] | undefined): readonly FunctionParameter[] {
  return (parameters ?? []).flatMap((node) => as(node, "FunctionParameter") ?? []);
}

/** CREATE OR REPLACE VIEW may add columns at the end, and nothing else. */
export function checkReplacedView(value: NodeOf<"ViewStmt">, context: Context): readonly Hit[] {
  const { catalog, known } = context;
  const view = relationName(value.view);
  const before = as(catalog.made(`view ${view}`), "ViewStmt");
  if (!value.replace || !before || known.has(`view ${view}`) || wasTaken(`view ${view}`, known)) return [];
  const [had, has] = [before, value].map(plainColumns);
  // What a star stood for then, the table's columns of today do not tell.
  if (!had || !has) return [];
  const note = (what: string): readonly Hit[] => [
    { rule: "replace-mismatch", thing: view, note: `${what} (42P16)` },
  ];
  const gone = had.find((name, at) => {
    const now = at < has.length ? has[at] : "";
    return name !== undefined && now !== undefined && name !== now;
  });
  if (gone !== undefined) return note(`its column ${gone} is gone, or not in its place any more`);
  if (has.length < had.length) return note("it has fewer columns");
  const [types, now] = [before, value].map((one) => viewTypes({ ViewStmt: one }, catalog.column));
  const other = had.find((name) => {
    const [was, is] = [types?.get(name ?? ""), now?.get(name ?? "")].map(stored);
    return was !== undefined && is !== undefined && was !== is;
  });
  return other === undefined ? [] : note(`its column ${other} has another type`);
}

/** Its columns in their order, undefined where PostgreSQL makes up a name; undefined as a whole where a star is among them. */
function plainColumns({ query, aliases }: NodeOf<"ViewStmt">): readonly (string | undefined)[] | undefined {
  let select = as(query, "SelectStmt");
  while (select?.larg) select = select.larg;
  const targets = (select?.targetList ?? []).map((node) => as(node, "ResTarget"));
  const hasStar = contains(
    targets.map((target) => target?.val),
    new Set(["A_Star"]),
  );
  if (targets.length === 0 || hasStar) return undefined;
  const own = partsOf(aliases);
  return targets.map((target, at) => own[at] ?? target?.name ?? columnName(target?.val));
}

/** A serial is what it counts in. */
function stored(type: string | undefined): string | undefined {
  const kinds: Readonly<Record<string, string>> = { serial: "int4", bigserial: "int8", smallserial: "int2" };
  return type !== undefined && Object.hasOwn(kinds, type) ? kinds[type] : type;
}
