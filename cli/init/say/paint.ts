import { styleText } from "node:util";

/** Gives a text a colour, or leaves it. */
export type Paint = (style: "red" | "green" | "yellow" | "cyan" | "bold" | "dim", text: string) => string;

/** Colours on a terminal; `NO_COLOR` turns them off, `FORCE_COLOR` on. */
export function painter(
  isTTY: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const { NO_COLOR: off, FORCE_COLOR: forced } = env;
  const wanted =
    forced === undefined || forced === "" ? isTTY === true : forced !== "0" && forced !== "false";
  const colours = wanted && (off === undefined || off === "");
  return (style, text) => (colours ? styleText(style, text, { validateStream: false }) : text);
}
