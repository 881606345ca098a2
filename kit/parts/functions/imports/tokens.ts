/** What matters of TypeScript source for finding imports: words, signs, and texts with a fixed value. */
export interface Token {
  readonly kind: "word" | "sign" | "text";
  readonly value: string;
  /** Where it begins in the source. */
  readonly at: number;
}

/**
 * Splits TypeScript or JavaScript into tokens. Comments and regular expressions are left out, as are numbers;
 * the code inside of `${…}` is not. Never throws: text that is no program gives fewer tokens.
 */
export function tokens(source: string): readonly Token[] {
  const found: Token[] = [];
  // For each open `${` the depth of braces inside of it.
  const templates: number[] = [];
  const lexemes = { word: /[\p{ID_Start}$_#@][\p{ID_Continue}$\u200c\u200d]*/uy, number: /\d[\w.]*/y };
  let at = 0;
  while (at < source.length) {
    const letter = source[at] ?? "";
    const two = source.slice(at, at + 2);
    if (two === "//") at = endOf(source, "\n", at);
    else if (two === "/*") at = endOf(source, "*/", at + 2);
    else if (letter === "'" || letter === '"') at = text(source, at, letter, found);
    else if (letter === "`") at = template(source, at + 1, found, templates);
    else if (letter === "}" && templates.at(-1) === 0) {
      templates.pop();
      at = template(source, at + 1, found, templates);
    } else if (letter === "/" && regexMayStart(found.at(-1))) at = regex(source, at, found);
    else at = other(source, at, found, templates, lexemes);
  }
  return found;
}

interface Lexemes {
  readonly word: RegExp;
  readonly number: RegExp;
}

function other(
  source: string,
  at: number,
  found: Token[],
  templates: number[],
  { word, number }: Lexemes,
): number {
  word.lastIndex = at;
  const name = word.exec(source)?.[0];
  if (name !== undefined) {
    found.push({ kind: "word", value: name, at });
    return at + name.length;
  }
  number.lastIndex = at;
  const digits = number.exec(source)?.[0];
  if (digits !== undefined) {
    found.push({ kind: "text", value: digits, at });
    return at + digits.length;
  }
  const letter = source[at] ?? "";
  if (/\S/.test(letter)) found.push({ kind: "sign", value: letter, at });
  const depth = templates.at(-1);
  if (depth !== undefined && letter === "{") templates[templates.length - 1] = depth + 1;
  if (depth !== undefined && letter === "}") templates[templates.length - 1] = depth - 1;
  return at + 1;
}

/** A quoted text ends with its line at the latest: so an apostrophe in JSX costs one line, not the file. */
function text(source: string, start: number, quote: string, found: Token[]): number {
  let at = start + 1;
  while (at < source.length && source[at] !== quote && source[at] !== "\n") at += source[at] === "\\" ? 2 : 1;
  if (source[at] === quote)
    found.push({ kind: "text", value: unescape(source.slice(start + 1, at)), at: start });
  return at + 1;
}

/** From inside of a template to its end or to its next `${`. One without `${` is a text. */
function template(source: string, start: number, found: Token[], templates: number[]): number {
  let at = start;
  while (at < source.length && source[at] !== "`" && source.slice(at, at + 2) !== "${") {
    at += source[at] === "\\" ? 2 : 1;
  }
  const whole = source[start - 1] === "`" && source[at] === "`";
  found.push(
    whole
      ? { kind: "text", value: unescape(source.slice(start, at)), at: start - 1 }
      : { kind: "sign", value: "`", at: start - 1 },
  );
  if (source[at] !== "$") return at + 1;
  templates.push(0);
  return at + 2;
}

const beforeRegex = new Set(
  "return typeof instanceof in of new delete void throw case do else yield await default".split(" "),
);

function regexMayStart(previous: Token | undefined): boolean {
  if (previous === undefined) return true;
  if (previous.kind === "word") return beforeRegex.has(previous.value);
  return previous.kind === "sign" && !")]`".includes(previous.value);
}

/** Past a regular expression; a lone slash is a sign. */
function regex(source: string, start: number, found: Token[]): number {
  let inClass = false;
  for (let at = start + 1; at < source.length && source[at] !== "\n"; at += 1) {
    const letter = source[at];
    if (letter === "\\") at += 1;
    else if (letter === "[") inClass = true;
    else if (letter === "]") inClass = false;
    else if (letter === "/" && !inClass) {
      found.push({ kind: "text", value: "", at: start });
      return at + 1;
    }
  }
  found.push({ kind: "sign", value: "/", at: start });
  return start + 1;
}

function endOf(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? source.length : at + mark.length;
}

function unescape(raw: string): string {
  return raw.replace(
    /\\(u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|\r?\n|[\s\S])/gi,
    (_, what: string, ...hex) => {
      const code = hex.slice(0, 3).find((digits) => digits !== undefined) as string | undefined;
      if (code !== undefined) return String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff));
      return what.endsWith("\n") ? "" : (plain[what] ?? what);
    },
  );
}

const plain: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
};

export function isWord(token: Token | undefined, value: string): boolean {
  return token?.kind === "word" && token.value === value;
}

export function isSign(token: Token | undefined, value: string): boolean {
  return token?.kind === "sign" && token.value === value;
}
