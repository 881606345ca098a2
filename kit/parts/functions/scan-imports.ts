import { type Token, tokens } from "./tokens.ts";

/** One module that a source names. `typeOnly`: it is gone once types are stripped. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/**
 * Every module that TypeScript or JavaScript source names with a literal: `import … from`, `export … from`,
 * `import "…"` and `import("…")`, in the order in which they stand. Never throws.
 */
export function scanImports(source: string): readonly Import[] {
  const all = tokens(source);
  const found: Import[] = [];
  for (const [index, token] of all.entries()) {
    if (token.kind !== "word" || isSign(all[index - 1], ".")) continue;
    const one =
      token.value === "import"
        ? imported(all, index + 1)
        : token.value === "export"
          ? exported(all, index + 1)
          : undefined;
    if (one) found.push(one);
  }
  return found;
}

/** What follows the word `import`. */
function imported(all: readonly Token[], at: number): Import | undefined {
  const next = all[at];
  if (next?.kind === "text") return { specifier: next.value, typeOnly: false };
  if (isSign(next, "(")) {
    const specifier = all[at + 1];
    const closes = isSign(all[at + 2], ")") || isSign(all[at + 2], ",");
    return specifier?.kind === "text" && closes ? { specifier: specifier.value, typeOnly: false } : undefined;
  }
  // `import type from "x"` and `import type, { y } from "x"` import a default that is called «type».
  const after = all[at + 1];
  const typeOnly =
    isWord(next, "type") && !isSign(after, ",") && !(isWord(after, "from") && all[at + 2]?.kind === "text");
  return fromClause(all, at, typeOnly);
}

/** What follows the word `export`: only `*` and `{…}` can come from elsewhere. */
function exported(all: readonly Token[], at: number): Import | undefined {
  const typeOnly = isWord(all[at], "type");
  const start = typeOnly ? at + 1 : at;
  return isSign(all[start], "*") || isSign(all[start], "{") ? fromClause(all, start, typeOnly) : undefined;
}

/** Walks the names of a clause up to `from "…"`; anything that no clause holds ends the walk. */
function fromClause(all: readonly Token[], start: number, typeOnly: boolean): Import | undefined {
  let depth = 0;
  for (let at = start; at < all.length; at += 1) {
    const token = all[at];
    const next = all[at + 1];
    if (depth === 0 && isWord(token, "from") && next?.kind === "text") {
      return { specifier: next.value, typeOnly };
    }
    if (isSign(token, "{")) depth += 1;
    else if (isSign(token, "}")) {
      depth -= 1;
      if (depth === 0 && !isWord(next, "from")) return undefined;
    } else if (token?.kind === "sign" && token.value !== "," && token.value !== "*") return undefined;
    else if (token?.kind === "text" && depth === 0) return undefined;
  }
  return undefined;
}

function isWord(token: Token | undefined, value: string): boolean {
  return token?.kind === "word" && token.value === value;
}

function isSign(token: Token | undefined, value: string): boolean {
  return token?.kind === "sign" && token.value === value;
}
