import {
  Binary,
  ContextAccess,
  type Expr,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Unary,
} from "@actions/expressions/ast";
import { data } from "@actions/expressions";
import { parseExpression, statusFunctions } from "./evaluate.ts";

/** A path into a context, such as `needs.migrate.outputs.started`, as far as it is written out. */
export type Reference = readonly [context: string, ...path: readonly string[]];

/** Every context path that an expression names, in lower case. @throws {Error} when it does not parse. */
export function referencesIn(expression: string): readonly Reference[] {
  const found: Reference[] = [];
  visit(parseExpression(expression), (node) => {
    const path = pathOf(node);
    if (!path) return true;
    found.push(path);
    return false;
  });
  return found;
}

/** Whether an expression calls success(), failure(), cancelled() or always(). */
export function asksForStatus(expression: string): boolean {
  let asks = false;
  visit(parseExpression(expression), (node) => {
    if (node instanceof FunctionCall)
      asks ||= statusFunctions.includes(node.functionName.lexeme.toLowerCase());
    return true;
  });
  return asks;
}

/** `a.b['c']` as a path; it ends before the first index that is computed or a star. */
function pathOf(node: Expr): Reference | undefined {
  if (node instanceof ContextAccess) return [node.name.lexeme.toLowerCase()];
  if (!(node instanceof IndexAccess)) return undefined;
  if (!(node.index instanceof Literal) || !(node.index.literal instanceof data.StringData)) return undefined;
  const before = pathOf(node.expr);
  return before && [...before, node.index.literal.value.toLowerCase()];
}

function visit(node: Expr, enter: (node: Expr) => boolean): void {
  if (enter(node)) for (const child of childrenOf(node)) visit(child, enter);
}

function childrenOf(node: Expr): readonly Expr[] {
  if (node instanceof FunctionCall || node instanceof Logical) return node.args;
  if (node instanceof Binary) return [node.left, node.right];
  if (node instanceof Unary) return [node.expr];
  if (node instanceof Grouping) return [node.group];
  if (node instanceof IndexAccess) return [node.expr, node.index];
  return [];
}
