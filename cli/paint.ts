import { styleText } from "node:util";
import { wantsColours } from "./colours.ts";

export type Style = "red" | "green" | "yellow" | "cyan" | "bold" | "dim";

/** Gives a text a colour, or leaves it: no colour says anything that a word does not. */
export type Paint = (style: Style, text: string) => string;

/** Colours where a stream shows them, and its reader wants them. */
export function painter(
  stream: Parameters<typeof wantsColours>[0],
  env: Parameters<typeof wantsColours>[1],
): Paint {
  const coloured = wantsColours(stream, env);
  return (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text);
}
