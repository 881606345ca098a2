/** Things by their keys, `table public.t`; found by their names alone, too, and by the table that they are on. */
export class ThingMap<T> extends Map<string, T> {
  readonly #named = new Map<string, Set<string>>();
  readonly #inside = new Map<string, Set<string>>();

  override set(key: string, thing: T): this {
    if (!this.has(key)) {
      note(this.#named, nameOf(key), key);
      const table = tableOf(key);
      if (table !== undefined) note(this.#inside, table, key);
    }
    return super.set(key, thing);
  }

  override delete(key: string): boolean {
    this.#named.get(nameOf(key))?.delete(key);
    this.#inside.get(tableOf(key) ?? "")?.delete(key);
    return super.delete(key);
  }

  /** The keys of the same kind and name in any schema; of functions, with any arguments. */
  namesakes(key: string): readonly string[] {
    return [...(this.#named.get(nameOf(key)) ?? [])];
  }

  /** The functions of a schema by their name, whatever their arguments: of `function public.f(?)`. */
  routines(key: string): readonly string[] {
    const prefix = key.slice(0, key.indexOf("(") + 1);
    return this.namesakes(key).filter((one) => one.startsWith(prefix));
  }

  /** What is on a table `public.t`: columns, constraints, policies, triggers, and where it is published. */
  inside(table: string): readonly string[] {
    return [...(this.#inside.get(table) ?? [])];
  }
}

function note(index: Map<string, Set<string>>, name: string, key: string): void {
  const keys = index.get(name);
  if (keys) keys.add(key);
  else index.set(name, new Set([key]));
}

/** `function public.f(int4)` → `function f`. */
function nameOf(key: string): string {
  const kind = key.slice(0, key.indexOf(" "));
  const bracket = key.indexOf("(");
  const name = bracket === -1 ? key : key.slice(0, bracket);
  return `${kind} ${name.slice(name.indexOf(".", kind.length) + 1)}`;
}

const onTables = /^(?:column|constraint|policy|trigger|published) ([^.]*\.[^.]*)\./;

function tableOf(key: string): string | undefined {
  return onTables.exec(key)?.[1];
}
