import type { CreateFunctionStmt, DefineStmt, Node } from "libpg-query";
import { madeBy } from "../catalog/things.ts";
import { fullType } from "../catalog/columns.ts";
import type { Context } from "../hit.ts";
import { viewColumns, viewTypes } from "../catalog/query-columns.ts";
import { typeText } from "../names.ts";
import { as } from "../walk.ts";

/** Whether a later statement of the file makes it again in a way in which whoever uses it sees no difference. */
export function isMadeAgain(key: string, context: Context): boolean {
  const { later, catalog } = context;
  const after = later(key) ?? takesOver(key, context);
  if (after === undefined) return false;
  const before = catalog.made(key);
  const routine = as(after, "CreateFunctionStmt");
  if (routine) return sameRoutine(as(before, "CreateFunctionStmt"), routine);
  const aggregate = as(after, "DefineStmt");
  if (aggregate) return sameAggregate(as(before, "DefineStmt"), aggregate);
  if (!key.startsWith("view ")) return true;
  const [had, has] = [before, after].map((node) => viewColumns(node, catalog.columns));
  if (!had || !has?.length || !had.every((name) => has.includes(name))) return false;
  const [types, now] = [before, after].map((node) => viewTypes(node, catalog.column));
  return had.every((name) => {
    const [was, is] = [types?.get(name), now?.get(name)];
    return was === undefined || is === undefined || was === is;
  });
}

/** What it adds up, and what it makes of that in the end, is what its result is of. */
function sameAggregate(before: DefineStmt | undefined, after: DefineStmt): boolean {
  const said = ({ definition }: DefineStmt, name: string): string => {
    const option = (definition ?? []).map((one) => as(one, "DefElem")).find((one) => one?.defname === name);
    return typeText(as(option?.arg, "TypeName"));
  };
  return (
    before !== undefined && ["stype", "finalfunc"].every((name) => said(before, name) === said(after, name))
  );
}

/** A function that the file has made already and that answers the same calls. */
function takesOver(key: string, { catalog, known }: Context): Node | undefined {
  if (!key.startsWith("function ")) return undefined;
  const others = catalog.overloads(key).filter((other) => known.fresh(other));
  const made = others.flatMap((other) => catalog.made(other) ?? []);
  return made.find((node) => madeBy(node).some((one) => one.key === key));
}

/**
 * Arguments are also called by their names, and results read by their columns' names. What no file has made may have been
 * any; only its triggers call what returns one.
 */
function sameRoutine(before: CreateFunctionStmt | undefined, after: CreateFunctionStmt): boolean {
  if (!before) return typeText(after.returnType) === "trigger";
  const [had, has] = [shape(before), shape(after)];
  return had.result === has.result && [...had.names].every((name) => has.names.has(name));
}

function shape({ returnType, parameters }: CreateFunctionStmt): {
  result: string;
  names: ReadonlySet<string>;
} {
  const given = (parameters ?? []).map((node: Node) => as(node, "FunctionParameter"));
  const outputs = ["FUNC_PARAM_OUT", "FUNC_PARAM_INOUT", "FUNC_PARAM_TABLE"];
  const isTable = given.some((one) => outputs.includes(one?.mode ?? ""));
  return {
    // A result of several columns may get more of them.
    result: isTable ? "columns" : `${returnType?.setof ? "setof " : ""}${fullType(returnType)}`,
    names: new Set(
      given.flatMap((one) => {
        if (one?.name === undefined) return [];
        return outputs.includes(one.mode ?? "") ? [`${one.name} ${fullType(one.argType)}`] : [one.name];
      }),
    ),
  };
}
