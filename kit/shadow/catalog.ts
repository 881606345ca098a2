import type { Database } from "../ports/database.ts";
import { catalogSql } from "./catalog-sql.ts";

/** A table, view, sequence and so on. `kind` is pg_class.relkind, `file` its storage: another one after a rewrite. */
export interface Relation {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly file: number;
  /** A view that shows no more than who reads it may see. */
  readonly invoker?: boolean;
  /** The events, as pg_rewrite.ev_type, at which a rule of a table does something else. */
  readonly instead?: string | null;
  /** The publications that name a table. */
  readonly published?: readonly string[] | null;
  /** An earlier pending file has made it anew: its rights are not those that are live. */
  readonly anew?: boolean;
}

export interface Column {
  readonly relation: number;
  readonly number: number;
  readonly name: string;
  /** Schema and name of its type, and the type's modifier (-1: none). */
  readonly type: string;
  readonly modifier: number;
  readonly required: boolean;
  readonly computed: boolean;
  /** Whoever leaves it out gets a value. */
  readonly filled?: boolean;
}

export interface Routine {
  readonly id: number;
  readonly name: string;
  /** Types of what is passed in, in order. */
  readonly takes: readonly string[];
  /** Names of what is passed in: REST calls a function by them. */
  readonly names: readonly string[];
  /** How many of the last ones may be left out. */
  readonly optional: number;
  readonly gives: string;
  /** It works with its owner's rights. */
  readonly definer?: boolean;
  /** As of a relation. */
  readonly anew?: boolean;
}

/** An enum, domain, range or composite type. */
export interface Type {
  readonly id: number;
  readonly name: string;
  readonly labels: readonly string[];
  /** Of a composite type, by its own numbers. */
  readonly attributes?: readonly Attribute[];
}

export interface Attribute {
  readonly number: number;
  readonly name: string;
  readonly type: string;
}

export interface Policy {
  readonly id: number;
  readonly relation: number;
  readonly name: string;
  /** What it allows whom, where that was asked. */
  readonly says?: PolicySays | null;
}

/** `command` is pg_policy.polcmd, a star for all; the conditions are as PostgreSQL writes them. */
export interface PolicySays {
  readonly command: string;
  readonly permissive: boolean;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

export interface Trigger {
  readonly id: number;
  readonly relation: number;
  readonly name: string;
  readonly enabled: boolean;
  /** The bits of pg_trigger.tgtype: 4 insert, 8 delete, 16 update, 32 truncate. */
  readonly events?: number;
  /** More bits of it: 1 for each row, 2 before, 64 instead. */
  readonly when?: number;
  /** The columns, by their numbers, at whose update alone it fires; none: at any. */
  readonly of?: readonly number[];
  /** The function, by its id. */
  readonly calls?: number;
}

/** `kind` is pg_constraint.contype. */
export interface Constraint {
  readonly id: number;
  readonly relation: number;
  readonly name: string;
  readonly kind: string;
  readonly columns: readonly number[];
}

/** Who may do what with these relations and routines, by their ids: most have the same rights, and are told together. */
export interface Grant {
  readonly on: readonly number[];
  readonly rights: readonly Right[];
}

export interface Right {
  readonly to: string;
  readonly may: string;
}

/** What the catalog has, without the system's own, what belongs to extensions, and the sequences of identity columns. */
export interface Catalog {
  readonly relations: readonly Relation[];
  readonly columns: readonly Column[];
  readonly routines: readonly Routine[];
  readonly types: readonly Type[];
  readonly policies: readonly Policy[];
  readonly triggers: readonly Trigger[];
  readonly constraints: readonly Constraint[];
  readonly grants: readonly Grant[];
}

export const emptyCatalog = (): Catalog => ({
  relations: [],
  columns: [],
  routines: [],
  types: [],
  policies: [],
  triggers: [],
  constraints: [],
  grants: [],
});

/** Relations, routines and types by their ids, or by what they are called (`public.t`). */
export interface Chosen {
  readonly ids: readonly number[];
  readonly names: readonly string[];
}

/** Reads the catalog as the session sees it: inside of a transaction with what that has changed so far. */
export async function readCatalog(
  database: Pick<Database, "query">,
  chosen?: Chosen,
  withConditions = false,
): Promise<Catalog> {
  // Without names to look for, ids are found by their indexes.
  const names = chosen?.names.length === 0 ? null : chosen?.names;
  const [row] = await database.query(catalogSql, [chosen?.ids ?? null, names ?? null, withConditions]);
  return row?.["catalog"] as Catalog;
}

/** The same on a shadow, where nobody else is: with what policies say. */
export function readShadow(database: Pick<Database, "query">, chosen?: Chosen): Promise<Catalog> {
  return readCatalog(database, chosen, true);
}
