import { argumentsAt, isLiteral } from "./scan-imports.ts";
import { type Token, isSign, isWord, tokens } from "./tokens.ts";

/** What a source imports or reads without an import that names it. */
export type Unnamed =
  /** `import(name)`; `starts` is the text that the name begins with, where it has one. */
  | { readonly kind: "import"; readonly line: number; readonly starts: string | undefined }
  /** `new URL("./file", import.meta.url)`, `import.meta.resolve("./file")`: a file that no module graph has. */
  | { readonly kind: "address"; readonly line: number; readonly names: string };

/** All of a source; what begins like an address of the network is none of the repository's. Never throws. */
export function unnamedImports(source: string): readonly Unnamed[] {
  if (!/\bimport\b/.test(source)) return [];
  const all = tokens(source);
  return all.flatMap((token, at) => {
    const found = isSign(all[at - 1], ".") ? undefined : (dynamicAt(all, at, source) ?? addressAt(all, at));
    if (found === undefined) return [];
    return [{ ...found, line: source.slice(0, token.at).split("\n").length }];
  });
}

type Found =
  | { readonly kind: "import"; readonly starts: string | undefined }
  | { readonly kind: "address"; readonly names: string };

function dynamicAt(all: readonly Token[], at: number, source: string): Found | undefined {
  const inner = isWord(all[at], "import") ? argumentsAt(all, at + 1) : undefined;
  if (inner === undefined || all[inner] === undefined || isSign(all[inner], ")")) return undefined;
  if (isLiteral(all, inner) || isMethod(all, at, inner)) return undefined;
  const starts = startOf(all, inner, source);
  return starts !== undefined && isRemote(starts) ? undefined : { kind: "import", starts };
}

/** The fixed beginning of a template with `${…}`, or of texts that are put together. */
function startOf(all: readonly Token[], at: number, source: string): string | undefined {
  const first = all[at];
  if (first?.kind === "text") return isSign(all[at + 1], "+") ? first.value : undefined;
  if (first === undefined || !isSign(first, "`")) return undefined;
  const start = /^[^\\`]*?(?=\$\{)/.exec(source.slice(first.at + 1))?.[0];
  return start === "" ? undefined : start;
}

/** `{ import(name) {…} }` declares a method. */
function isMethod(all: readonly Token[], at: number, inner: number): boolean {
  let depth = 1;
  let end = inner;
  for (; end < all.length && depth > 0; end += 1) {
    if (isSign(all[end], "(")) depth += 1;
    else if (isSign(all[end], ")")) depth -= 1;
  }
  if (isSign(all[end], "{")) return true;
  const before = all[at - 1];
  const isMember =
    before?.kind === "sign" ? "{};,*".includes(before.value) : modifiers.has(before?.value ?? "");
  return isMember && isSign(all[end], ":");
}

const modifiers = new Set("async static public private protected override abstract get set".split(" "));

function addressAt(all: readonly Token[], at: number): Found | undefined {
  const isUrl = isWord(all[at], "new") && isWord(all[at + 1], "URL") && isSign(all[at + 2], "(");
  const ofUrl = isUrl && isSign(all[at + 4], ",") && isMeta(all, at + 5, "url") ? all[at + 3] : undefined;
  const isResolve = isMeta(all, at, "resolve") && isSign(all[at + 5], "(") && isLiteral(all, at + 6);
  const name = isResolve ? all[at + 6] : ofUrl;
  if (name?.kind !== "text" || name.value === "" || isRemote(name.value)) return undefined;
  return { kind: "address", names: name.value };
}

function isMeta(all: readonly Token[], at: number, what: string): boolean {
  const words = ["import", ".", "meta", ".", what];
  return words.every((word, index) => all[at + index]?.kind !== "text" && all[at + index]?.value === word);
}

function isRemote(name: string): boolean {
  return /^([a-z][a-z+.-]*:|\/\/)/i.test(name);
}
