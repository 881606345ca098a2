import type { TomlRoutes } from "./netlify-toml.ts";

/** What a missing asset is answered with; a name that no site has. */
export const missingPage = "rollout-404.html";

export const missingText = "<!doctype html><title>Not found</title><h1>Not found</h1>\n";

interface Rule {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/**
 * `_redirects` of a single-page app: the project's own rules, first its file, then its netlify.toml, as Netlify takes
 * them; a missing asset is 404 and not the page; every other address is the page, unless a rule of its own says so.
 * Files that are there always come before rules.
 */
export function redirectsFile(own: string, toml: TomlRoutes, assets: string): string {
  const lines = [...linesOf(own), ...toml.redirects];
  const asset = `/${folderOf(assets)}/some-asset.js`;
  const rules = lines.map(ruleOf);
  const takes = rules.findIndex((rule) => rule !== undefined && fits(rule, asset) && !isRedirect(rule));
  const missing = `/${folderOf(assets)}/* /${missingPage} 404`;
  const at = takes === -1 ? lines.length : takes;
  const isProxied = /^https?:/.test(rules[takes]?.to ?? "");
  const all = isProxied ? lines : [...lines.slice(0, at), missing, ...lines.slice(at)];
  const catches = rules.some((rule) => rule?.from === "/*" && !isRedirect(rule));
  return [...all, ...(catches ? [] : ["/* /index.html 200"]), ""].join("\n");
}

/**
 * `_headers`: the project's own rules, and each asset that is there is cached for ever. By its own name: a rule for the
 * folder may also be that of a missing chunk, which a cache would keep for a year.
 */
export function headersFile(own: string, toml: TomlRoutes, assets: string, paths: readonly string[]): string {
  const lines = [...linesOf(own), ...toml.headers];
  const cached = cachedBy(lines);
  const folder = `${folderOf(assets)}/`;
  const plain = paths.filter((path) => path.startsWith(folder) && /^[\w\-./@+~]+$/.test(path));
  const ours = plain.filter((path) => !cached.some((pattern) => matches(pattern, `/${path}`)));
  const rules = ours.flatMap((path) => [`/${path}`, "  Cache-Control: public, max-age=31536000, immutable"]);
  return [...lines, ...rules, ""].join("\n");
}

/** The paths for which own rules say how they are cached: two values would be one, and a wrong one. */
function cachedBy(lines: readonly string[]): readonly string[] {
  let path = "";
  return lines.flatMap((line) => {
    if (!/^\s/.test(line)) path = line;
    return /^\s+cache-control\s*:/i.test(line) ? [path] : [];
  });
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  return lines.filter((line) => line !== "" && !line.trim().startsWith("#"));
}

/** A line of `_redirects`: from, parameters, to, status. */
/** No address is longer, so that a rule for one takes none. */
const longestPath = 4000;

function ruleOf(line: string): Rule | undefined {
  const [from, ...rest] = line
    .replace(/\s#.*$/, "")
    .trim()
    .split(/\s+/);
  const to = rest.find((part) => /^(?:\/|https?:)/.test(part));
  if (from === undefined || to === undefined || from.length > longestPath) return undefined;
  const status = rest.slice(rest.indexOf(to) + 1).find((part) => /^\d{3}!?$/.test(part)) ?? "301";
  return { from, to, status: Number.parseInt(status, 10) };
}

function isRedirect({ status }: Rule): boolean {
  return status >= 300 && status < 400;
}

function fits({ from }: Rule, path: string): boolean {
  return matches(from.replace(/^https?:\/\/[^/]+/, ""), path);
}

/** Signs for anything that follow each other are one: hundreds of them would be tried in every combination. */
function matches(pattern: string, path: string): boolean {
  const source = pattern
    .split("/")
    .map((part) =>
      part.startsWith(":") ? "[^/]+" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*+/g, ".*"),
    )
    .join("/");
  return new RegExp(`^${source}/?$`).test(path);
}

function folderOf(assets: string): string {
  return assets.replace(/^\/+|\/+$/g, "");
}
