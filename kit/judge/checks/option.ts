import type { Node } from "libpg-query";
import { as } from "../walk.ts";

/** Whether an option such as VACUUM's `full` or EXPLAIN's `analyze` is named, and not to turn it off. */
export function isOn(options: readonly Node[] | undefined, name: string): boolean {
  const said = (options ?? []).map((node) => as(node, "DefElem")).findLast((one) => one?.defname === name);
  return said !== undefined && !isOff(said.arg);
}

/** `false`, `off` and `0`, in each of the ways in which the parser keeps them. */
export function isOff(value: Node | undefined): boolean {
  const text = as(value, "String")?.sval;
  if (text !== undefined) return ["false", "off", "no", "0"].includes(text.toLowerCase());
  const number = as(value, "Integer");
  if (number) return (number.ival ?? 0) === 0;
  const truth = as(value, "Boolean");
  if (truth) return truth.boolval !== true;
  const constant = as(as(value, "TypeCast")?.arg ?? value, "A_Const");
  if (constant?.boolval) return constant.boolval.boolval !== true;
  return constant?.sval !== undefined && /^(?:f|false|off|n|no|0)$/i.test(constant.sval.sval ?? "");
}
