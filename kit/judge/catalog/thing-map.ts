import type { Node } from "libpg-query";

/** Things by their keys, `table public.t`, which are also found by their names alone: `t` in any schema. */
export class ThingMap extends Map<string, Node> {
  readonly #named = new Map<string, Set<string>>();

  override set(key: string, node: Node): this {
    const name = nameOf(key);
    const keys = this.#named.get(name) ?? new Set();
    this.#named.set(name, keys.add(key));
    return super.set(key, node);
  }

  override delete(key: string): boolean {
    this.#named.get(nameOf(key))?.delete(key);
    return super.delete(key);
  }

  /** The keys of the same kind and name in any schema; of functions, with any arguments. */
  namesakes(key: string): readonly string[] {
    return [...(this.#named.get(nameOf(key)) ?? [])];
  }
}

/** `function public.f(int4)` → `function f`. */
function nameOf(key: string): string {
  const kind = key.slice(0, key.indexOf(" "));
  const bracket = key.indexOf("(");
  const name = bracket === -1 ? key : key.slice(0, bracket);
  return `${kind} ${name.slice(name.indexOf(".", kind.length) + 1)}`;
}
