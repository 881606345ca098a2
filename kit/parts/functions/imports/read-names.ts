import { type Token, isSign, tokens } from "./tokens.ts";

/** What a module asks the environment for. */
export interface ReadNames {
  /** Names that it cannot do without: nothing stands in for them. */
  readonly needed: readonly string[];
  /** Whether it also reads names that are not in its text, or hands the whole environment on. */
  readonly dynamic: boolean;
}

/**
 * The names that `Deno.env.get("…")` reads, also by a helper of the module that gets the name as its first argument.
 * One that a `??` or `||` follows, and one that is only asked for by `has`, has a substitute. Never throws.
 */
export function readNames(source: string): ReadNames {
  const all = tokens(source);
  const reads = all.flatMap((_, index) => readAt(all, index) ?? []);
  const needed = reads.flatMap((read) => ("name" in read && !read.substitute ? [read.name] : []));
  return { needed: [...new Set(needed)].sort(), dynamic: reads.some((read) => "unknown" in read) };
}

type Read = { readonly name: string; readonly substitute: boolean } | { readonly unknown: true };

function readAt(all: readonly Token[], at: number): readonly Read[] | undefined {
  if (!spells(all, at, ["Deno", ".", "env"])) return isOtherWay(all, at) ? [{ unknown: true }] : undefined;
  const method = isSign(all[at + 3], ".") ? all[at + 4]?.value : undefined;
  if (method === "set" || method === "delete" || method === "has") return [];
  const argument = all[at + 6];
  const single = method === "get" && isSign(all[at + 5], "(") && isSign(all[at + 7], ")");
  const substitute = hasSubstitute(all, at + 8);
  if (single && argument?.kind === "text") return [{ name: argument.value, substitute }];
  const helped = single && argument?.kind === "word" ? byHelper(all, at, argument.value) : undefined;
  return helped?.map((name) => ({ name, substitute })) ?? [{ unknown: true }];
}

/** The environment reached otherwise than by `Deno.env`: `{ env } = Deno`, `Deno["env"]`, `Deno?.env`, `process.env`. */
function isOtherWay(all: readonly Token[], at: number): boolean {
  if (spells(all, at, ["process", ".", "env"]) || spells(all, at, ["process", "?", ".", "env"])) return true;
  if (!spells(all, at, ["Deno"]) || isSign(all[at - 1], ".")) return false;
  if (spells(all, at + 1, ["?", ".", "env"]) || isSign(all[at + 1], "[")) return true;
  return isSign(all[at - 1], "=") && !isSign(all[at + 1], ".");
}

/** What is handed to the function that stands around a read of its first parameter; undefined where that is not all told. */
function byHelper(all: readonly Token[], at: number, parameter: string): readonly string[] | undefined {
  const start = all.findLastIndex(
    (_, index) => index < at && nameOfHelper(all, index, parameter) !== undefined,
  );
  const helper = nameOfHelper(all, start, parameter);
  const isExported = all[start - 1]?.value === "export";
  if (helper === undefined || isExported) return undefined;
  const names: string[] = [];
  for (const [index, token] of all.entries()) {
    if (token.kind !== "word" || token.value !== helper || index === start + 1) continue;
    const name = all[index + 2];
    if (!isSign(all[index + 1], "(") || name?.kind !== "text") return undefined;
    names.push(name.value);
  }
  return names;
}

/** Of `function f(name` and `const f = (name`. */
function nameOfHelper(all: readonly Token[], at: number, parameter: string): string | undefined {
  const [word, name] = [all[at]?.value, all[at + 1]];
  const signs = word === "function" ? ["("] : word === "const" ? ["=", "("] : undefined;
  if (signs === undefined || name?.kind !== "word") return undefined;
  return spells(all, at + 2, [...signs, parameter]) ? name.value : undefined;
}

function spells(all: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => all[at + index]?.kind !== "text" && all[at + index]?.value === word);
}

/** `?? x` and `|| x`: signs come one by one. */
function hasSubstitute(all: readonly Token[], at: number): boolean {
  return ["?", "|"].some((sign) => isSign(all[at], sign) && isSign(all[at + 1], sign));
}
