import { styleText } from "node:util";
import { wantsColours } from "../../colours.ts";

/** Gives a text a colour, or leaves it. */
export type Paint = (style: "red" | "green" | "yellow" | "cyan" | "bold" | "dim", text: string) => string;

/** Colours where a stream shows them, and its reader wants them. */
export function painter(
  stream: Parameters<typeof wantsColours>[0],
  env: Parameters<typeof wantsColours>[1],
): Paint {
  const coloured = wantsColours(stream, env);
  return (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text);
}
