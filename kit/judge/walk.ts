import type { Node } from "libpg-query";

type KeyOf<N> = N extends unknown ? Extract<keyof N, string> : never;

/** The name of a node of PostgreSQL's syntax tree, such as `DropStmt`. */
export type NodeType = KeyOf<Node>;

/** The fields of a node. */
export type NodeOf<Type extends NodeType> = Extract<Node, Record<Type, unknown>>[Type];

/** What is inside of these is stored, not run: bodies of functions and rules. */
const notRun: ReadonlySet<string> = new Set(["CreateFunctionStmt", "RuleStmt"]);

/** The node's fields if it is of that type. */
export function as<Type extends NodeType>(node: Node | undefined, type: Type): NodeOf<Type> | undefined {
  return (node as Partial<Record<string, unknown>> | undefined)?.[type] as NodeOf<Type> | undefined;
}

/**
 * Calls `visit` for every node that runs, outer before inner. A key with a capital letter names a node's
 * type; other keys are fields.
 */
export function walk(tree: unknown, visit: (type: string, value: unknown) => void): void {
  if (typeof tree !== "object" || tree === null) return;
  if (Array.isArray(tree)) {
    for (const item of tree) walk(item, visit);
    return;
  }
  for (const key in tree) {
    const value = (tree as Readonly<Record<string, unknown>>)[key];
    const first = key.charCodeAt(0);
    const isNode = first >= 65 && first <= 90;
    if (isNode) visit(key, value);
    if (typeof value === "object" && !(isNode && notRun.has(key))) walk(value, visit);
  }
}

/** Whether a field tells where something stands in the text. */
export function isPlace(key: string): boolean {
  return key.endsWith("location") || key.endsWith("list_start") || key.endsWith("list_end");
}

/** Whether a node of one of these types is anywhere inside. */
export function contains(tree: unknown, types: ReadonlySet<string>): boolean {
  let found = false;
  walk(tree, (type) => {
    found ||= types.has(type);
  });
  return found;
}
