/** The words of texts; no text is read before the first word is asked for. */
export interface Mentions {
  add(text: string): void;
  /** Whether every word of a name stands in some text, also in a comment. */
  has(name: string): boolean;
  /** Whether every word of these names stands in one statement. */
  together(...names: readonly string[]): boolean;
}

export function mentions(): Mentions {
  const unread: string[] = [];
  /** The texts that have a word, by their places. */
  const words = new Map<string, Set<number>>();
  const texts: string[] = [];
  const parts = new Map<number, readonly ReadonlySet<string>[]>();
  const read = (): void => {
    for (const text of unread.splice(0)) {
      const at = texts.push(text) - 1;
      for (const word of wordsOf(text)) {
        const places = words.get(word);
        if (places) places.add(at);
        else words.set(word, new Set([at]));
      }
    }
  };
  const statements = (at: number): readonly ReadonlySet<string>[] => {
    const known = parts.get(at) ?? (texts[at] ?? "").split(";").map((part) => new Set(wordsOf(part)));
    parts.set(at, known);
    return known;
  };
  return {
    add: (text) => {
      unread.push(text);
    },
    has: (name) => {
      read();
      return wordsOf(name).every((word) => words.has(word));
    },
    together: (...names) => {
      read();
      const all = names.flatMap(wordsOf);
      const [first = new Set<number>(), ...others] = all.map((word) => words.get(word) ?? new Set<number>());
      const both = [...first].filter((at) => others.every((one) => one.has(at)));
      return both.some((at) => statements(at).some((part) => all.every((word) => part.has(word))));
    },
  };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\w$\u0080-\uffff]+/g) ?? [];
}

const onTables = /^(?:column|constraint|policy|trigger) [^.]*\.[^.]*\./;

/** A thing's own name: `f` of `function public.f(int4)`, `p` of `policy public.t.p`. */
export function bareName(key: string): string {
  if (onTables.test(key)) return key.replace(onTables, "");
  const name = key.slice(key.indexOf(" ") + 1).replace(/\(.*$/s, "");
  return name.slice(name.indexOf(".") + 1);
}
