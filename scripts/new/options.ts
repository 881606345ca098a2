import { Script } from "node:vm";
import { parseOptions } from "../../cli/parse-options.ts";
import { camel } from "../../kit/action/spec.ts";

export const kinds = ["cdn", "host", "logs", "dashboard"] as const;

export type ProviderKind = (typeof kinds)[number];

export const axes = ["data_loss", "breaks_clients", "tightens", "lock_hazard"] as const;

/** What is to be made, by the names that it has in the code. */
export interface Wanted {
  readonly what: "action" | "provider" | "rule";
  /** `edge-cache`, as files and tables name it. */
  readonly name: string;
  /** `edgeCache` and `EdgeCache`, as code does. */
  readonly camel: string;
  readonly pascal: string;
  readonly kind: ProviderKind;
  readonly axis: (typeof axes)[number];
  /** The node of PostgreSQL's syntax tree at which a rule is asked. */
  readonly statement: string;
}

export const usage = `npm run new -- action <name>
npm run new -- provider <name> [--kind ${kinds.join("|")}]
npm run new -- rule <name> [--axis ${axes.join("|")}] [--statement <node of the syntax tree>]

Writes the files of a new piece, puts it into every table that must know it, and says what is left to do.
Without --kind a provider is a CDN; a rule is on breaks_clients and asked at CommentStmt.
`;

/** Reads the command line; `wrong` says in one line what is wrong with it. */
export function readWanted(args: readonly string[]): Wanted | { readonly wrong: string } {
  const parsed = parseOptions(args, known);
  if ("wrong" in parsed) return parsed;
  const { values, positionals } = parsed;
  const [what, name, ...more] = positionals;
  if (what !== "action" && what !== "provider" && what !== "rule")
    return { wrong: what === undefined ? "say what is to be made" : `there is no new ${what}` };
  if (name === undefined || more.length > 0) return { wrong: `${what} takes one name` };
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return { wrong: `"${name}" is no name: small letters, digits and single dashes, a letter first` };
  if (isReserved(camel(name)))
    return { wrong: `"${name}" is a word of the language, which code cannot be named by` };
  const kind = kinds.find((one) => one === (values.kind ?? "cdn"));
  if (kind === undefined) return { wrong: `--kind is one of ${kinds.join(", ")}, not "${values.kind}"` };
  const axis = axes.find((one) => one === (values.axis ?? "breaks_clients"));
  if (axis === undefined) return { wrong: `--axis is one of ${axes.join(", ")}, not "${values.axis}"` };
  const statement = values.statement ?? "CommentStmt";
  if (!/^[A-Z]\w+$/.test(statement))
    return { wrong: `--statement is a node as IndexStmt or ViewStmt, not "${statement}"` };
  const short = camel(name);
  const pascal = short.charAt(0).toUpperCase() + short.slice(1);
  return { what, name, camel: short, pascal, kind, axis, statement };
}

/** Whether nothing can be declared under that name in a module. */
function isReserved(name: string): boolean {
  try {
    void new Script(`"use strict"; async () => { const ${name} = 0; }`);
    return false;
  } catch {
    return true;
  }
}

const known = { kind: { type: "string" }, axis: { type: "string" }, statement: { type: "string" } } as const;
