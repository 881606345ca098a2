import { qualified } from "../../judge/names.ts";
import { partsOfName } from "./sql-names.ts";

/** What a statement needs and does not find, by PostgreSQL's own words. Names of relations and so on are `schema.name`. */
export type Missing =
  | { readonly kind: "relation" | "view" | "sequence" | "type" | "schema" | "role"; readonly name: string }
  | { readonly kind: "publication"; readonly name: string }
  | { readonly kind: "column"; readonly name: string; readonly table?: string; readonly alias?: string }
  | { readonly kind: "function"; readonly name: string; readonly takes: readonly string[] | undefined }
  | { readonly kind: "policy" | "trigger" | "constraint"; readonly name: string; readonly table: string }
  | { readonly kind: "class"; readonly name: string }
  | { readonly kind: "unique"; readonly table?: string };

/** What is there already. */
export interface Taken {
  readonly kind: "thing" | "part";
  /** Of a thing, or the table of a part. */
  readonly name?: string;
  /** A policy, trigger, constraint or column. */
  readonly part?: string;
  readonly partKind?: string;
  /** What a statement wants it to be: `a view`. */
  readonly wanted?: string;
}

/** A database's error, as far as it is read here. */
export interface SqlError {
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  /** Characters from 1, in what was run or in `internalQuery`. */
  readonly position?: string;
  readonly internalQuery?: string;
}

export function sqlErrorOf(error: unknown): SqlError | undefined {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? (error as SqlError) : undefined;
}

const full = (name: string): string => qualified(partsOfName(name));

type Read = readonly [codes: string, pattern: RegExp, missing: (...found: readonly string[]) => Missing];

const reads: readonly Read[] = [
  [
    "42P01",
    /^(?:relation|table) "(.+)" does not exist$/,
    (name = "") => ({ kind: "relation", name: full(name) }),
  ],
  ["42P01", /^sequence "(.+)" does not exist$/, (name = "") => ({ kind: "sequence", name: full(name) })],
  ["42P01", /^view "(.+)" does not exist$/, (name = "") => ({ kind: "view", name: full(name) })],
  ["42704", /^type "?(.+?)(?<!\])"? does not exist$/, (name = "") => ({ kind: "type", name: full(name) })],
  ["42704", /^role "(.+)" does not exist$/, (name = "") => ({ kind: "role", name })],
  ["42704", /^publication "(.+)" does not exist$/, (name = "") => ({ kind: "publication", name })],
  ["42704", /^operator class "(.+)" does not exist/, (name = "") => ({ kind: "class", name: full(name) })],
  ["3F000", /^schema "(.+)" does not exist$/, (name = "") => ({ kind: "schema", name })],
  [
    "42703",
    /^column "(.+)" of relation "(.+)" does not exist$/,
    (name = "", table = "") => ({ kind: "column", name, table: full(table) }),
  ],
  [
    "42703",
    /^column "(.+)" (?:named in key |referenced in foreign key constraint )?does not exist$/,
    (name = "") => ({ kind: "column", name }),
  ],
  [
    "42703",
    /^column ([^" ]+)\.("?[^".]+"?) does not exist$/,
    (alias = "", name = "") => ({
      kind: "column",
      name: partsOfName(name)[0] ?? name,
      alias: partsOfName(alias).at(-1) ?? alias,
    }),
  ],
  [
    "42703",
    /^record "(new|old)" has no field "(.+)"$/,
    (alias = "", name = "") => ({ kind: "column", name, alias }),
  ],
  [
    "42883",
    /^could not find a (?:function|procedure) named "(.+)"$/,
    (name = "") => ({ kind: "function", name: full(name), takes: undefined }),
  ],
  [
    "42883",
    /^(?:function|procedure) (.+?)\((.*)\) does not exist$/,
    (name = "", takes = "") => ({
      kind: "function",
      name: full(name),
      takes: takes === "" ? [] : takes.split(", "),
    }),
  ],
  [
    "42704",
    /^(policy|trigger|constraint) "(.+)" (?:for|of) (?:table|relation) "(.+)" does not exist$/,
    (kind = "", name = "", table = "") => ({ kind: kind as "policy", name, table: full(table) }),
  ],
  [
    "42830",
    /^there is no unique constraint matching given keys for referenced table "(.+)"$/,
    (table = "") => ({ kind: "unique", table: full(table) }),
  ],
  [
    "42704",
    /^there is no primary key for referenced table "(.+)"$/,
    (table = "") => ({ kind: "unique", table: full(table) }),
  ],
  ["42P10", /^there is no unique or exclusion constraint matching/, () => ({ kind: "unique" })],
];

export function missingIn({ code, message }: SqlError): Missing | undefined {
  for (const [codes, pattern, missing] of reads) {
    const found = codes === code ? pattern.exec(message) : null;
    if (found) return missing(...found.slice(1));
  }
  return undefined;
}

const taken: readonly (readonly [pattern: RegExp, of: (...found: readonly string[]) => Taken])[] = [
  [
    /^(policy|constraint|trigger|column) "(.+)" (?:for|of) (?:table|relation) "(.+)" already exists$/,
    (partKind = "", part = "", name = "") => ({ kind: "part", name: full(name), part, partKind }),
  ],
  [
    /^(?:relation|type|function|schema|role|sequence|view|publication) "(.+?)" already exists/,
    (name = "") => ({ kind: "thing", name }),
  ],
  [
    /^multiple primary keys for table "(.+)" are not allowed$/,
    (name = "") => ({ kind: "part", name, part: "primary key" }),
  ],
  [
    /^"(.+)" is not (an? (?:table|view|sequence|materialized view|index))$/,
    (name = "", wanted = "") => ({ kind: "thing", name, wanted }),
  ],
  [/^cannot (?:change|remove) .* of (?:existing function|input parameter)/, () => ({ kind: "thing" })],
  [/^cannot (?:drop columns from view|change (?:name|data type) of view column)/, () => ({ kind: "thing" })],
];

/** Something of that name, or something of another shape, stands where a statement wants to make its own. */
export function takenIn({ code, message }: SqlError): Taken | undefined {
  if (!["42P07", "42710", "42723", "42701", "42P06", "42P13", "42P16", "42809", "42725"].includes(code))
    return undefined;
  for (const [pattern, of] of taken) {
    const found = pattern.exec(message);
    if (found) return of(...found.slice(1));
  }
  return undefined;
}

/** Before each statement that is tried; what the server says of places counts from it. */
export const beforeEach = "savepoint one; ";
