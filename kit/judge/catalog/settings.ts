import type { AlterTableCmd, Node, RangeVar } from "libpg-query";
import { partsOf, relationName } from "../names.ts";
import { type NodeOf, as, walk } from "../walk.ts";

/** What a command of an ALTER TABLE sets that another may have taken away before: `default public.t.c`. */
export function settingsOf(relation: RangeVar | undefined, node: Node): readonly string[] {
  const command = as(node, "AlterTableCmd");
  const key = command && settings[command.subtype ?? ""]?.(command);
  if (key === undefined) return [];
  const on = relationName(relation);
  return [key.includes(" ") ? key.replace(" ", ` ${on}.`) : `${key} ${on}`];
}

const enabled = ({ name = "?" }: AlterTableCmd): string => `enabled ${name}`;
const enabledAll = (): string => "enabled *";

const settings: Readonly<Record<string, (command: AlterTableCmd) => string | undefined>> = {
  AT_ColumnDefault: ({ name = "?", def }) => (def ? `default ${name}` : undefined),
  AT_AddIdentity: ({ name = "?" }) => `default ${name}`,
  AT_DropNotNull: ({ name = "?" }) => `nullable ${name}`,
  AT_EnableRowSecurity: () => "security",
  AT_EnableTrig: enabled,
  AT_EnableAlwaysTrig: enabled,
  AT_EnableRule: enabled,
  AT_EnableTrigAll: enabledAll,
  AT_EnableTrigUser: enabledAll,
  AT_ReplicaIdentity: ({ def }) =>
    ["f", "i"].includes(as(def, "ReplicaIdentityStmt")?.identity_type ?? "") ? "identity" : undefined,
};

/** The tables that a statement names to a publication: `published public.t.name`. */
export function publishedIn(
  pubname: string | undefined,
  objects: readonly Node[] | undefined,
): readonly string[] {
  return (objects ?? []).flatMap((node) => {
    const table = as(node, "PublicationObjSpec")?.pubtable?.relation;
    return table ? [`published ${relationName(table)}.${pubname ?? "?"}`] : [];
  });
}

const makers: Readonly<Record<string, string>> = {
  "cron.schedule": "job",
  "cron.schedule_in_database": "job",
  "pgmq.create": "queue",
  "pgmq.create_unlogged": "queue",
  "pgmq.create_partitioned": "queue",
  "pgmq.create_non_partitioned": "queue",
};

/** The jobs and queues that a query makes by a call: `job nightly`. */
export function madeByCalls(query: NodeOf<"SelectStmt">): readonly string[] {
  const keys: string[] = [];
  walk(query, (type, value) => {
    if (type !== "FuncCall") return;
    const { funcname, args } = value as NodeOf<"FuncCall">;
    const called = partsOf(funcname).join(".");
    const kind = Object.hasOwn(makers, called) ? makers[called] : undefined;
    const [name] = textsIn(args?.[0]);
    // By `*`, whoever cannot tell the name finds that there is one.
    if (kind !== undefined) keys.push(`${kind} ${name ?? "*"}`, `${kind} *`);
  });
  return keys;
}

/** The constant texts in an expression or a statement. */
export function textsIn(tree: unknown): readonly string[] {
  const texts: string[] = [];
  walk(tree, (type, value) => {
    const text = type === "A_Const" ? (value as NodeOf<"A_Const">).sval : undefined;
    if (text) texts.push(text.sval ?? "");
  });
  return texts;
}
