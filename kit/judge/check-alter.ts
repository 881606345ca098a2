import type { Context, Hit } from "./hit.ts";
import { relationName } from "./names.ts";
import type { RuleId } from "./rules.ts";
import { type NodeOf, as } from "./walk.ts";

const commands: Readonly<Record<string, RuleId>> = {
  AT_DropColumn: "drop-column",
  AT_AlterColumnType: "alter-column-type",
  AT_DetachPartition: "detach-partition",
};

export function checkAlterTable(
  { relation, cmds, objtype }: NodeOf<"AlterTableStmt">,
  { known }: Context,
): readonly Hit[] {
  const table = relationName(relation);
  const kind = objtype === "OBJECT_TYPE" ? "type" : "table";
  return (cmds ?? []).flatMap((node) => {
    const command = as(node, "AlterTableCmd");
    const rule = commands[command?.subtype ?? ""];
    if (rule === undefined) return [];
    const partition = as(command?.def, "PartitionCmd")?.name;
    const thing = partition ? relationName(partition) : `${table}.${command?.name ?? "?"}`;
    return known.has(`${kind} ${table}`) || known.has(`column ${thing}`) ? [] : [{ rule, thing }];
  });
}
