import type { Node, ObjectType } from "libpg-query";
import { partsOf, qualified, signature } from "../names.ts";
import type { RuleId } from "../rules.ts";
import { type NodeOf, as } from "../walk.ts";

export interface Kind {
  readonly kind: string;
  readonly rule: RuleId;
  /** Dropped and made again under the same name in one file, nobody notices: the file is one transaction. */
  readonly again: boolean;
}

const kind = (name: string, rule: RuleId, again = false): Kind => ({ kind: name, rule, again });

const kinds: { readonly [Type in ObjectType]?: Kind } = {
  OBJECT_TABLE: kind("table", "drop-table"),
  OBJECT_FOREIGN_TABLE: kind("table", "drop-table"),
  OBJECT_SCHEMA: kind("schema", "drop-schema"),
  OBJECT_SEQUENCE: kind("sequence", "drop-sequence"),
  OBJECT_VIEW: kind("view", "drop-view", true),
  OBJECT_MATVIEW: kind("view", "drop-view", true),
  OBJECT_FUNCTION: kind("function", "drop-function", true),
  OBJECT_PROCEDURE: kind("function", "drop-function", true),
  OBJECT_ROUTINE: kind("function", "drop-function", true),
  OBJECT_AGGREGATE: kind("function", "drop-function", true),
  OBJECT_TYPE: kind("type", "drop-type"),
  OBJECT_DOMAIN: kind("type", "drop-type"),
  OBJECT_EXTENSION: kind("extension", "drop-extension"),
  OBJECT_POLICY: kind("policy", "drop-policy", true),
  OBJECT_TRIGGER: kind("trigger", "drop-trigger", true),
  OBJECT_EVENT_TRIGGER: kind("trigger", "drop-trigger", true),
  OBJECT_RULE: kind("trigger", "drop-trigger", true),
  OBJECT_PUBLICATION: kind("publication", "drop-publication"),
};

/** An index or statistics hold nothing of their own. */
const harmless: ReadonlySet<string> = new Set(["OBJECT_INDEX", "OBJECT_STATISTIC_EXT"]);

/** How the drop of a kind of objects is judged; undefined where it harms nobody. */
export function dropKind({ removeType = "OBJECT_TABLE" }: NodeOf<"DropStmt">): Kind | undefined {
  return harmless.has(removeType) ? undefined : (kinds[removeType] ?? other);
}

const other = kind("other", "drop-other");

/** Every object that a DROP names, with its key: `table public.t`. */
export function droppedNames({
  objects,
  removeType = "OBJECT_TABLE",
}: NodeOf<"DropStmt">): readonly { readonly key: string; readonly name: string }[] {
  const what = removeType === "OBJECT_INDEX" ? "index" : (kinds[removeType] ?? other).kind;
  return (objects ?? []).map((object) => {
    const name = nameOf(object, what);
    return { key: `${what} ${name}`, name };
  });
}

const unqualified: ReadonlySet<string> = new Set(["schema", "extension", "publication"]);

function nameOf(object: Node, what: string): string {
  const routine = as(object, "ObjectWithArgs");
  if (routine) return signature(routine);
  const type = as(object, "TypeName");
  if (type) return qualified(partsOf(type.names));
  const plain = as(object, "String")?.sval;
  if (plain !== undefined) return plain;
  const parts = partsOf(as(object, "List")?.items);
  if (unqualified.has(what)) return parts.join(".");
  // Policies, triggers and rules: the table's name, then their own.
  if (what === "policy" || what === "trigger") {
    return `${qualified(parts.slice(0, -1))}.${parts.at(-1) ?? "?"}`;
  }
  return qualified(parts);
}
