/** A rule of `_redirects`. */
export interface RedirectRule {
  readonly from: RegExp;
  readonly to: string;
  readonly status: number;
  readonly force: boolean;
}

/** A rule of `_headers`. */
export interface HeaderRule {
  readonly path: RegExp;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads `_redirects`; a line that is none is left out, as Netlify leaves it out. */
export function redirectRules(text: string): readonly RedirectRule[] {
  return lines(text).flatMap((line) => {
    const [from = "", to, code = "301"] = line.trim().split(/\s+/);
    if (to === undefined) return [];
    return [{ from: patternOf(from), to, status: Number.parseInt(code, 10), force: code.endsWith("!") }];
  });
}

/** Reads `_headers`: a path, and below it its headers, indented. */
export function headerRules(text: string): readonly HeaderRule[] {
  const rules: { path: RegExp; headers: [string, string][] }[] = [];
  for (const line of lines(text)) {
    const pair = /^\s+([^:\s]+)\s*:\s*(.*)$/.exec(line);
    if (pair) rules.at(-1)?.headers.push([(pair[1] ?? "").toLowerCase(), pair[2] ?? ""]);
    else rules.push({ path: patternOf(line.trim()), headers: [] });
  }
  return rules;
}

/** All headers for a path; the same header of two rules becomes one with both values. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of rules.filter((rule) => rule.path.test(path)).flatMap((rule) => rule.headers))
    all[name] = all[name] === undefined ? value : `${all[name]}, ${value}`;
  return all;
}

function lines(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.trim().startsWith("#"));
}

/** `*` at the end is the rest, `:name` one part. */
function patternOf(from: string): RegExp {
  const parts = from.split("/").map((part) => {
    if (part === "*") return "(?<splat>.*)";
    if (part.startsWith(":")) return `(?<${part.slice(1).replace(/\W/g, "")}>[^/]+)`;
    return part.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  });
  return new RegExp(`^${parts.join("/")}/?$`);
}
