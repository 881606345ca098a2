import type { TypeName } from "libpg-query";
import { partsOf } from "../../judge/names.ts";

/** A name as SQL has it. */
export function ident(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL has it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Reserved words that people call columns and tables all the same. */
const reserved: ReadonlySet<string> = new Set(
  "all and any array as asc between both case cast check collate column constraint create current_date default desc distinct do else end except false fetch for foreign from grant group having in initially into is join leading left limit natural not null offset on only or order outer placing primary references returning right select similar some symmetric table then to trailing true union unique user using values variadic verbose when where window with".split(
    " ",
  ),
);

/** `public.t` as SQL has it. */
export function quoted(name: string): string {
  const at = name.indexOf(".");
  return at === -1 ? ident(name) : `${ident(name.slice(0, at))}.${ident(name.slice(at + 1))}`;
}

/** A type as SQL has it, without its modifier; undefined where it is taken from a column. */
export function typeSql(type: TypeName | undefined): string | undefined {
  if (!type || type.pct_type) return undefined;
  const parts = partsOf(type.names).filter((part) => part !== "pg_catalog");
  if (parts.length === 0) return undefined;
  return parts.map(ident).join(".") + (type.arrayBounds?.length ? "[]" : "");
}

/** `"Name"` or `schema.name` of a message: its parts, unquoted. */
export function partsOfName(name: string): readonly string[] {
  return Array.from(name.matchAll(/"((?:[^"]|"")*)"|([^".]+)/g), ([, quotedPart, plain]) =>
    quotedPart === undefined ? (plain ?? "") : quotedPart.replaceAll('""', '"'),
  );
}
