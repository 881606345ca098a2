import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../../errors/user-error.ts";

/** What a project's netlify.toml says that a deploy of built files must say by itself, as lines of its files. */
export interface TomlRoutes {
  /** Lines of `_redirects`. */
  readonly redirects: readonly string[];
  /** Lines of `_headers`. */
  readonly headers: readonly string[];
  /** Tables that are there, but have no effect on a deploy by this suite. */
  readonly leftOut: readonly string[];
}

const noEffect = ["functions", "edge_functions", "plugins", "images"];

/**
 * Reads redirects and headers. Netlify applies the file to what it builds itself; a deploy of built files that left
 * them out would silently lose them. Only plain keys are understood; anything else in these tables is refused.
 * @throws {UserError} PR102 with the line.
 */
export async function readToml(root: string): Promise<TomlRoutes> {
  const text = await readFile(join(root, "netlify.toml"), "utf8").catch((error: unknown) => {
    if ((error as { readonly code?: unknown }).code === "ENOENT") return "";
    throw error;
  });
  return tomlRoutes(text);
}

/** @throws {UserError} PR102 with the line. */
export function tomlRoutes(text: string): TomlRoutes {
  const tables = tablesOf(text);
  return {
    redirects: tables.filter(({ name }) => name === "redirects").map(redirectLine),
    headers: tables.flatMap((table, at) =>
      table.name === "headers" ? headerLines(table, tables[at + 1]) : [],
    ),
    leftOut: noEffect.filter((name) => tables.some((table) => table.name.split(".")[0] === name)),
  };
}

interface Table {
  readonly name: string;
  readonly line: number;
  readonly values: Map<string, string | number | boolean>;
}

const ours = ["redirects", "headers", "headers.values"];

function tablesOf(text: string): readonly Table[] {
  const tables: Table[] = [{ name: "", line: 0, values: new Map() }];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const bare = line.trim();
    const header = /^\[{1,2}\s*([\w.-]+)\s*\]{1,2}(?:\s*#.*)?$/.exec(bare)?.[1];
    const table = tables.at(-1);
    if (header !== undefined) {
      if (/^(?:redirects|headers)\./.test(header) && header !== "headers.values") throw refused(index, bare);
      tables.push({ name: header, line: index, values: new Map() });
    } else if (table !== undefined && ours.includes(table.name) && bare !== "" && !bare.startsWith("#")) {
      const [key, value] = pairOf(bare) ?? [];
      if (key === undefined || value === undefined) throw refused(index, bare);
      table.values.set(key, value);
    }
  }
  return tables;
}

/** `key = "text"`, `'text'`, a number or a word of truth. */
function pairOf(line: string): readonly [string, string | number | boolean] | undefined {
  const found = /^("[^"]+"|[\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*'|\d+|true|false)(?:\s*#.*)?$/.exec(line);
  if (found === null) return undefined;
  const [, key = "", value = ""] = found;
  const name = key.replace(/^"|"$/g, "");
  if (value.startsWith("'")) return [name, value.slice(1, -1)];
  try {
    const read = JSON.parse(value) as string | number | boolean;
    // A line break would begin a line of its own in what this becomes.
    return typeof read === "string" && /[\r\n]/.test(read) ? undefined : [name, read];
  } catch {
    return undefined;
  }
}

function redirectLine({ values, line }: Table): string {
  const { from, to, status = 301, force = false, ...rest } = Object.fromEntries(values);
  const plain = [from, to].every((part) => typeof part === "string" && /^\S+$/.test(part));
  const other = Object.keys(rest)[0];
  if (!plain || typeof status !== "number" || other !== undefined)
    throw refused(line, `[[redirects]] with ${other ?? "no plain from, to and status"}`);
  return `${from} ${to} ${status}${force === true ? "!" : ""}`;
}

function headerLines({ values, line }: Table, next: Table | undefined): readonly string[] {
  const path = values.get("for");
  if (typeof path !== "string" || !/^\S+$/.test(path) || values.size > 1)
    throw refused(line, "[[headers]] with more than a plain `for`");
  const pairs = next?.name === "headers.values" ? [...next.values] : [];
  return [path, ...pairs.map(([name, value]) => `  ${name}: ${String(value)}`)];
}

function refused(line: number, what: string): UserError {
  return new UserError(
    "PR102",
    `netlify.toml, line ${line + 1}, cannot be taken over into a deploy of built files: ${what.slice(0, 120)}. Nothing was changed.`,
    "Write these redirects and headers into the files `_redirects` and `_headers` of the folder that is published.",
  );
}
