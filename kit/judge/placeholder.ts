/** What the usual templates write for a value that is to come; an array of arrays is none. */
export const placeholder = /\{\{[-#&>~]?\s*[a-z_.$][^{},\n]*\}\}|\$\{[^{}\n]+\}|<%[^\n]*?%>/gi;

/** A template's placeholder at which, or right behind which, the parser stumbles; characters are code points, from 0. */
export function placeholderAt(
  text: string,
  character: number,
): { readonly text: string; readonly at: number } | undefined {
  for (const found of text.matchAll(placeholder)) {
    const at = codePoints(text.slice(0, found.index));
    if (at > character) return undefined;
    const end = at + codePoints(found[0]);
    const between = text.slice(found.index + found[0].length).slice(0, Math.max(0, character - end));
    if (between.trim() === "") return { text: found[0], at };
  }
  return undefined;
}

/** The length of a text as PostgreSQL counts it: in code points. */
export function codePoints(text: string): number {
  return text.length - (text.match(/[\uDC00-\uDFFF]/g)?.length ?? 0);
}
