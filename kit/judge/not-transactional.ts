import type { Node } from "libpg-query";
import { type NodeOf, type NodeType, as } from "./walk.ts";

type Tests = { readonly [Type in NodeType]?: (value: NodeOf<Type>) => boolean };

const yes = (): boolean => true;

/** What PostgreSQL refuses inside of a transaction block. */
const tests: Tests = {
  IndexStmt: ({ concurrent }) => concurrent === true,
  DropStmt: ({ concurrent }) => concurrent === true,
  ReindexStmt: ({ params, kind }) =>
    has(params, "concurrently") ||
    ["REINDEX_OBJECT_DATABASE", "REINDEX_OBJECT_SCHEMA", "REINDEX_OBJECT_SYSTEM"].includes(kind ?? ""),
  VacuumStmt: ({ is_vacuumcmd: vacuum }) => vacuum === true,
  ClusterStmt: ({ relation }) => relation === undefined,
  AlterSystemStmt: yes,
  CreatedbStmt: yes,
  DropdbStmt: yes,
  CreateTableSpaceStmt: yes,
  DropTableSpaceStmt: yes,
  CreateSubscriptionStmt: yes,
  DropSubscriptionStmt: yes,
  DiscardStmt: ({ target }) => target === "DISCARD_ALL",
  AlterTableStmt: ({ cmds }) =>
    (cmds ?? []).some((node) => {
      const command = as(node, "AlterTableCmd");
      return (
        command?.subtype === "AT_DetachPartition" && as(command.def, "PartitionCmd")?.concurrent === true
      );
    }),
};

export function isNotTransactional(node: Node): boolean {
  const [type, value] = Object.entries(node)[0] ?? ["", undefined];
  const test = tests[type as NodeType] as ((value: unknown) => boolean) | undefined;
  return test?.(value) ?? false;
}

function has(params: readonly Node[] | undefined, name: string): boolean {
  return (params ?? []).some((node) => as(node, "DefElem")?.defname === name);
}
