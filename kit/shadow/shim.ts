import type { SqlParser } from "../judge/parser.ts";
import { type SplitFile, type Statement, splitFile } from "../judge/split.ts";
import { partsOf } from "../judge/names.ts";
import { as } from "../judge/walk.ts";
import { adminSchema, serviceSchemas } from "./admin.ts";
import { literal } from "./assume/sql-names.ts";

/** What a server can do. */
export interface Abilities {
  readonly version: number;
  /** The extensions that can be made there. */
  readonly extensions: ReadonlySet<string>;
}

export interface Shimmed {
  readonly text: string;
  /** What was left out or stands in, a few words each. */
  readonly stubbed: readonly string[];
}

/**
 * The file as this server can run it: what needs an extension that is not there is left out, or made to look as if
 * it were. A statement stays a statement, so that places can be told by their number.
 */
export function shim(parser: SqlParser, file: string, abilities: Abilities): Shimmed {
  const split = splitFile(parser, file);
  if ("message" in split) return { text: file, stubbed: [] };
  const stubbed: string[] = [];
  let text = "";
  let from = 0;
  for (const statement of split.statements) {
    const instead = insteadOf(statement, abilities);
    if (!instead) continue;
    text += slice(split, from, statement.start) + instead.sql;
    from = statement.end;
    stubbed.push(...instead.says);
  }
  return { text: text + slice(split, from), stubbed: [...new Set(stubbed)] };
}

const slice = ({ text }: SplitFile, from: number, to?: number): string => text.slice(from, to);

function insteadOf({ node, sql }: Statement, { version, extensions }: Abilities) {
  const created = as(node, "CreateExtensionStmt")?.extname;
  if (created !== undefined) {
    const says = extensions.has(created) ? [] : [`extension ${created} is a stub`];
    return {
      sql: byAdmin("make_extension", literal(created), schemaOf(node), "pg_catalog.current_schema()"),
      says,
    };
  }
  const gone = dropped(node);
  if (gone !== undefined) return { sql: byAdmin("drop_extension", literal(gone)), says: [] };
  const trigger = serviceTrigger(node);
  if (trigger) return { sql: byAdmin("drop_trigger", ...trigger), says: [] };
  if ("AlterExtensionStmt" in node || "AlterExtensionContentsStmt" in node || isCommentOnExtension(node)) {
    return { sql: nothing, says: [] };
  }
  if ("CreateEventTrigStmt" in node) return { sql: nothing, says: ["event triggers are left out"] };
  const index = as(node, "IndexStmt")?.accessMethod;
  if ((index === "hnsw" || index === "ivfflat") && !extensions.has("vector")) {
    return { sql: nothing, says: [`indexes by ${index} are left out`] };
  }
  if (version < 170000 && asksToMaintain(node)) return withoutMaintain(node, sql);
  const setting = as(node, "VariableSetStmt")?.name;
  if (setting === "transaction_timeout" && version < 170000) {
    return { sql: nothing, says: ["transaction_timeout is left out"] };
  }
  return undefined;
}

/** A right that older servers do not have. */
function asksToMaintain(node: Statement["node"]): boolean {
  const rights = as(node, "GrantStmt")?.privileges ?? [];
  return rights.some((one) => as(one, "AccessPriv")?.priv_name === "maintain");
}

function withoutMaintain(node: Statement["node"], sql: string) {
  const alone = as(node, "GrantStmt")?.privileges?.length === 1;
  const less = sql.replace(/\bmaintain\s*,|,\s*maintain\b/i, "");
  return { sql: alone ? nothing : less, says: ["the right MAINTAIN is left out"] };
}

/** No command that changes anything, and no query whose rows somebody would have to read. */
export const nothing = "do $shim$ begin end $shim$";

/** A call of what only the superuser of the shadow may do; its arguments are SQL. */
function byAdmin(task: string, ...given: readonly string[]): string {
  return `do $shim$ begin perform ${adminSchema}.${task}(${given.join(", ")}); end $shim$`;
}

function schemaOf(node: Statement["node"]): string {
  const options = as(node, "CreateExtensionStmt")?.options ?? [];
  const schema = options.map((one) => as(one, "DefElem")).find((one) => one?.defname === "schema")?.arg;
  const name = as(schema, "String")?.sval;
  return name === undefined ? "null" : literal(name);
}

function isCommentOnExtension(node: Statement["node"]): boolean {
  return as(node, "CommentStmt")?.objtype === "OBJECT_EXTENSION";
}

function dropped(node: Statement["node"]): string | undefined {
  const drop = as(node, "DropStmt");
  if (drop?.removeType !== "OBJECT_EXTENSION" || drop.objects?.length !== 1) return undefined;
  return as(drop.objects[0], "String")?.sval;
}

/** Name, schema and table of a service's trigger that is dropped. */
function serviceTrigger(node: Statement["node"]): readonly string[] | undefined {
  const drop = as(node, "DropStmt");
  if (drop?.removeType !== "OBJECT_TRIGGER" || drop.objects?.length !== 1) return undefined;
  const [home = "", table = "", name = ""] = partsOf(as(drop.objects[0], "List")?.items);
  return serviceSchemas.includes(home) ? [name, home, table].map(literal) : undefined;
}
