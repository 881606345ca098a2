import type { CreateFunctionStmt, Node } from "libpg-query";
import { functionKey } from "../catalog/things.ts";
import type { Context, Hit } from "../hit.ts";
import { as } from "../walk.ts";

/**
 * A second function beside a live one. The API chooses a function by the names of the arguments: where both could be
 * meant, it refuses the call.
 */
export function checkOverload(
  value: CreateFunctionStmt,
  { catalog, known, droppedLater }: Context,
): readonly Hit[] {
  const node: Node = { CreateFunctionStmt: value };
  const key = functionKey(node);
  const same = catalog.made(key);
  if ((same && functionKey(same) === key) || isTrigger(value)) return [];
  const clash = catalog.overloads(key).find((other) => {
    const live = as(catalog.made(other), "CreateFunctionStmt");
    return live !== undefined && !known.has(other) && bothMeant(live, value);
  });
  return clash === undefined || droppedLater(clash)
    ? []
    : [{ rule: "ambiguous-overload", thing: `${key.slice(9)} beside ${clash.slice(9)}` }];
}

/** Whether some set of names has all that either needs, and nothing that either lacks. */
function bothMeant(one: CreateFunctionStmt, other: CreateFunctionStmt): boolean {
  const [first, second] = [argumentsOf(one), argumentsOf(other)];
  const fits = (needs: typeof first, all: typeof first): boolean =>
    needs.every(({ name, optional }) => optional || all.some((argument) => argument.name === name));
  return (
    [...first, ...second].every(({ name }) => name !== undefined) &&
    fits(first, second) &&
    fits(second, first)
  );
}

function argumentsOf({
  parameters,
}: CreateFunctionStmt): readonly { name: string | undefined; optional: boolean }[] {
  return (parameters ?? []).flatMap((node) => {
    const parameter = as(node, "FunctionParameter");
    if (!parameter || ["FUNC_PARAM_OUT", "FUNC_PARAM_TABLE"].includes(parameter.mode ?? "")) return [];
    return [{ name: parameter.name, optional: parameter.defexpr !== undefined }];
  });
}

function isTrigger({ returnType }: CreateFunctionStmt): boolean {
  return /trigger/.test(as(returnType?.names?.at(-1), "String")?.sval ?? "");
}
