import type { CreateTrigStmt, Node } from "libpg-query";
import { partsOf, qualified, relationName } from "../names.ts";
import { type NodeOf, type NodeType, as } from "../walk.ts";

/** The triggers that are there, as far as statements have made them. */
export interface Triggers {
  note(node: Node): void;
  /** Those that a statement of that type fires. */
  firedBy(type: string, value: unknown): readonly CreateTrigStmt[];
}

/** PostgreSQL's bits. */
const [insert, remove, update, truncate] = [4, 8, 16, 32];

interface Written {
  readonly tables: readonly string[];
  readonly events: number;
  /** The columns that an UPDATE names. */
  readonly columns?: readonly string[];
}

type Writers = { readonly [Type in NodeType]?: (value: NodeOf<Type>) => Written };

const writers: Writers = {
  InsertStmt: ({ relation, onConflictClause: conflict }) => ({
    tables: [relationName(relation)],
    events: conflict?.action === "ONCONFLICT_UPDATE" ? insert | update : insert,
  }),
  CopyStmt: ({ relation, is_from: into }) => ({
    tables: into ? [relationName(relation)] : [],
    events: insert,
  }),
  UpdateStmt: ({ relation, targetList }) => ({
    tables: [relationName(relation)],
    events: update,
    columns: (targetList ?? []).map((one) => as(one, "ResTarget")?.name ?? "?"),
  }),
  DeleteStmt: ({ relation }) => ({ tables: [relationName(relation)], events: remove }),
  MergeStmt: ({ relation }) => ({ tables: [relationName(relation)], events: insert | remove | update }),
  TruncateStmt: ({ relations }) => ({
    tables: (relations ?? []).map((one) => relationName(as(one, "RangeVar"))),
    events: truncate,
  }),
};

export function followTriggers(): Triggers {
  const all = new Map<string, Map<string, CreateTrigStmt>>();
  const silent = new Set<string>();
  return {
    note: (node) => {
      const made = as(node, "CreateTrigStmt");
      if (made) add(all, relationName(made.relation), made);
      for (const [table, name] of dropped(node)) {
        if (name === undefined) all.delete(table);
        else all.get(table)?.delete(name);
      }
      for (const [key, off] of switched(node)) {
        if (off) silent.add(key);
        else silent.delete(key);
      }
    },
    firedBy: (type, value) => {
      const writer = writers[type as NodeType] as ((value: unknown) => Written) | undefined;
      const { tables, events, columns } = writer?.(value) ?? { tables: [], events: 0 };
      return tables.flatMap((table) =>
        silent.has(`${table}.*`)
          ? []
          : [...(all.get(table)?.values() ?? [])].filter(
              (one) =>
                ((one.events ?? 0) & events) !== 0 &&
                !silent.has(`${table}.${one.trigname ?? "?"}`) &&
                isOfColumns(one, columns),
            ),
      );
    },
  };
}

function add(all: Map<string, Map<string, CreateTrigStmt>>, table: string, made: CreateTrigStmt): void {
  const here = all.get(table) ?? new Map<string, CreateTrigStmt>();
  all.set(table, here.set(made.trigname ?? "?", made));
}

function isOfColumns({ columns }: CreateTrigStmt, written: readonly string[] | undefined): boolean {
  const named = partsOf(columns);
  return written === undefined || named.length === 0 || named.some((one) => written.includes(one));
}

/** A table and one of its triggers, or all of them with the table. */
function dropped(node: Node): readonly (readonly [table: string, name: string | undefined])[] {
  const { removeType, objects } = as(node, "DropStmt") ?? {};
  const names = (objects ?? []).map((one) => partsOf(as(one, "List")?.items));
  if (removeType === "OBJECT_TABLE") return names.map((parts) => [qualified(parts), undefined]);
  if (removeType !== "OBJECT_TRIGGER") return [];
  return names.map((parts) => [qualified(parts.slice(0, -1)), parts.at(-1)]);
}

/** `public.t.name` or `public.t.*`, and whether it is turned off. */
function switched(node: Node): readonly (readonly [key: string, off: boolean])[] {
  const { relation, cmds } = as(node, "AlterTableStmt") ?? {};
  return (cmds ?? []).flatMap((one) => {
    const { subtype = "", name = "*" } = as(one, "AlterTableCmd") ?? {};
    const found = /^AT_(Enable|Disable)(?:Always|Replica)?Trig(?:All|User)?$/.exec(subtype);
    return found ? [[`${relationName(relation)}.${name}`, found[1] === "Disable"] as const] : [];
  });
}
