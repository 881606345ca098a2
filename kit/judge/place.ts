/** A place in a file as editors and annotations count: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A text by the bytes of its UTF-8, as the parser counts. */
export interface IndexedText {
  readonly text: string;
  slice(start: number, end?: number): string;
  place(byte: number): Place;
  /** A line by its number, from 1. */
  line(number: number): string;
}

/** Reads the text once; what is asked of it later is quick. */
export function indexText(text: string): IndexedText {
  const bytes = Buffer.from(text);
  const starts = [0];
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  const slice = slicer(text, bytes);
  return {
    text,
    slice,
    place: (byte) => {
      const line = lastUpTo(starts, byte);
      return { line: line + 1, column: slice(starts[line] ?? 0, byte).length + 1 };
    },
    line: (number) => slice(starts[number - 1] ?? bytes.length, (starts[number] ?? bytes.length + 1) - 1),
  };
}

/** More than these are decoded piece by piece: a number for each byte would be too much to hold. */
const largest = 4 << 20;

/** Cuts a text by bytes. Where every character is one, or the text is not too long, nothing has to be decoded. */
function slicer(text: string, bytes: Buffer): (start: number, end?: number) => string {
  if (bytes.length === text.length) return (start, end) => text.slice(start, end);
  if (bytes.length > largest) return (start, end) => bytes.subarray(start, end).toString("utf8");
  const units = new Uint32Array(bytes.length + 1);
  let unit = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    units[at] = unit;
    // The first byte of a character counts for all of it: two units from four bytes.
    if ((byte & 0xc0) !== 0x80) unit += byte >= 0xf0 ? 2 : 1;
  }
  units[bytes.length] = unit;
  return (start, end = bytes.length) =>
    text.slice(units[Math.min(start, bytes.length)], units[Math.min(end, bytes.length)]);
}

/** Where a character (code point, from 0) is, as PostgreSQL counts the positions of its errors. */
export function placeOfCharacter(text: string, character: number): Place {
  let index = 0;
  for (let seen = 0; seen < character && index < text.length; seen += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  const before = text.slice(0, index);
  return { line: before.split("\n").length, column: index - before.lastIndexOf("\n") };
}

/** The beginning of a statement on one line. */
export function excerptOf(sql: string, longest = 80): string {
  const line = sql
    .slice(0, 4 * longest)
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

/** Index of the last of sorted numbers that is not above `limit`. */
function lastUpTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
