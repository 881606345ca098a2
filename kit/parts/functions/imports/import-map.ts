import { posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** An import map as `deno.json` or `import_map.json` hold it. `at` is its own path. */
export interface ImportMap {
  readonly at: string;
  readonly imports: Readonly<Record<string, string>>;
  readonly scopes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Another file that holds the map, relative to this one. */
  readonly elsewhere?: string;
}

/** Reads JSON with comments and trailing commas. @throws {SyntaxError} when it is not that. */
export function parseImportMap(text: string, at: string): ImportMap {
  const json = JSON.parse(withoutComments(text)) as {
    imports?: Readonly<Record<string, string>>;
    scopes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    importMap?: unknown;
  };
  const elsewhere = typeof json.importMap === "string" ? { elsewhere: json.importMap } : {};
  return { at, imports: json.imports ?? {}, scopes: json.scopes ?? {}, ...elsewhere };
}

/**
 * The path of the local file that a specifier names in the module at `from`, or undefined for one that is
 * fetched (npm, jsr, https, node) or unknown. Paths are absolute, with `/`.
 */
export function resolveImport(
  specifier: string,
  from: string,
  map: ImportMap | undefined,
): string | undefined {
  const mapped = map && mapSpecifier(specifier, from, map);
  if (mapped !== undefined && map) return local(mapped, map.at);
  return local(specifier, from);
}

/** As addresses are resolved: what follows `?` or `#` is none of the path, and `%20` is a space. */
function local(specifier: string, from: string): string | undefined {
  if (!/^\.{0,2}\/(?!\/)/.test(specifier)) return undefined;
  try {
    const path = fileURLToPath(new URL(specifier, pathToFileURL(from)), { windows: false });
    return path.length > 1 ? path.replace(/\/$/, "") : path;
  } catch {
    return undefined;
  }
}

function mapSpecifier(specifier: string, from: string, map: ImportMap): string | undefined {
  const scopes = Object.entries(map.scopes)
    .filter(([scope]) => within(from, posix.resolve(posix.dirname(map.at), scope), scope))
    .sort(([a], [b]) => b.length - a.length)
    .map(([, imports]) => imports);
  for (const imports of [...scopes, map.imports]) {
    const found = longest(specifier, from, map, imports);
    if (found !== undefined) return found;
  }
  return undefined;
}

function within(from: string, scope: string, written: string): boolean {
  return from === scope || (written.endsWith("/") && from.startsWith(`${scope}/`));
}

/** The exact key, else the longest key that ends with `/` and begins the specifier. */
function longest(
  specifier: string,
  from: string,
  map: ImportMap,
  imports: Readonly<Record<string, string>>,
): string | undefined {
  const path = local(specifier, from);
  const forms = Object.entries(imports).map(([key, target]) => {
    const slash = key.endsWith("/") ? "/" : "";
    const keyPath = local(key, map.at);
    return path !== undefined && keyPath !== undefined
      ? { key: keyPath === "/" ? "/" : keyPath + slash, target, asked: path }
      : { key, target, asked: specifier };
  });
  const found = forms
    .filter(({ key, asked }) => asked === key || (key.endsWith("/") && asked.startsWith(key)))
    .sort((a, b) => b.key.length - a.key.length)[0];
  return found && found.target + found.asked.slice(found.key.length);
}

function withoutComments(text: string): string {
  const kept = text.replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "$1");
  return kept.replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, "$1");
}
