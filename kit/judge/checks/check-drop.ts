import { dropKind, droppedNames } from "../catalog/drop-kinds.ts";
import type { Context, Hit } from "../hit.ts";
import { isMadeAgain } from "./made-again.ts";
import type { NodeOf } from "../walk.ts";

export function checkDrop(value: NodeOf<"DropStmt">, context: Context): readonly Hit[] {
  const kind = dropKind(value);
  if (kind === undefined) return [];
  return droppedNames(value).flatMap(({ key, name }) => {
    if (context.known.has(key) || (value.missing_ok && context.catalog.absent(key))) return [];
    return kind.again && isMadeAgain(key, context) ? [] : [{ rule: kind.rule, thing: name }];
  });
}
