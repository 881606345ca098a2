/**
 * A text as one part of an address. Half of a letter, which any answer may hold as `"\ud800"`, has no form there:
 * the runtime's own function throws for it; here it is the sign for what cannot be read.
 */
export function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\ufffd"));
}
