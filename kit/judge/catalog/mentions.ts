/** The words of texts; no text is read before the first word is asked for. */
export interface Mentions {
  add(text: string): void;
  /** Whether every word of a name stands in some text, also in a comment. */
  has(name: string): boolean;
}

export function mentions(): Mentions {
  const unread: string[] = [];
  const words = new Set<string>();
  return {
    add: (text) => {
      unread.push(text);
    },
    has: (name) => {
      for (const text of unread.splice(0)) for (const word of wordsOf(text)) words.add(word);
      return wordsOf(name).every((word) => words.has(word));
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
