/** A place in a file as editors and annotations count: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a byte of the text's UTF-8 is. */
export function placeOfByte(text: string, byte: number): Place {
  return placeOfIndex(text, Buffer.from(text).subarray(0, byte).toString("utf8").length);
}

/** Where a character (code point, from 0) is, as PostgreSQL counts positions of errors. */
export function placeOfCharacter(text: string, character: number): Place {
  let index = 0;
  for (let seen = 0; seen < character && index < text.length; seen += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return placeOfIndex(text, index);
}

/** The part of a text between two bytes of its UTF-8. */
export function sliceBytes(text: string, start: number, end: number): string {
  return Buffer.from(text).subarray(start, end).toString("utf8");
}

/** The beginning of a statement on one line. */
export function excerptOf(sql: string, longest = 80): string {
  const line = sql.replace(/\s+/g, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

function placeOfIndex(text: string, index: number): Place {
  const before = text.slice(0, index);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: index - lineStart + 1 };
}
