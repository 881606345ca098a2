import { type Token, isSign, isWord, tokens } from "./tokens.ts";

/**
 * One module that a source names. `optional`: nothing is missing where it is not there, since it is gone once types are
 * stripped, or since `require` may be a function of the source's own.
 */
export interface Import {
  readonly specifier: string;
  readonly optional: boolean;
}

/**
 * Every module that TypeScript or JavaScript source names with a literal: `import … from`, `export … from`,
 * `import "…"`, `import("…")` and `require("…")`, in the order in which they stand. Never throws.
 */
export function scanImports(source: string): readonly Import[] {
  const all = tokens(source);
  const found: Import[] = [];
  for (const [index, token] of all.entries()) {
    if (token.kind !== "word" || isSign(all[index - 1], ".")) continue;
    const one = namedAt(all, index);
    if (one) found.push(one);
  }
  return found;
}

function namedAt(all: readonly Token[], at: number): Import | undefined {
  switch (all[at]?.value) {
    case "import":
      return imported(all, at + 1);
    case "export":
      return exported(all, at + 1);
    case "require":
      return required(all, at);
    default:
      return undefined;
  }
}

/**
 * Where the arguments of a dynamic import begin, given what follows the word `import`: of `import(`, `import.defer(` and
 * `import.source(`.
 */
export function argumentsAt(all: readonly Token[], at: number): number | undefined {
  if (isSign(all[at], "(")) return at + 1;
  const isPhase = isWord(all[at + 1], "defer") || isWord(all[at + 1], "source");
  return isSign(all[at], ".") && isPhase && isSign(all[at + 2], "(") ? at + 3 : undefined;
}

/** Whether an argument is a text and nothing else. */
export function isLiteral(all: readonly Token[], at: number): boolean {
  return all[at]?.kind === "text" && (isSign(all[at + 1], ")") || isSign(all[at + 1], ","));
}

/** What follows the word `import`. */
function imported(all: readonly Token[], at: number): Import | undefined {
  const next = all[at];
  if (next?.kind === "text") return { specifier: next.value, optional: false };
  const inner = argumentsAt(all, at);
  if (inner !== undefined) {
    const specifier = all[inner]?.value ?? "";
    return isLiteral(all, inner) ? { specifier, optional: isType(all, at, inner) } : undefined;
  }
  // `import type from "x"` and `import type, { y } from "x"` import a default that is called «type».
  const after = all[at + 1];
  const optional =
    isWord(next, "type") && !isSign(after, ",") && !(isWord(after, "from") && all[at + 2]?.kind === "text");
  return fromClause(all, at, optional);
}

/** `typeof import("…")` and `import("…").Name` stand for types; of a promise nothing but its methods is asked for. */
function isType(all: readonly Token[], at: number, inner: number): boolean {
  if (isWord(all[at - 2], "typeof")) return true;
  const name = all[inner + 3];
  const isAsked = isSign(all[inner + 1], ")") && isSign(all[inner + 2], ".") && name?.kind === "word";
  return isAsked && !["then", "catch", "finally"].includes(name.value);
}

/** `import a = require("…")` demands it; a call may be of any function that has the name. */
function required(all: readonly Token[], at: number): Import | undefined {
  if (!isSign(all[at + 1], "(") || !isLiteral(all, at + 2)) return undefined;
  const isImport = isSign(all[at - 1], "=") && isWord(all[at - 3], "import");
  return { specifier: all[at + 2]?.value ?? "", optional: !isImport };
}

/** What follows the word `export`: only `*` and `{…}` can come from elsewhere. */
function exported(all: readonly Token[], at: number): Import | undefined {
  const optional = isWord(all[at], "type");
  const start = optional ? at + 1 : at;
  return isSign(all[start], "*") || isSign(all[start], "{") ? fromClause(all, start, optional) : undefined;
}

/** Walks the names of a clause up to `from "…"`; anything that no clause holds ends the walk. */
function fromClause(all: readonly Token[], start: number, optional: boolean): Import | undefined {
  let depth = 0;
  for (let at = start; at < all.length; at += 1) {
    const token = all[at];
    const next = all[at + 1];
    if (depth === 0 && isWord(token, "from") && next?.kind === "text") {
      return { specifier: next.value, optional };
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
