/** A text in red where colours are wanted: on a terminal, or by `FORCE_COLOR`; never with `NO_COLOR`. */
export function red(text) {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const colours = !NO_COLOR && (FORCE_COLOR ? FORCE_COLOR !== "0" : process.stdout.isTTY);
  return colours ? `\u001b[31m${text}\u001b[0m` : text;
}
