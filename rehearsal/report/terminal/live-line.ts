/** What stays on a terminal, and below it one line that does not. */
export interface LiveLine {
  /** Writes what stays. */
  write(text: string): void;
  /** What the line says from now on; undefined takes it away. */
  show(text: string | undefined): void;
}

/** To the line's begin, and what is behind it is gone. */
const wiped = "\r\u001B[K";

/** A text of several lines must end with a break before `show` draws below it. */
export function liveLine(raw: (text: string) => void): LiveLine {
  let shown: string | undefined;
  const wipe = (): void => {
    if (shown !== undefined) raw(wiped);
  };
  return {
    write(text) {
      wipe();
      raw(text);
      if (shown !== undefined) raw(shown);
    },
    show(text) {
      if (text === shown) return;
      wipe();
      shown = text;
      if (text !== undefined) raw(text);
    },
  };
}
