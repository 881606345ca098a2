import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A package that is shipped, as its own folder tells of it. */
export interface Shipped {
  readonly name: string;
  /** By its SPDX name. */
  readonly licence: string;
  /** Its licence file; undefined where it has none. */
  readonly text: string | undefined;
  readonly author: string;
}

interface Module {
  readonly identifier?: string;
  readonly modules?: readonly Module[];
}

/** The packages of which something is in a bundle, by what webpack tells of its modules. */
export function packagesIn(stats: { readonly modules: readonly Module[] }): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = ({ identifier = "", modules = [] }: Module): void => {
    const names = [...identifier.matchAll(/node_modules\/((?:@[^/|!]+\/)?[^/|!]+)\//g)];
    const name = names.at(-1)?.[1];
    if (name !== undefined) found.add(name);
    modules.forEach(visit);
  };
  stats.modules.forEach(visit);
  return found;
}

/** What a package's folder says of its licence. */
export function shippedFrom(folder: string): Shipped {
  const said = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly license?: string;
    readonly author?: string | { readonly name?: string };
  };
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)/i.test(name))
    : undefined;
  const author = typeof said.author === "string" ? said.author : (said.author?.name ?? "its authors");
  return {
    name: said.name,
    licence: said.license ?? "",
    text: file === undefined ? undefined : readFileSync(join(folder, file), "utf8").trim(),
    author,
  };
}

/**
 * `dist/licenses.txt`, whole: ncc writes a section a package (its name, its licence, its text); what it leaves out is added,
 * and of a package without a licence file what its package.json says.
 * @throws {Error} where a package says nothing of its licence: it cannot be shipped.
 */
export function wholeLicences(written: string, shipped: readonly Shipped[]): string {
  const silent = shipped.filter(({ licence }) => licence === "" || /^unlicen[cs]ed$/i.test(licence));
  if (silent.length > 0)
    throw new Error(`${silent.map(({ name }) => name).join(", ")}: no licence, so it cannot be in dist/`);
  return shipped.reduce((text, one) => {
    const head = `${one.name}\n${one.licence}\n`;
    const at = text.startsWith(head) ? 0 : text.indexOf(`\n${head}`);
    if (at === -1) return `${text.trimEnd()}\n\n${head}${bodyOf(one)}\n`;
    if (one.text !== undefined) return text;
    const end = at + head.length + (at === 0 ? 0 : 1);
    return text.startsWith(bodyOf(one), end)
      ? text
      : `${text.slice(0, end)}${bodyOf(one)}\n${text.slice(end)}`;
  }, written);
}

function bodyOf({ text, licence, author }: Shipped): string {
  return text ?? `(The package has no licence file; its package.json says ${licence}, by ${author}.)`;
}
