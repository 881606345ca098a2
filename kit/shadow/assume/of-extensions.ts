import { adminSchema } from "../admin.ts";
import type { Missing } from "./missing.ts";

/** The extension that a project must have, where files use what is only in it and none makes it. */
export function extensionWith(missing: Missing): string | undefined {
  const { kind, name = "" } = missing as { readonly kind: string; readonly name?: string };
  const [schema = "", bare = ""] = kind === "schema" ? [name] : name.split(".");
  return (
    homes.get(schema) ??
    (kind === "type" ? types.get(bare) : kind === "function" ? functions.get(bare) : undefined) ??
    (kind === "class" ? classes.get(bare) : undefined)
  );
}

export function extensionSql(name: string): string {
  return `do $assume$ begin perform ${adminSchema}.make_extension('${name}', null, 'extensions'); end $assume$`;
}

const homes: ReadonlyMap<string, string> = new Map([
  ["cron", "pg_cron"],
  ["net", "pg_net"],
  ["pgmq", "pgmq"],
  ["pgsodium", "pgsodium"],
]);

const types: ReadonlyMap<string, string> = new Map([
  ["vector", "vector"],
  ["halfvec", "vector"],
  ["citext", "citext"],
  ["ltree", "ltree"],
  ["hstore", "hstore"],
  ["geography", "postgis"],
  ["geometry", "postgis"],
]);

const functions: ReadonlyMap<string, string> = new Map([
  ["moddatetime", "moddatetime"],
  ["similarity", "pg_trgm"],
  ["unaccent", "unaccent"],
  ["http_post", "http"],
  ["http_get", "http"],
]);

const classes: ReadonlyMap<string, string> = new Map([
  ["gin_trgm_ops", "pg_trgm"],
  ["gist_trgm_ops", "pg_trgm"],
]);
