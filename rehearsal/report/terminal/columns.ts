const none = /^(?:\p{M}|\p{Cf})$/u;
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u;

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfOne(character);
  return columns;
}

/** Fills a text up with blanks, on its right or, for numbers, on its left. */
export function padded(text: string, columns: number, side: "left" | "right" = "right"): string {
  const blanks = " ".repeat(Math.max(0, columns - columnsOf(text)));
  return side === "right" ? text + blanks : blanks + text;
}

/** A text cut to so many columns, with `…` where something is missing. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = "";
  let left = columns - 1;
  for (const character of text) {
    left -= columnsOfOne(character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Breaks a text at its blanks into lines of so many columns. A word that is longer is broken anywhere, but an
 * address stays whole, so that it can be followed.
 */
export function wrapped(text: string, columns: number): readonly string[] {
  const width = Math.max(2, columns);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => pieces(one, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (columnsOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  if (word.includes("://")) return [word];
  const found: string[] = [];
  let piece = "";
  let columns = 0;
  for (const character of word) {
    const more = columnsOfOne(character);
    if (columns + more > width) {
      found.push(piece);
      piece = "";
      columns = 0;
    }
    piece += character;
    columns += more;
  }
  return [...found, piece];
}

function columnsOfOne(character: string): number {
  if (none.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
