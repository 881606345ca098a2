/**
 * Whether GitHub's pattern of a branch policy admits a name. GitHub matches as Ruby's `File.fnmatch` does for
 * paths: `*` and `?` stay within a segment and do not begin with a dot, `**` with a slash crosses segments.
 */
export function admits(pattern: string, name: string): boolean {
  try {
    return new RegExp(`^${sourceOf(pattern)}$`, "u").test(name);
  } catch {
    return pattern === name;
  }
}

/** Names that nobody chose: whatever admits them all, admits what anybody pushes. */
const strangers = [
  ["x7q4", "b9kd-2", "m_3"],
  ["x7q4/k2j9", "b9kd/zz-1", "m_3/y"],
  ["x7q4/k2/j9", "b9kd/z/z", "m/y/3"],
];

/** Whether a pattern admits names that nobody chose, such as `*`, `**` or `[a-z]*`. */
export function isAnything(pattern: string): boolean {
  return strangers.some((names) => names.every((name) => admits(pattern, name)));
}

const tokens = /\*\*\/|\*+|\?|\[(?:!|\^)?\]?[^\]]*\]|\\.|./gsu;

function sourceOf(pattern: string): string {
  let before = "/";
  return [...pattern.matchAll(tokens)]
    .map(([token]) => {
      const first = before.endsWith("/");
      before = token;
      return sourceOfToken(token, first);
    })
    .join("");
}

function sourceOfToken(token: string, first: boolean): string {
  const visible = first ? "(?!\\.)" : "";
  if (token === "**/") return "(?:(?!\\.)[^/]+/)*";
  if (token.startsWith("*")) return `${visible}[^/]*`;
  if (token === "?") return `${visible}[^/]`;
  if (token.startsWith("[") && token.length > 1) return `${visible}(?!/)[${classOf(token.slice(1, -1))}]`;
  return escaped(token.length > 1 ? token.slice(1) : token);
}

function classOf(inner: string): string {
  const negated = /^[!^]/.test(inner);
  const rest = (negated ? inner.slice(1) : inner).replace(/[\\[\]^]/g, "\\$&");
  return negated ? `^${rest}` : rest;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
