import { ident, literal, quoted } from "./sql-names.ts";

/** Takes a relation away, whatever kind it is of. */
export function dropRelation(name: string): string {
  return `do $assume$ declare kind "char"; begin
    select relkind into kind from pg_catalog.pg_class where oid = pg_catalog.to_regclass(${literal(quoted(name))});
    if kind is not null then execute pg_catalog.format('drop %s ${quoted(name).replaceAll("'", "''").replaceAll("%", "%%")} cascade',
      case kind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
        when 'i' then 'index' when 'f' then 'foreign table' else 'table' end); end if;
  end $assume$`;
}

/** Takes away what a key of the judge's names (`policy public.t.own`); undefined for what cannot be. */
export function dropByKey(key: string): string | undefined {
  const at = key.indexOf(" ");
  const [kind, name] = [key.slice(0, at), key.slice(at + 1)];
  if (kind === "table" || kind === "view" || kind === "sequence" || kind === "index")
    return dropRelation(name);
  if (kind === "type") return `drop type if exists ${quoted(name)} cascade`;
  if (kind === "publication" || kind === "schema") return `drop ${kind} if exists ${quoted(name)} cascade`;
  if (kind === "function") {
    const open = name.indexOf("(");
    return `drop routine if exists ${quoted(name.slice(0, open))}${name.slice(open)} cascade`;
  }
  const [schema = "", table = "", ...rest] = name.split(".");
  const [on, part] = [quoted(`${schema}.${table}`), ident(rest.join("."))];
  if (kind === "policy" || kind === "trigger") return `drop ${kind} if exists ${part} on ${on}`;
  if (kind === "column" || kind === "constraint")
    return `alter table ${on} drop ${kind} if exists ${part} cascade`;
  return undefined;
}
