/** A `source` of vercel.json as the regular expression that the Build Output API takes. */
export interface Pattern {
  readonly src: string;
  /** Names of the groups, in their order; unnamed ones have their number as a text. */
  readonly groups: readonly string[];
}

type Token =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "group";
      readonly name: string;
      readonly inner: string;
      readonly prefix: string;
      readonly times: string;
    };

const escaped = /[.*+?^${}()|[\]\\]/g;

/**
 * Reads `/results/:id`, `/files/:path*`, `/((?!assets/).*)`, `/:lang(en|de)/x`. A named group takes one segment
 * unless it says otherwise; with `*`, `+` or `?` the slash before it belongs to it.
 * @throws {Error} when a parenthesis is not closed.
 */
export function sourcePattern(source: string): Pattern {
  const tokens = tokensOf(source);
  const groups = tokens.flatMap((token) => (token.kind === "group" ? [token.name] : []));
  return { src: `^${tokens.map(regexOf).join("")}$`, groups };
}

/** `/x/:id` → `/x/$1`; what is already `$1` or no group of the source stays. */
export function substituted(text: string, groups: readonly string[]): string {
  return text.replace(/:([A-Za-z_]\w*)[*+?]?/g, (whole, name: string) => {
    const at = groups.indexOf(name);
    return at === -1 ? whole : `$${at + 1}`;
  });
}

function regexOf(token: Token): string {
  if (token.kind === "text") return token.text.replace(escaped, "\\$&");
  const { inner, times } = token;
  const prefix = token.prefix.replace(escaped, "\\$&");
  if (times === "") return `${prefix}(${inner})`;
  if (times === "?") return `(?:${prefix}(${inner}))?`;
  const many = `(?:${prefix}((?:${inner})(?:${prefix}(?:${inner}))*))`;
  return times === "*" ? `${many}?` : many;
}

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let unnamed = 0;
  let text = "";
  for (let at = 0; at < source.length;) {
    const name = /^:([A-Za-z_]\w*)/.exec(source.slice(at))?.[1];
    const group = name !== undefined || source[at] === "(";
    if (!group) {
      text += source[at];
      at += 1;
      continue;
    }
    at += name === undefined ? 0 : name.length + 1;
    const inner = source[at] === "(" ? enclosed(source, at) : undefined;
    at += inner === undefined ? 0 : inner.length + 2;
    const times = /^[*+?]/.exec(source.slice(at))?.[0] ?? "";
    at += times.length;
    const prefix = times !== "" && text.endsWith("/") ? "/" : "";
    if (prefix !== "") text = text.slice(0, -1);
    if (text !== "") tokens.push({ kind: "text", text });
    text = "";
    const own = name ?? String(unnamed);
    unnamed += name === undefined ? 1 : 0;
    tokens.push({ kind: "group", name: own, inner: inner ?? "[^/]+?", prefix, times });
  }
  return text === "" ? tokens : [...tokens, { kind: "text", text }];
}

/** What stands between the parenthesis at `start` and its partner. */
function enclosed(source: string, start: number): string {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === "(") depth += 1;
    else if (source[at] === ")") depth -= 1;
    if (depth === 0) return source.slice(start + 1, at);
  }
  throw new Error(`the parenthesis at ${start + 1} of ${source} is not closed`);
}
