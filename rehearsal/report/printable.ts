import { stripVTControlCharacters } from "node:util";

const breaks = /\r\n?|[\u2028\u2029\u0085]/g;
const unseen = /[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * A text from outside as a person may safely see it: no escape sequences, and what cannot be seen or turns the
 * reading direction is spelled out (`[U+202E]`), so that no text can pass for another. Breaks become `\n`.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text)
    .replace(breaks, "\n")
    .replace(unseen, (character) =>
      character === "\n" || character === "\t" ? character : spelled(character),
    );
}

/** The same on one line. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, " ").trim();
}

function spelled(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}
