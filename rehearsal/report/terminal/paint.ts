/** A tone of the terminal: success, failure, what waits for a person, what matters less, what matters more. */
export type Tone = "good" | "bad" | "open" | "dim" | "strong";

/** Colours a text; with colours off it stays as it is. */
export type Paint = (tone: Tone, text: string) => string;

const codes: Readonly<Record<Tone, readonly [number, number]>> = {
  good: [32, 39],
  bad: [31, 39],
  open: [33, 39],
  dim: [2, 22],
  strong: [1, 22],
};

export function paintWith(colours: boolean): Paint {
  if (!colours) return (_, text) => text;
  return (tone, text) => {
    const [on, off] = codes[tone];
    return `\u001B[${on}m${text}\u001B[${off}m`;
  };
}
