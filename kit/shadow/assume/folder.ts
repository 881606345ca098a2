import type { SqlFile } from "../../judge/finding.ts";
import { partsOf, qualified, relationName } from "../../judge/names.ts";
import type { SqlParser } from "../../judge/parser.ts";
import { type Statement, splitFile } from "../../judge/split.ts";
import { as, walk } from "../../judge/walk.ts";
import { type Makers, labelsOf, noMakers, readMaker } from "./makers.ts";
import { bodyOf, readBody } from "./read-body.ts";
import { readStatement } from "./read-statement.ts";
import { type Sayings, newSayings } from "./sayings.ts";

/** What all files of a folder make, and what they say of the things that they use. */
export interface FolderSays {
  readonly makers: Makers;
  readonly sayings: Sayings;
}

/** Reads all files; a file that cannot be read says nothing. */
export function readFolder(parser: SqlParser, files: readonly SqlFile[]): FolderSays {
  const statements = files.flatMap((file): readonly Statement[] => {
    const split = splitFile(parser, file.text);
    return "message" in split ? [] : split.statements;
  });
  const makers = noMakers();
  const triggers = new Map<string, Set<string>>();
  for (const statement of statements) {
    readMaker(makers, statement);
    if ("DoStmt" in statement.node)
      for (const node of bodyOf(parser, statement.node, statement.sql).nodes)
        readMaker(makers, { node, sql: "" });
    readLabels(makers, statement.node);
    const trigger = as(statement.node, "CreateTrigStmt");
    const name = qualified(partsOf(trigger?.funcname));
    if (trigger) triggers.set(name, (triggers.get(name) ?? new Set()).add(relationName(trigger.relation)));
  }
  const sayings = newSayings((key) => {
    const [table = "", column = ""] = key.split(" ");
    return makers.columns.get(table)?.get(column) ?? makers.later.get(table)?.get(column);
  });
  const reader = { makers, sayings };
  for (const statement of statements) {
    readStatement(reader, statement.node);
    readBody(parser, reader, statement, (called) => [...(triggers.get(called) ?? [])]);
  }
  return reader;
}

/** `'x'::kind` says a label of it. */
function readLabels(makers: Makers, node: Statement["node"]): void {
  walk(node, (type, value) => {
    if (type !== "TypeCast") return;
    const { arg, typeName } = value as {
      readonly arg?: never;
      readonly typeName?: { readonly names?: never[] };
    };
    const label = as(arg, "A_Const")?.sval?.sval;
    if (label !== undefined) labelsOf(makers, qualified(partsOf(typeName?.names))).add(label);
  });
}
